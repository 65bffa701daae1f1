// typing.NoDefault: what a type parameter without a default has as its default.
import { objectType, typeType } from "../../objects/builtin-types.ts";
import { PyType } from "../../objects/type.ts";
import { PyObject, shared, type Value } from "../../objects/value.ts";
import { raiseTypeError } from "../../protocol/raise.ts";
import { defineType, method, newMethod } from "../../types/define.ts";

const noDefaultType: PyType = new PyType(
  typeType,
  { name: "NoDefaultType", bases: [objectType], allocate: null, isBase: false },
  true,
);

export const NO_DEFAULT: PyObject = shared(new PyObject(noDefaultType));

defineType(noDefaultType, "The type of the NoDefault singleton.", {
  __new__: newMethod("*args, **kwargs", (vm, _cls, args: readonly Value[], keywords: Map<string, Value>) =>
    args.length + keywords.size > 0 ? raiseTypeError(vm, "NoDefaultType takes no arguments") : NO_DEFAULT,
  ),
  __repr__: method("", () => "typing.NoDefault"),
  __reduce__: method("", () => "NoDefault"),
});
