// The module `game`: its types and functions.
import { defineModule, type LibraryModule } from "@krait/core/extend";
import { VECTOR_TYPES } from "./vectors.ts";

export const GAME_MODULE: LibraryModule = defineModule({
  name: "game",
  doc: "Vectors, matrices, easing curves and grids.",
  constants: { ...VECTOR_TYPES },
});
