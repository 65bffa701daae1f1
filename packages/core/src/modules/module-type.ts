// Types that native modules bring, named in messages as CPython names them.
import { builtinFunctionType, objectType, typeType } from "../objects/builtin-types.ts";
import { stopIterationType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import { NativeFunction, type NativeBody } from "../objects/native.ts";
import { PyType, type TypeOptions } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { bindNative, hasOwnInit, takesKeywords } from "../protocol/bind-native.ts";
import type { Keywords } from "../protocol/call.ts";
import { raiseNew, raiseTypeError } from "../protocol/raise.ts";
import { shortName } from "../protocol/type-name.ts";
import { method, newMethod, type TypeEntry } from "../types/define.ts";
import { classFor } from "../protocol/class-for.ts";

/** A type of a native module: messages name it `module.name`, `__name__` is the name alone. */
export function moduleType(module: string, name: string, options: Partial<TypeOptions> = {}): PyType {
  const full = { bases: [objectType], allocate: null, module, ...options, name: `${module}.${name}` };
  const type = new PyType(typeType, full, true);
  type.qualifiedName = name;
  return type;
}

/**
 * `__new__` of a type, whose argument errors name the type: `body(vm, cls, ...arguments)`, with `cls` checked to be a
 * class derived from it.
 */
export function newNamed(type: PyType, text: string, body: NativeBody, doc: string | null = null): TypeEntry {
  const named = new NativeFunction(builtinFunctionType, shortName(type), text, body, null, null, null);
  return newMethod(
    "*args, **kwargs",
    (vm: Machine, cls: Value, args: readonly Value[], keywords: Keywords): Result => {
      const made = classFor(vm, type, cls);
      if (made === undefined) return undefined;
      const { parameters, minimum, maximum } = named.signature;
      if (
        maximum === 1 &&
        args.length !== 1 &&
        minimum === 1 &&
        !keywords?.size &&
        parameters.every((each) => each.kind === "positional")
      ) {
        return raiseTypeError(vm, `${named.name} expected 1 argument, got ${args.length}`);
      }
      const isForHeir = !takesKeywords(named) && hasOwnInit(made, type);
      const bound = bindNative(vm, named, args, isForHeir ? null : keywords);
      return bound === null ? undefined : body(vm, made, ...bound);
    },
    doc,
  );
}

/** A method such as `__init__` whose argument errors name the type: `body(vm, self, ...arguments)`. */
export function namedMethod(name: string, text: string, body: NativeBody): TypeEntry {
  const named = new NativeFunction(builtinFunctionType, name, text, body, null, null, null);
  return method("*args, **kwargs", (vm: Machine, self: Value, args: readonly Value[], keywords: Keywords): Result => {
    const bound = bindNative(vm, named, args, keywords);
    return bound === null ? undefined : body(vm, self, ...bound);
  });
}

/** End of an iterator: what its `__next__` answers. */
export function stop(vm: Machine): undefined {
  return raiseNew(vm, stopIterationType);
}
