// The direct subclasses of each built-in type among the built-in types.
import * as types from "../objects/builtin-types.ts";
import * as exceptions from "../objects/exception-types.ts";
import { PyType } from "../objects/type.ts";

function gather(): ReadonlyMap<PyType, readonly PyType[]> {
  const found = new Map<PyType, PyType[]>();
  for (const type of [...Object.values(types), ...Object.values(exceptions)]) {
    if (!(type instanceof PyType)) continue;
    for (const base of type.bases) {
      const known = found.get(base);
      if (known === undefined) found.set(base, [type]);
      else known.push(type);
    }
  }
  return found;
}

export const BUILTIN_SUBCLASSES: ReadonlyMap<PyType, readonly PyType[]> = gather();
