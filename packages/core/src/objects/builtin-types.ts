// The one table of built-in types: name, base, how a bare instance is made. Methods come from types/.
import { PyInstance } from "./instance.ts";
import { PyList, PySet, PyDict } from "./layouts.ts";
import { PyType, type TypeOptions } from "./type.ts";
import type { PyObject } from "./value.ts";

export const objectType: PyType = new PyType(
  // `type` does not exist yet: the metatype is set right below.
  null,
  { name: "object", bases: [], allocate: (type: PyType): PyObject => new PyInstance(type) },
  true,
);
export const typeType: PyType = new PyType(
  null,
  { name: "type", bases: [objectType], allocate: null, hasDict: true },
  true,
);
objectType.type = typeType;

function define(name: string, options: Partial<TypeOptions> = {}): PyType {
  const type = new PyType(typeType, { name, bases: [objectType], allocate: null, ...options }, true);
  type.qualifiedName = name.slice(name.lastIndexOf(".") + 1);
  return type;
}
/** A type that scripts meet but cannot derive from. */
function final(name: string, module = "builtins"): PyType {
  return define(name, { isBase: false, module });
}

// Numbers, str and bytes make their instances in `__new__`: a subclass instance is a PyPayload.
export const intType: PyType = define("int");
export const boolType: PyType = define("bool", { bases: [intType], isBase: false, allocate: undefined });
export const floatType: PyType = define("float");
export const complexType: PyType = define("complex");
export const strType: PyType = define("str");
export const bytesType: PyType = define("bytes");
export const byteArrayType: PyType = define("bytearray");
export const memoryViewType: PyType = final("memoryview");

export const listType: PyType = define("list", { allocate: (type) => new PyList(type, []) });
export const tupleType: PyType = define("tuple");
export const dictType: PyType = define("dict", { allocate: (type) => new PyDict(type) });
export const setType: PyType = define("set", { allocate: (type) => new PySet(type) });
export const frozenSetType: PyType = define("frozenset");
export const rangeType: PyType = final("range");
export const sliceType: PyType = final("slice");

export const noneType: PyType = final("NoneType");
export const ellipsisType: PyType = final("ellipsis");
export const notImplementedType: PyType = final("NotImplementedType");

export const functionType: PyType = define("function", { isBase: false, hasDict: true });
export const methodType: PyType = final("method");
export const builtinFunctionType: PyType = final("builtin_function_or_method");
export const methodDescriptorType: PyType = final("method_descriptor");
export const classMethodDescriptorType: PyType = final("classmethod_descriptor");
export const wrapperDescriptorType: PyType = final("wrapper_descriptor");
export const methodWrapperType: PyType = final("method-wrapper");
export const getSetDescriptorType: PyType = final("getset_descriptor");
export const memberDescriptorType: PyType = final("member_descriptor");
export const propertyType: PyType = define("property");
export const classMethodType: PyType = define("classmethod", { hasDict: true });
export const staticMethodType: PyType = define("staticmethod", { hasDict: true });
export const superType: PyType = define("super");
export const moduleType: PyType = define("module", { hasDict: true });
export const mappingProxyType: PyType = final("mappingproxy");
export const codeType: PyType = final("code");
export const frameType: PyType = final("frame");
export const frameLocalsType: PyType = final("FrameLocalsProxy");
export const tracebackType: PyType = final("traceback");
export const cellType: PyType = final("cell");
export const genericAliasType: PyType = define("types.GenericAlias", { module: "types" });
export const unionType: PyType = define("types.UnionType", { module: "types", isBase: false });

export const generatorType: PyType = final("generator");
export const coroutineType: PyType = final("coroutine");
export const asyncGeneratorType: PyType = final("async_generator");
export const coroutineWrapperType: PyType = final("coroutine_wrapper");
export const asyncGeneratorSendType: PyType = final("async_generator_asend");
export const asyncGeneratorThrowType: PyType = final("async_generator_athrow");
export const anextAwaitableType: PyType = final("anext_awaitable");

