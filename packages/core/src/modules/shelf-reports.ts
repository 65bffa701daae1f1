// What programs say of their errors: traceback and warnings.
import { TRACEBACK } from "./traceback/module.ts";
import tracebackStackSource from "./prelude/_traceback_stack.py";
import warningsPatternSource from "./prelude/_warnings_pattern.py";
import tracebackSource from "./prelude/traceback.py";
import warningsSource from "./prelude/warnings.py";
import { defineShelf, type ModuleTable } from "./shelf.ts";

export const SHELF: ModuleTable = defineShelf({
  native: [TRACEBACK],
  modules: {
    _traceback_stack: tracebackStackSource,
    _warnings_pattern: warningsPatternSource,
    traceback: tracebackSource,
    warnings: warningsSource,
  },
});
