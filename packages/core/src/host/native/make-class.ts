// A declared class in one VM: the Python type, with its constructor and members.
import { methodDescriptorType, objectType, staticMethodType, typeType } from "../../objects/builtin-types.ts";
import { PyStaticMethod } from "../../objects/descriptors.ts";
import type { Machine } from "../../objects/machine.ts";
import { type NativeBody, NativeFunction, NativeProperty } from "../../objects/native.ts";
import { PyNative } from "../../objects/native-instance.ts";
import { NONE } from "../../objects/singletons.ts";
import { PyType } from "../../objects/type.ts";
import type { Value } from "../../objects/value.ts";
import { linkClass } from "../../protocol/class-tree.ts";
import { raiseTypeError } from "../../protocol/raise.ts";
import type { Boundary } from "../boundary.ts";
import { bindFunction, bindMethod } from "./bind-function.ts";
import { constructorOf } from "./construct.ts";
import { contextMethods } from "./context-methods.ts";
import type { MemberSpec, ClassTemplate } from "./class-template.ts";
import { bindProperty } from "./native-property.ts";
import { RELEASE_DOC } from "./release-doc.ts";
import { release } from "./release.ts";

/** The type of a native class in a VM, made on first use. Throws ConversionError for a constant that is not of its type. */
export function nativeType(boundary: Boundary, template: ClassTemplate): PyType {
  const { natives } = boundary;
  const known = natives.typeOf(template);
  if (known !== undefined) return known;
  template.seal();
  const { name, base, module } = template;
  const bases = [base === null ? objectType : nativeType(boundary, base)];
  const allocate = (own: PyType): PyNative => new PyNative(own, template, null);
  const type = new PyType(typeType, { name, module: module ?? "host", bases, allocate }, true);
  natives.addType(template, type, () => fill(boundary, template, type));
  linkClass(boundary.machine, type);
  return type;
}

function fill(boundary: Boundary, template: ClassTemplate, type: PyType): void {
  const { namespace } = type;
  namespace.set("__doc__", template.doc ?? NONE);
  // Its presence is what lets scripts refer to instances weakly.
  if (template.base === null)
    namespace.set("__weakref__", new NativeProperty("__weakref__", type, () => NONE, null, false));
  for (const [key, value] of constructorOf(boundary, template, type)) namespace.set(key, value);
  for (const [key, member] of template.members) {
    for (const [own, value] of bindMember(boundary, type, key, member)) namespace.set(own, value);
  }
  if (template.isReleasable) {
    namespace.set(
      "release",
      plainMethod(type, "release", RELEASE_DOC, (_vm, self: PyNative) => release(boundary, template, self)),
    );
  }
  // As in a class statement: what compares by value does not hash by identity.
  if (namespace.has("__eq__") && !namespace.has("__hash__")) namespace.set("__hash__", NONE);
  namespace.set(
    "__reduce__",
    plainMethod(type, "__reduce__", null, (vm: Machine, self: PyNative) =>
      raiseTypeError(vm, `cannot pickle '${self.type.name}' object`),
    ),
  );
}

function bindMember(
  boundary: Boundary,
  type: PyType,
  name: string,
  member: MemberSpec,
): readonly (readonly [string, Value])[] {
  switch (member.kind) {
    case "method":
      return [[name, bindMethod(boundary, type, name, member)]];
    case "static":
      return [[name, new PyStaticMethod(staticMethodType, bindFunction(boundary, name, member.func, null))]];
    case "property":
      return [[name, bindProperty(boundary, type, name, member)]];
    case "constant":
      return [[name, member.type.codec.write(boundary, member.value, `${type.name}.${name}`)]];
    default:
      return contextMethods(boundary, type, member);
  }
}

/** A method without parameters that is not the host's. */
function plainMethod(owner: PyType, name: string, doc: string | null, body: NativeBody): NativeFunction {
  return new NativeFunction(methodDescriptorType, name, "", body, owner, null, doc);
}
