// "Did you mean": the name that a NameError, AttributeError or ImportError was probably about.
import { attributeErrorType, importErrorType, nameErrorType } from "../objects/exception-types.ts";
import type { PyException, Traceback } from "../objects/exception.ts";
import { PyFunction } from "../objects/function.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple, typeOf } from "../objects/make.ts";
import { entryOfText, PyDict, PySet } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { callMethod } from "./call.ts";
import { collect, type CollectThen } from "./collect.ts";
import { ownAttribute } from "./instance-attribute.ts";
import { asString } from "./lookup.ts";
import { closestName } from "./suggest.ts";
import { sysAttribute } from "./sys-attribute.ts";
import { dictGetString } from "./table.ts";

/** The name that was not found, for the exceptions that have one. */
export function wrongName(exception: PyException): string | undefined {
  const { fields, type } = exception;
  if (type.isSubtype(importErrorType)) return asString(fields?.get("name_from"));
  if (type.isSubtype(nameErrorType) || type.isSubtype(attributeErrorType)) return asString(fields?.get("name"));
  return undefined;
}

/** The names to choose from, as a tuple; may run Python (`__dir__`). */
export function candidates(vm: Machine, exception: PyException): Result {
  const { fields, type } = exception;
  if (type.isSubtype(attributeErrorType)) {
    const object = fields?.get("obj");
    return object === undefined ? newTuple([]) : directory(vm, object);
  }
  if (type.isSubtype(importErrorType)) {
    const name = asString(fields?.get("name"))?.split(".")[0] ?? "";
    const module = dictGetString(vm.modules, name);
    return module === undefined ? newTuple([]) : directory(vm, module);
  }
  return newTuple(namesInScope(vm, exception));
}

function directory(vm: Machine, object: Value): Result {
  const names = callMethod(vm, typeOf(object).lookup("__dir__") as Value, object, []);
  return names === undefined ? undefined : collect(vm, names, KEEP, null);
}

/** The names as a tuple. */
const KEEP: CollectThen<null> = {
  run: (_vm, items) => newTuple(items.slice()),
};

function lastEntry(exception: PyException): Traceback | null {
  let entry = exception.traceback;
  while (entry?.next) entry = entry.next;
  return entry;
}

function namesInScope(vm: Machine, exception: PyException): Value[] {
  const entry = lastEntry(exception);
  if (entry === null) return [];
  const locals = exception.fields?.get(".locals");
  const own = locals instanceof PyDict ? keysOf(locals) : [];
  return [...own, ...keysOf(entry.func.globals), ...keysOf(vm.builtins)];
}

function keysOf(dict: PyDict): Value[] {
  return dict.keys.filter((key) => key !== undefined);
}

/** The end of the message: `. Did you mean: 'x'?`, or nothing. */
export function suggestionText(vm: Machine, exception: PyException, names: readonly Value[]): string {
  const wrong = wrongName(exception) as string;
  const isName = exception.type.isSubtype(nameErrorType);
  const found = (isName ? ownMember(exception, wrong) : null) ?? closest(exception, wrong, names);
  let text = found === null ? "" : `. Did you mean: '${found}'?`;
  if (isName && isModuleName(vm, wrong)) {
    text += found === null ? `. Did you forget to import '${wrong}'?` : ` Or did you forget to import '${wrong}'?`;
  }
  return text;
}

/** In a method, an attribute of `self` that was written without it. */
function ownMember(exception: PyException, wrong: string): string | null {
  const locals = exception.fields?.get(".locals");
  const self = locals instanceof PyDict ? dictGetString(locals, "self") : undefined;
  if (self === undefined) return null;
  const has = ownAttribute(self, wrong) !== undefined || typeOf(self).lookup(wrong) !== undefined;
  return has ? `self.${wrong}` : null;
}

function closest(exception: PyException, wrong: string, names: readonly Value[]): string | null {
  let texts = names.filter((name) => typeof name === "string");
  const isAttribute = !exception.type.isSubtype(nameErrorType);
  if (isAttribute && !wrong.startsWith("_") && !isInside(exception)) {
    texts = texts.filter((name) => !name.startsWith("_"));
  }
  if (isAttribute) texts.sort();
  return closestName(wrong, texts);
}

/** Whether the attribute was read by a method of the object's own class. */
function isInside(exception: PyException): boolean {
  const entry = lastEntry(exception);
  const object = exception.fields?.get("obj");
  if (entry === null || object === undefined) return false;
  for (const type of typeOf(object).mro) {
    const method = type.namespace.get(entry.linked.code.fields.name);
    if (method instanceof PyFunction && method.linked === entry.linked) return true;
  }
  return false;
}

function isModuleName(vm: Machine, name: string): boolean {
  const known = sysAttribute(vm, "stdlib_module_names");
  return known instanceof PySet && entryOfText(known, name) >= 0;
}
