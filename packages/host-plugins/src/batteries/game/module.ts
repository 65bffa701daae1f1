// The module `game`: its types and functions.
import { defineModule, type LibraryModule } from "@krait/core/extend";
import { CHUNKED_TYPES } from "./chunked.ts";
import { COLOR_FUNCTIONS, color32Type } from "./colors.ts";
import { GRID_TYPES } from "./grids.ts";
import { mat3Type } from "./matrix.ts";
import { VECTOR_TYPES } from "./vectors.ts";

/** What the package `game` takes all of its names from. */
export const NATIVE_MODULE: LibraryModule = defineModule({
  name: "_game",
  functions: COLOR_FUNCTIONS,
  constants: {
    ...VECTOR_TYPES,
    ...GRID_TYPES,
    ...CHUNKED_TYPES,
    mat3: mat3Type,
    mat3x3: mat3Type,
    color32: color32Type,
  },
});
