// The names of characters: loaded when a script first encodes by them.
import { NAMING } from "./encodings/naming.ts";
import { defineShelf, type ModuleTable } from "./shelf.ts";

export const SHELF: ModuleTable = defineShelf({ native: [NAMING] });
