// Codecs beside those of Unicode, ASCII and Latin-1: loaded when a script first names one.
import { ENCODINGS } from "./encodings/module.ts";
import { defineShelf, type ModuleTable } from "./shelf.ts";

export const SHELF: ModuleTable = defineShelf({ native: [ENCODINGS] });
