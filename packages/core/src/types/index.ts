// The types that come with the language: each gets its methods here, once.
import { BUILTIN_TYPES, objectType } from "../objects/builtin-types.ts";
import { EXCEPTION_TYPES } from "../objects/exception-types.ts";
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

const DEFINITIONS: readonly (() => void)[] = [
  defineAsyncGenerator,
  defineBool,
  defineByteArray,
  defineByteIterators,
  defineBytes,
  defineCell,
  defineClassMethod,
  defineStaticMethod,
  defineCode,
  defineComplex,
  defineDictViews,
  defineDict,
  defineEnumerate,
  defineExceptionGroup,
  defineOsError,
  definePlainExceptions,
  defineSyntaxError,
  defineUnicodeErrors,
  defineException,
  defineFilter,
  defineFloat,
  defineFrame,
  defineFrozenSet,
  defineFunction,
  defineGenerator,
  defineGenericAlias,
  defineHostValues,
  defineInt,
  defineIterators,
  defineList,
  defineMap,
  defineMappingProxy,
  defineMemoryView,
  defineMethod,
  defineModuleType,
  defineNativeFunctions,
  defineObject,
  defineProperty,
  defineRange,
  defineReversed,
  defineSet,
  defineSingletons,
  defineSlice,
  defineStr,
  defineSuper,
  defineTextStream,
  defineTuple,
  defineTypeType,
  defineUnionType,
  defineZip,
];

/** Give the built-in types their methods, unless they have them: the types are shared by all VMs. */
export function defineTypes(): void {
  if (objectType.namespace.has("__new__")) return;
  for (const define of DEFINITIONS) define();
  // Look-ups made while the code was loaded may have remembered that a method is missing.
  for (const type of [...BUILTIN_TYPES, ...EXCEPTION_TYPES]) type.changed();
}
