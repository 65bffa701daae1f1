// Layouts of read-only windows: the views of a dict, and mappingproxy.
import { dictType, mappingProxyType } from "./builtin-types.ts";
import type { TableItem } from "./iterators.ts";
import { PyDict } from "./table.ts";
import { PyType } from "./type.ts";
import { PyObject, type Value } from "./value.ts";

/** dict_keys, dict_values, dict_items, or those of an OrderedDict. */
export class DictView implements PyObject {
  type: PyType;
  mark = 0;
  readonly dict: PyDict;
  readonly item: TableItem;

  constructor(type: PyType, dict: PyDict, item: TableItem) {
    this.type = type;
    this.dict = dict;
    this.item = item;
  }
}

/** `types.MappingProxyType`, and what `__dict__` of a class answers. */
export class MappingProxy extends PyObject {
  readonly source: Value;
  /** The namespace of a class as a dict, made anew when the class has changed. */
  namespace: PyDict | null = null;
  version = -1;

  /** Of a mapping, or of a class: its namespace. */
  constructor(source: Value) {
    super(mappingProxyType);
    this.source = source;
  }

  /** What is seen through the proxy. */
  get mapping(): Value {
    const source = this.source;
    if (!(source instanceof PyType)) return source;
    if (this.namespace === null || this.version !== source.version) {
      this.namespace = namespaceDict(source);
      this.version = source.version;
    }
    return this.namespace;
  }
}

function namespaceDict(type: PyType): PyDict {
  const dict = new PyDict(dictType);
  for (const [name, value] of type.namespace) {
    dict.keys.push(name);
    dict.values.push(value);
  }
  dict.size = dict.keys.length;
  return dict;
}
