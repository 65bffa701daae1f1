// Layouts of read-only windows: the views of a dict, and mappingproxy.
import { mappingProxyType } from "./builtin-types.ts";
import type { PyDict } from "./table.ts";
import type { PyType } from "./type.ts";
import { PyObject, type Value } from "./value.ts";

/** dict_keys, dict_values or dict_items, told apart by the type. */
export class DictView extends PyObject {
  readonly dict: PyDict;

  constructor(type: PyType, dict: PyDict) {
    super(type);
    this.dict = dict;
  }
}

/** `types.MappingProxyType`, and what `__dict__` of a class answers. */
export class MappingProxy extends PyObject {
  readonly mapping: Value;

  constructor(mapping: Value) {
    super(mappingProxyType);
    this.mapping = mapping;
  }
}
