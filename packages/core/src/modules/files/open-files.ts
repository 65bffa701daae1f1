// The files of a VM that hold something which the host does not know yet.
import type { Machine } from "../../objects/machine.ts";
import type { PyByteArray } from "../../objects/sequences.ts";

const UNSAVED: object = Object.freeze({});

/** The contents, each with the path that it is to be saved under. */
export function unsavedFiles(vm: Machine): Map<PyByteArray, string> {
  return vm.record(UNSAVED, () => new Map<PyByteArray, string>());
}
