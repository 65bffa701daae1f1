// Mathematics: functions of floats and integers.
import { MATH } from "./math/module.ts";
import { defineShelf, type ModuleTable } from "./shelf.ts";

export const SHELF: ModuleTable = defineShelf({
  native: [MATH],
});
