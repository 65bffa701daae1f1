// Regular expressions: re.
import reNamesSource from "./prelude/_re_names.py";
import reSource from "./prelude/re.py";
import { RE } from "./re/module.ts";
import { defineShelf, type ModuleTable } from "./shelf.ts";

export const SHELF: ModuleTable = defineShelf({
  native: [RE],
  modules: {
    _re_names: reNamesSource,
    re: reSource,
  },
});
