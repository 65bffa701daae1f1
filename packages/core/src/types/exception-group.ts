// The types BaseExceptionGroup and ExceptionGroup.
import { baseExceptionGroupType, exceptionGroupType } from "../objects/exception-types.ts";
import type { PyException } from "../objects/exception.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { call, type Keywords } from "../protocol/call.ts";
import { collect, type CollectThen } from "../protocol/collect.ts";
import { makeGroup, membersOf, splitGroup } from "../protocol/exception-group.ts";
import { asString } from "../protocol/lookup.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { classGetItem } from "./generic-alias.ts";
import { classMethod, defineType, member, method, newMethod } from "./define.ts";
import { refuseKeywords } from "./exception.ts";

interface Making {
  readonly type: PyType;
  readonly message: Value;
  readonly sequence: Value;
}

const MAKE: CollectThen<Making> = {
  run: (vm, items, { type, message, sequence }) => makeGroup(vm, type, message, sequence, items),
};

function newGroup(vm: Machine, type: PyType, args: readonly Value[]): Result {
  if (args.length !== 2) {
    return raiseTypeError(vm, `BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`);
  }
  const [message, sequence] = args as [Value, Value];
  if (asString(message) === undefined) {
    return raiseTypeError(vm, `BaseExceptionGroup.__new__() argument 1 must be str, not ${typeOf(message).name}`);
  }
  if (typeOf(sequence).lookup("__getitem__") === undefined || typeOf(sequence).lookup("keys") !== undefined) {
    return raiseTypeError(vm, "second argument (exceptions) must be a sequence");
  }
  return collect(vm, sequence, MAKE, { type, message, sequence });
}

const SUBGROUP: Asking<{ readonly self: PyException; readonly condition: Value }> = {
  ask: (vm, { self, condition }) => splitGroup(vm, self, condition, false),
  take: (_vm, _state, parts) => (parts as PyTuple).items[0],
};

function groupText(self: PyException): string {
  const count = membersOf(self).length;
  return `${asString(self.fields?.get("message")) ?? ""} (${count} sub-exception${count === 1 ? "" : "s"})`;
}

export function defineExceptionGroup(): void {
  defineType(baseExceptionGroupType, "A combination of multiple unrelated exceptions.", {
    __new__: newMethod("*args, **kwargs", newGroup),
    __init__: method("*args, **kwargs", (vm, self: PyException, _args: readonly Value[], keywords: Keywords) =>
      refuseKeywords(vm, self, keywords) ? NONE : undefined,
    ),
    __str__: method("", (_vm, self: PyException) => groupText(self)),
    __class_getitem__: classMethod("key, /", classGetItem),
    message: member((_vm, self: PyException) => self.fields?.get("message") ?? ""),
    exceptions: member((_vm, self: PyException) => self.fields?.get("exceptions") ?? NONE),
    derive: method("excs, /", (vm, self: PyException, exceptions: Value) =>
      call(vm, baseExceptionGroupType, [self.fields?.get("message") ?? "", exceptions]),
    ),
    split: method("matcher_value, /", (vm, self: PyException, condition: Value) =>
      splitGroup(vm, self, condition, true),
    ),
    subgroup: method("matcher_value, /", (vm, self: PyException, condition: Value) =>
      asking(vm, SUBGROUP, { self, condition }),
    ),
  });
  defineType(exceptionGroupType, null, {});
}
