// What programs say of themselves: traceback, warnings and help.
import { TRACEBACK } from "./traceback/module.ts";
import { HELP } from "./help/module.ts";
import helpTextSource from "./prelude/_help_text.py";
import tracebackStackSource from "./prelude/_traceback_stack.py";
import tracebackSource from "./prelude/traceback.py";
import warningsSource from "./prelude/warnings.py";
import { defineShelf, type ModuleTable } from "./shelf.ts";

export const SHELF: ModuleTable = defineShelf({
  native: [HELP, TRACEBACK],
  modules: {
    _help_text: helpTextSource,
    _traceback_stack: tracebackStackSource,
    traceback: tracebackSource,
    warnings: warningsSource,
  },
});
