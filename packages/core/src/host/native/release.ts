// Releasing an instance: its object is of no use from then on, its payload may serve another.
import type { PyNative } from "../../objects/native-instance.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result } from "../../objects/value.ts";
import type { Boundary } from "../boundary.ts";
import { raiseFromJs } from "../js-error.ts";
import { borrowable } from "./borrow.ts";
import type { ClassTemplate } from "./class-template.ts";

/** `release()`: refused while the payload is borrowed, and the second time. Instances of derived classes are not pooled. */
export function release(boundary: Boundary, template: ClassTemplate, self: PyNative): Result {
  const shell = borrowable(boundary.machine, self, "exclusive");
  if (shell === undefined) return undefined;
  const payload = shell.payload as object;
  shell.payload = null;
  template.invalidateShell(payload);
  try {
    (template.releaseHook as ((payload: object) => void) | null)?.(payload);
  } catch (error) {
    return raiseFromJs(boundary, error);
  }
  // Only now: the hook may make another instance, which must not get this payload while the hook still uses it.
  if (self.type === boundary.natives.typeOf(template) && template.construction?.reuse != null) {
    boundary.natives.keepShell(template, payload);
  }
  return NONE;
}
