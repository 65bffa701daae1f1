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
import { answer } from "./answer.ts";
import { borrowable, giveBack, take } from "./borrow.ts";
import type { ContextSpec } from "./class-template.ts";

export function contextMethods(
  boundary: Boundary,
  owner: PyType,
  member: ContextSpec,
): readonly (readonly [string, Value])[] {
  const { returns } = member;
  const enter = member.enter as ((payload: object) => unknown) | null;
  const exit = member.exit as (payload: object, error: Error | null) => unknown;
  const onEnter: NativeBody = (vm: Machine, self: PyNative): Result => {
    const entered = changing(vm, boundary, self, (payload) => enter?.(payload));
    if (entered === null) return undefined;
    const { shell } = self;
    boundary.natives.enter(vm.fiber, self, (error) => {
      if (shell?.payload != null) exit(shell.payload, error);
    });
    return returns === null ? self : answer(boundary, `${owner.name}.__enter__`, returns, entered.answer);
  };
  const onExit: NativeBody = (vm: Machine, self: PyNative, _type: Value, value: Value): Result => {
    boundary.natives.exit(self);
    const error = value instanceof PyException ? errorFrom(boundary, value) : null;
    const exited = changing(vm, boundary, self, (payload) => exit(payload, error));
    return exited === null ? undefined : exited.answer === true;
  };
  const make = (name: string, text: string, body: NativeBody): readonly [string, Value] => [
    name,
    new NativeFunction(methodDescriptorType, name, text, body, owner, null, null),
  ];
  return [make("__enter__", "", onEnter), make("__exit__", "exc_type, exc_value, traceback, /", onExit)];
}

/** Run code of the host that may change the payload; null after raising. */
function changing(
  vm: Machine,
  boundary: Boundary,
  self: PyNative,
  run: (payload: object) => unknown,
): { readonly answer: unknown } | null {
  const shell = borrowable(vm, self, "exclusive");
  if (shell === undefined) return null;
  take(shell, "exclusive");
  try {
    return { answer: run(shell.payload as object) };
  } catch (error) {
    raiseFromJs(boundary, error);
    return null;
  } finally {
    giveBack(shell, "exclusive");
  }
}
