// The clock and the calendar.
import { TIME } from "./time/module.ts";
import { defineShelf, type ModuleTable } from "./shelf.ts";

export const SHELF: ModuleTable = defineShelf({
  native: [TIME],
});
