// The function open: files are the host's to give.
import { permissionErrorType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { callInModule } from "../protocol/call-module.ts";
import { raiseNew } from "../protocol/raise.ts";

export function open(
  vm: Machine,
  file: Value,
  mode: Value = "r",
  buffering: Value = -1,
  encoding: Value = NONE,
  errors: Value = NONE,
  newline: Value = NONE,
): Result {
  if (vm.services.files === undefined) {
    return raiseNew(vm, permissionErrorType, "the host has not provided open()");
  }
  return callInModule(vm, "_io_files", "open", [file, mode, buffering, encoding, errors, newline]);
}
