// What `object[key] = value` and `del object[key]` say where the type has no such method.
import { attributeErrorType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { Value } from "../objects/value.ts";
import { type Asking, asking } from "./asking.ts";
import { index } from "./conversion.ts";
import { isIndexSized } from "./index-size.ts";
import { asInt, special } from "./lookup.ts";
import { raiseNew, raiseTypeError } from "./raise.ts";

interface Refusal {
  readonly object: Value;
  readonly key: Value;
  /** What cannot be done with an item. */
  readonly action: "assignment" | "deletion";
}

/** Raise as CPython does: sequences convert the key to an index first, even those without items. */
export function refuseItem(vm: Machine, object: Value, key: Value, action: Refusal["action"]): undefined {
  const type = typeOf(object);
  const [own, other] = action === "deletion" ? ["__delitem__", "__setitem__"] : ["__setitem__", "__delitem__"];
  if (type.lookup(other) !== undefined) return raiseNew(vm, attributeErrorType, own);
  const isSequence = !type.isBuiltin || type.lookup("__len__") !== undefined;
  const canIndex = asInt(key) !== undefined || special(key, "__index__") !== undefined;
  if (isSequence && canIndex) return asking(vm, BY_INDEX, { object, key, action });
  return refuse(vm, { object, key, action }, "does not");
}

function refuse(vm: Machine, { object, action }: Refusal, verb: string): undefined {
  return raiseTypeError(vm, `'${typeOf(object).name}' object ${verb} support item ${action}`);
}

const BY_INDEX: Asking<Refusal> = {
  ask: (vm, { key }) => index(vm, key),
  take(vm, state, answer) {
    if (!isIndexSized(vm, asInt(answer) as number, state.key)) return undefined;
    return refuse(vm, state, state.action === "deletion" ? "doesn't" : "does not");
  },
};
