// What belongs to the running of a program: the context that it runs in.
import { CONTEXTVARS } from "./contextvars/module.ts";
import contextvarsSource from "./prelude/contextvars.py";
import { defineShelf, type ModuleTable } from "./shelf.ts";

export const SHELF: ModuleTable = defineShelf({
  native: [CONTEXTVARS],
  modules: { contextvars: contextvarsSource },
});
