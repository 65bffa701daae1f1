// The types that come with the language: each gets its methods here, once, when they are asked for.
import * as types from "../objects/builtin-types.ts";
import * as exceptions from "../objects/exception-types.ts";
import type { PyType } from "../objects/type.ts";
import { defineLeafItems } from "../protocol/leaf-items.ts";
import { defineAsyncGenerator } from "./async-generator.ts";
import { defineBool } from "./bool.ts";
import { defineByteArray } from "./byte-array.ts";
import { defineByteIterators } from "./byte-iterators.ts";
import { defineBytes } from "./bytes.ts";
import { defineCell } from "./cell.ts";
import { defineClassMethod, defineStaticMethod } from "./class-method.ts";
import { defineCode } from "./code.ts";
import { defineComplex } from "./complex.ts";
import { defineDictViews } from "./dict-views.ts";
import { defineDict } from "./dict.ts";
import { defineEnumerate } from "./enumerate.ts";
import { defineExceptionGroup } from "./exception-group.ts";
import { defineOsError } from "./exception-os.ts";
import { definePlainExceptions } from "./exception-plain.ts";
import { defineSyntaxError } from "./exception-syntax.ts";
import { defineUnicodeErrors } from "./exception-unicode.ts";
import { defineException } from "./exception.ts";
import { defineFilter } from "./filter.ts";
import { defineFloat } from "./float.ts";
import { defineFrameLocals } from "./frame-locals.ts";
import { defineFrame } from "./frame.ts";
import { defineFrozenSet } from "./frozenset.ts";
import { defineFunction } from "./function.ts";
import { defineGenerator } from "./generator.ts";
import { defineGenericAlias } from "./generic-alias.ts";
import { defineHostValues } from "./host-values.ts";
import { defineInt } from "./int.ts";
import { defineIterators } from "./iterators.ts";
import { defineList } from "./list.ts";
import { defineMap } from "./map.ts";
import { defineMappingProxy } from "./mapping-proxy.ts";
import { defineMemoryView } from "./memory-view.ts";
import { defineMethod } from "./method.ts";
import { defineModuleType } from "./module.ts";
import { defineNativeFunctions } from "./native-function.ts";
import { defineObject } from "./object.ts";
import { defineProperty } from "./property.ts";
import { defineRange } from "./range.ts";
import { defineReversed } from "./reversed.ts";
import { defineSet } from "./set.ts";
import { defineSingletons } from "./singletons.ts";
import { defineSlice } from "./slice.ts";
import { defineStr } from "./str.ts";
import { defineSuper } from "./super.ts";
import { defineTextStream } from "./text-stream.ts";
import { defineTuple } from "./tuple.ts";
import { defineTypeType } from "./type.ts";
import { defineUnionType } from "./union-type.ts";
import { defineZip } from "./zip.ts";

/** What gives which types their methods. */
const DEFINITIONS: readonly (readonly [define: () => void, ...PyType[]])[] = [
  [
    defineAsyncGenerator,
    types.asyncGeneratorType,
    types.asyncGeneratorSendType,
    types.asyncGeneratorThrowType,
    types.anextAwaitableType,
  ],
  [defineBool, types.boolType],
  [defineByteArray, types.byteArrayType],
  [defineByteIterators, types.bytesIteratorType, types.byteArrayIteratorType, types.memoryIteratorType],
  [defineBytes, types.bytesType],
  [defineCell, types.cellType],
  [defineClassMethod, types.classMethodType],
  [defineStaticMethod, types.staticMethodType],
  [defineCode, types.codeType],
  [defineComplex, types.complexType],
  [defineDictViews, types.dictKeysType, types.dictValuesType, types.dictItemsType],
  [defineDict, types.dictType],
  [defineEnumerate, types.enumerateType],
  [defineExceptionGroup, exceptions.baseExceptionGroupType, exceptions.exceptionGroupType],
  [defineOsError, exceptions.osErrorType],
  [
    definePlainExceptions,
    exceptions.systemExitType,
    exceptions.attributeErrorType,
    exceptions.importErrorType,
    exceptions.keyErrorType,
    exceptions.nameErrorType,
    exceptions.stopIterationType,
  ],
  [defineSyntaxError, exceptions.syntaxErrorType],
  [
    defineUnicodeErrors,
    exceptions.unicodeDecodeErrorType,
    exceptions.unicodeEncodeErrorType,
    exceptions.unicodeTranslateErrorType,
  ],
  [defineException, exceptions.baseExceptionType],
  [defineFilter, types.filterType],
  [defineFloat, types.floatType],
  [defineFrameLocals, types.frameLocalsType],
  [defineFrame, types.frameType, types.tracebackType],
  [defineFrozenSet, types.frozenSetType],
  [defineFunction, types.functionType],
  [defineGenerator, types.generatorType, types.coroutineType, types.coroutineWrapperType],
  [defineGenericAlias, types.genericAliasType],
  [defineInt, types.intType],
  [
    defineIterators,
    types.rangeIteratorType,
    types.longRangeIteratorType,
    types.listIteratorType,
    types.listReverseIteratorType,
    types.tupleIteratorType,
    types.strIteratorType,
    types.strAsciiIteratorType,
    types.setIteratorType,
    types.dictKeyIteratorType,
    types.dictValueIteratorType,
    types.dictItemIteratorType,
    types.dictReverseKeyIteratorType,
    types.dictReverseValueIteratorType,
    types.dictReverseItemIteratorType,
    types.callableIteratorType,
    types.sequenceIteratorType,
  ],
  [defineList, types.listType],
  [defineMap, types.mapType],
  [defineMappingProxy, types.mappingProxyType],
  [defineMemoryView, types.memoryViewType],
  [defineMethod, types.methodType],
  [defineModuleType, types.moduleType],
  [
    defineNativeFunctions,
    types.builtinFunctionType,
    types.methodDescriptorType,
    types.classMethodDescriptorType,
    types.wrapperDescriptorType,
    types.methodWrapperType,
    types.getSetDescriptorType,
    types.memberDescriptorType,
  ],
  [defineObject, types.objectType],
  [defineProperty, types.propertyType],
  [defineRange, types.rangeType],
  [defineReversed, types.reversedType],
  [defineSet, types.setType],
  [defineSingletons, types.noneType, types.ellipsisType, types.notImplementedType],
  [defineSlice, types.sliceType],
  [defineStr, types.strType],
  [defineSuper, types.superType],
  [defineTextStream, types.textStreamType],
  [defineTuple, types.tupleType],
  [defineTypeType, types.typeType],
  [defineUnionType, types.unionType],
  [defineZip, types.zipType],
];

/** Let each built-in type have its methods as soon as somebody asks for one: the types are shared by all VMs. */
export function defineTypes(): void {
  if (types.objectType.definition !== undefined) return;
  for (const [define, ...defined] of DEFINITIONS) {
    const fill = (): void => {
      for (const type of defined) type.definition = null;
      define();
    };
    for (const type of defined) type.definition = fill;
  }
  defineLeafItems();
  // These also tell `await` a shorter way, which must be there before anybody asks for a method.
  defineHostValues();
}
