// Making instances of native classes: `__new__` does it all for the class itself, `__init__` for classes derived from it.
import { builtinFunctionType, wrapperDescriptorType } from "../../objects/builtin-types.ts";
import type { Machine } from "../../objects/machine.ts";
import { NativeFunction, type NativeBody } from "../../objects/native.ts";
import { PyNative, type Shell } from "../../objects/native-instance.ts";
import { NONE } from "../../objects/singletons.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { bindNative } from "../../protocol/bind-native.ts";
import { raiseRuntimeError, raiseTypeError } from "../../protocol/raise.ts";
import type { Boundary } from "../boundary.ts";
import { raiseFromJs } from "../js-error.ts";
import type { ConstructorSpec, ClassTemplate } from "./class-template.ts";
import { parametersText, signatureOf } from "./parameters.ts";
import { readArgument } from "./read-arguments.ts";

type Call = (...args: unknown[]) => unknown;

/** `__new__` and `__init__` of a class. */
export function constructorOf(
  boundary: Boundary,
  template: ClassTemplate,
  type: PyType,
): readonly (readonly [string, Value])[] {
  const spec = template.construction;
  const make: NativeBody = (vm: Machine, _cls: Value, ...values: unknown[]): Result => {
    const shell = makeShell(vm, boundary, template, spec, values, true);
    if (shell === undefined) return undefined;
    const made = new PyNative(type, template, shell);
    if (template.keepsIdentity) boundary.natives.keepObject(shell, made);
    return made;
  };
  const parameters = spec?.parameters ?? [];
  const text = parametersText(parameters);
  const doc = spec?.doc ?? null;
  // The exact class with positional arguments comes straight here; see PyType.maker.
  const exact = new NativeFunction(builtinFunctionType, template.name, text, make, null, null, doc, type);
  const own = signatureOf(parameters, true, null, false);
  exact.parsed = own;
  if (own.isPlain) type.maker = exact;
  const fresh: NativeBody = (vm: Machine, cls: PyType, args: readonly Value[], named: Map<string, Value>): Result => {
    if (cls !== type) return new PyNative(cls, template, null);
    const bound = bindNative(vm, exact, [cls, ...args], named);
    return bound === null ? undefined : exact.body(vm, ...bound);
  };
  const initialise: NativeBody = (vm: Machine, self: PyNative, args: readonly Value[], named: Map<string, Value>) => {
    if (self.shell !== null) return raiseRuntimeError(vm, `${type.name}.__init__() was called twice`);
    const bound = bindNative(vm, exact, [type, ...args], named);
    if (bound === null) return undefined;
    const shell = makeShell(vm, boundary, template, spec, bound.slice(1), false);
    if (shell === undefined) return undefined;
    self.shell = shell;
    if (template.keepsIdentity) boundary.natives.keepObject(shell, self);
    return NONE;
  };
  const anything = "*args, **kwargs";
  const init = new NativeFunction(wrapperDescriptorType, "__init__", anything, initialise, type, null, doc, type);
  init.shown = spec === null ? { ...own, returns: "Never" } : own;
  return [
    [
      "__new__",
      new NativeFunction(builtinFunctionType, "__new__", `cls, /, ${anything}`, fresh, null, null, null, type),
    ],
    ["__init__", init],
  ];
}

/** The shell of a new payload, or of a pooled one made anew; undefined after raising. */
function makeShell(
  vm: Machine,
  boundary: Boundary,
  template: ClassTemplate,
  spec: ConstructorSpec | null,
  values: readonly unknown[],
  mayReuse: boolean,
): Shell | undefined {
  if (spec === null) return raiseTypeError(vm, `cannot create '${template.name}' instances`);
  const args: unknown[] = [];
  for (let at = 0; at < spec.parameters.length; at++) {
    const parameter = spec.parameters[at] as ConstructorSpec["parameters"][number];
    const read = readArgument(boundary, template.name, parameter, values[at] as Value | undefined);
    if (read === undefined) return undefined;
    args.push(read);
  }
  let payload: unknown;
  try {
    payload = mayReuse ? reused(boundary, template, spec, args) : undefined;
    payload ??= (spec.create as Call)(...args);
  } catch (error) {
    return raiseFromJs(boundary, error);
  }
  if (!template.accepts(payload)) {
    return raiseTypeError(vm, `the host's constructor of ${template.name} made no payload of it`);
  }
  return template.shellFor(payload);
}

/** A payload out of the pool, as a new one; it is lost when the host throws over it. */
function reused(
  boundary: Boundary,
  template: ClassTemplate,
  { reuse }: ConstructorSpec,
  args: readonly unknown[],
): object | undefined {
  if (reuse === null) return undefined;
  const payload = boundary.natives.takeShell(template);
  if (payload !== undefined) (reuse as Call)(payload, ...args);
  return payload;
}
