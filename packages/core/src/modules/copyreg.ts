// The module _copyreg: what copyreg has in common with object.__reduce_ex__.
import { newObject } from "../types/object-reduce.ts";
import { defineModule, type NativeModule } from "./define.ts";

export const COPYREG: Readonly<NativeModule> = defineModule({
  name: "_copyreg",
  constants: { __newobj__: newObject },
});