export const rangeIteratorType: PyType = final("range_iterator");
export const longRangeIteratorType: PyType = final("longrange_iterator");
export const listIteratorType: PyType = final("list_iterator");
export const listReverseIteratorType: PyType = final("list_reverseiterator");
export const tupleIteratorType: PyType = final("tuple_iterator");
export const strIteratorType: PyType = final("str_iterator");
export const strAsciiIteratorType: PyType = final("str_ascii_iterator");
export const bytesIteratorType: PyType = final("bytes_iterator");
export const byteArrayIteratorType: PyType = final("bytearray_iterator");
export const memoryIteratorType: PyType = final("memory_iterator");
export const setIteratorType: PyType = final("set_iterator");
export const dictKeysType: PyType = final("dict_keys");
export const dictValuesType: PyType = final("dict_values");
export const dictItemsType: PyType = final("dict_items");
export const dictKeyIteratorType: PyType = final("dict_keyiterator");
export const dictValueIteratorType: PyType = final("dict_valueiterator");
export const dictItemIteratorType: PyType = final("dict_itemiterator");
export const dictReverseKeyIteratorType: PyType = final("dict_reversekeyiterator");
export const dictReverseValueIteratorType: PyType = final("dict_reversevalueiterator");
export const dictReverseItemIteratorType: PyType = final("dict_reverseitemiterator");
export const callableIteratorType: PyType = final("callable_iterator");
export const sequenceIteratorType: PyType = final("iterator");
export const enumerateType: PyType = define("enumerate");
export const zipType: PyType = define("zip");
export const mapType: PyType = define("map");
export const filterType: PyType = define("filter");
export const reversedType: PyType = define("reversed");

export const textStreamType: PyType = final("_io.TextIOWrapper", "_io");

/** What the host lends: its Promises, what awaits one, and its asynchronous iterators. */
export const hostPromiseType: PyType = final("Promise", "host");
export const hostPromiseIteratorType: PyType = final("promise_iterator", "host");
export const hostAsyncIteratorType: PyType = final("AsyncIterator", "host");
export const hostIteratorType: PyType = final("Iterator", "host");
export const hostCallType: PyType = final("Call", "host");

/** All types of this table. */
export const BUILTIN_TYPES: readonly PyType[] = [
  objectType,
  typeType,
  intType,
  boolType,
  floatType,
  complexType,
  strType,
  bytesType,
  byteArrayType,
  memoryViewType,
  listType,
  tupleType,
  dictType,
  setType,
  frozenSetType,
  rangeType,
  sliceType,
  noneType,
  ellipsisType,
  notImplementedType,
  functionType,
  methodType,
  builtinFunctionType,
  methodDescriptorType,
  classMethodDescriptorType,
  wrapperDescriptorType,
  methodWrapperType,
  getSetDescriptorType,
  memberDescriptorType,
  propertyType,
  classMethodType,
  staticMethodType,
  superType,
  moduleType,
  mappingProxyType,
  codeType,
  frameType,
  frameLocalsType,
  tracebackType,
  cellType,
  genericAliasType,
  unionType,
  generatorType,
  coroutineType,
  asyncGeneratorType,
  coroutineWrapperType,
  asyncGeneratorSendType,
  asyncGeneratorThrowType,
  anextAwaitableType,
  rangeIteratorType,
  longRangeIteratorType,
  listIteratorType,
  listReverseIteratorType,
  tupleIteratorType,
  strIteratorType,
  strAsciiIteratorType,
  bytesIteratorType,
  byteArrayIteratorType,
  memoryIteratorType,
  setIteratorType,
  dictKeysType,
  dictValuesType,
  dictItemsType,
  dictKeyIteratorType,
  dictValueIteratorType,
  dictItemIteratorType,
  dictReverseKeyIteratorType,
  dictReverseValueIteratorType,
  dictReverseItemIteratorType,
  callableIteratorType,
  sequenceIteratorType,
  enumerateType,
  zipType,
  mapType,
  filterType,
  reversedType,
  textStreamType,
  hostPromiseType,
  hostPromiseIteratorType,
  hostAsyncIteratorType,
  hostIteratorType,
  hostCallType,
];
