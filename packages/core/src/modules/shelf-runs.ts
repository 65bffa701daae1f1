// What belongs to the running of a program: the context that it runs in, and what is called at its end.
import { ATEXIT } from "./atexit/module.ts";
import { CONTEXTVARS } from "./contextvars/module.ts";
import contextvarsSource from "./prelude/contextvars.py";
import { defineShelf, type ModuleTable } from "./shelf.ts";

export const SHELF: ModuleTable = defineShelf({
  native: [ATEXIT, CONTEXTVARS],
  modules: { contextvars: contextvarsSource },
});
