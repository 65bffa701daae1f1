// The `__dict__` of a class: a read-only window on its namespace, made anew when the class has changed.
import { newDict } from "../objects/make.ts";
import type { PyType } from "../objects/type.ts";
import { MappingProxy } from "../objects/views.ts";
import { dictSetString } from "./table.ts";

export function classNamespace(type: PyType): MappingProxy {
  const known = type.namespaceView;
  if (known !== null && known.version === type.version) return known.proxy as MappingProxy;
  const dict = newDict();
  for (const [name, value] of type.namespace) dictSetString(dict, name, value);
  const proxy = new MappingProxy(dict);
  type.namespaceView = { version: type.version, proxy };
  return proxy;
}
