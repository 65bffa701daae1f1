// `__enter__` and `__exit__` of a native class.
import { methodDescriptorType } from "../../objects/builtin-types.ts";
import { PyException } from "../../objects/exception.ts";
import type { Machine } from "../../objects/machine.ts";
import { type NativeBody, NativeFunction } from "../../objects/native.ts";
import type { PyNative } from "../../objects/native-instance.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import type { Boundary } from "../boundary.ts";
import { errorFrom, raiseFromJs } from "../js-error.ts";
import { canBorrow, shellOf } from "./borrow.ts";
import type { ContextSpec } from "./class-template.ts";

export function contextMethods(
  boundary: Boundary,
  owner: PyType,
  member: ContextSpec,
): readonly (readonly [string, Value])[] {
  const enter = member.enter as ((payload: object) => void) | null;
  const exit = member.exit as (payload: object, error: unknown) => unknown;
  const onEnter: NativeBody = (vm: Machine, self: PyNative) =>
    changing(vm, boundary, self, (payload) => enter?.(payload)) === undefined ? undefined : self;
  const onExit: NativeBody = (vm: Machine, self: PyNative, _type: Value, value: Value) => {
    const error = value instanceof PyException ? errorFrom(boundary, value) : null;
    return changing(vm, boundary, self, (payload) => exit(payload, error) === true);
  };
  const make = (name: string, text: string, body: NativeBody): readonly [string, Value] => [
    name,
    new NativeFunction(methodDescriptorType, name, text, body, owner, null, null),
  ];
  return [make("__enter__", "", onEnter), make("__exit__", "exc_type, exc_value, traceback, /", onExit)];
}

/** Run code of the host that may change the payload; answers true where it did, undefined after raising. */
function changing(vm: Machine, boundary: Boundary, self: PyNative, run: (payload: object) => unknown): Result {
  const shell = shellOf(vm, self);
  if (shell === undefined || !canBorrow(vm, self, shell, "exclusive")) return undefined;
  shell.borrows = -1;
  try {
    return run(shell.payload as object) !== false;
  } catch (error) {
    return raiseFromJs(boundary, error);
  } finally {
    shell.borrows = 0;
  }
}
