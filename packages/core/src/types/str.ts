// The type str: special methods; the others stand in the str-*.ts files.
import { strType } from "../objects/builtin-types.ts";
import { StrIterator } from "../objects/iterators.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple, typeOf } from "../objects/make.ts";
import { NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { Fault } from "../numeric/fault.ts";
import { isAscii } from "../text/classify.ts";
import { charAt, CodePoints, compareText, lengthOf } from "../text/code-points.ts";
import { concat, repeat } from "../text/replace.ts";
import { contains, length, type Searched } from "../text/search.ts";
import type { SliceRange } from "../numeric/slice-range.ts";
import { slice } from "../text/slice.ts";
import { hashString } from "../text/str-hash.ts";
import { strRepr } from "../text/str-repr.ts";
import { allocate, charge, takePart } from "../protocol/charge.ts";
import { CompareKind, orderAnswer } from "../protocol/compare.ts";
import { raiseFault } from "../protocol/fault.ts";
import { accessItem, type ItemAccess } from "../protocol/item-index.ts";
import { asString } from "../protocol/lookup.ts";
import { raiseMemoryError, raiseOverflowError, raiseTypeError } from "../protocol/raise.ts";
import { indexed } from "../protocol/text-index.ts";
import { type CountAction, withCount } from "./count-argument.ts";
import { defineType, method, newMethod, type TypeEntry } from "./define.ts";
import { FORMAT } from "./format-method.ts";
import { refuseConcatenation } from "./sequence-index.ts";
import { strCase } from "./str-case.ts";
import { encode, newStr } from "./str-codec.ts";
import { strFormat } from "./str-format.ts";
import { strLayout } from "./str-layout.ts";
import { strModulo } from "./str-modulo.ts";
import { strSearch } from "./str-search.ts";
import { strSplit } from "./str-split.ts";
import { strTable } from "./str-table.ts";

function comparison(kind: CompareKind): TypeEntry {
  return method("value, /", (_vm, self: string, other: Value) => {
    const text = asString(other);
    return text === undefined ? NOT_IMPLEMENTED : orderAnswer(kind, compareText(self, text));
  });
}

function sliceOf(vm: Machine, range: SliceRange, text: Searched): string {
  takePart(vm, text.length);
  allocate(vm, range.count);
  return slice(text, range);
}

const ITEMS: ItemAccess<Searched> = {
  length,
  item: (_vm, text, position) => (text instanceof CodePoints ? text.charAt(position) : charAt(text, position)),
  slice: { run: sliceOf },
  outOfRange: "string index out of range",
  wrongKey: (vm, _text, key) => raiseTypeError(vm, `string indices must be integers, not '${typeOf(key).name}'`),
};

/** `a + b` of two texts. */
function concatenate(vm: Machine, self: string, other: Value): Result {
  const text = asString(other);
  if (text === undefined) return refuseConcatenation(vm, self, other, "str");
  if (self.length + text.length > vm.limits.length) return raiseMemoryError(vm);
  charge(vm, text.length);
  vm.joined += self.length + text.length;
  const joined = concat(self, text);
  return joined instanceof Fault ? raiseFault(vm, joined) : joined;
}

const REPEAT: CountAction<string> = {
  run(vm, self, times) {
    if (self.length * times >= 2 ** 63) return raiseOverflowError(vm, "repeated string is too long");
    if (self.length * times > vm.limits.length) return raiseMemoryError(vm);
    allocate(vm, self.length * times);
    const text = repeat(self, times);
    return text instanceof Fault ? raiseFault(vm, text) : text;
  },
};

const multiply: TypeEntry = method("value, /", (vm, self: string, count: Value) => withCount(vm, self, count, REPEAT));

/** Bytes that CPython's layout takes: a header, and one to four bytes a character. */
function sizeOf(text: string): number {
  const count = lengthOf(text);
  if (isAscii(text)) return 41 + count;
  if (count !== text.length) return 60 + 4 * count;
  let widest = 0;
  for (let i = 0; i < text.length; i++) widest = Math.max(widest, text.charCodeAt(i));
  return widest < 256 ? 57 + count : 58 + 2 * count;
}

export function defineStr(): void {
  defineType(strType, "Text: sequences of Unicode characters that do not change.", {
    ...strSearch(),
    ...strSplit(),
    ...strCase(),
    ...strLayout(),
    ...strTable(),
    ...strFormat(),
    __new__: newMethod("object='', encoding='utf-8', errors='strict'", newStr),
    __repr__: method("", (vm, self: string) => {
      charge(vm, self.length);
      const text = strRepr(self);
      return text.length > vm.limits.length ? raiseMemoryError(vm) : text;
    }),
    __str__: method("", (_vm, self: string) => self),
    __hash__: method("", (vm, self: string) => {
      charge(vm, self.length);
      return hashString(self);
    }),
    __lt__: comparison(CompareKind.Less),
    __le__: comparison(CompareKind.LessEqual),
    __eq__: comparison(CompareKind.Equal),
    __ne__: comparison(CompareKind.NotEqual),
    __gt__: comparison(CompareKind.Greater),
    __ge__: comparison(CompareKind.GreaterEqual),
    __iter__: method("", (_vm, self: string) => new StrIterator(self, isAscii(self))),
    __len__: method("", (vm, self: string) => length(indexed(vm, self))),
    __getitem__: method("key, /", (vm, self: string, key: Value) => accessItem(vm, ITEMS, indexed(vm, self), key)),
    __add__: method("value, /", concatenate),
    __mul__: multiply,
    __rmul__: multiply,
    __mod__: method("value, /", strModulo),
    __rmod__: method("value, /", (vm, self: string, other: Value) => {
      const format = asString(other);
      return format === undefined ? NOT_IMPLEMENTED : strModulo(vm, format, self);
    }),
    __contains__: method("key, /", (vm, self: string, key: Value) => {
      const text = asString(key);
      if (text !== undefined) {
        charge(vm, self.length);
        return contains(self, text);
      }
      return raiseTypeError(vm, `'in <string>' requires string as left operand, not ${typeOf(key).name}`);
    }),
    __format__: FORMAT,
    __getnewargs__: method("", (_vm, self: string) => newTuple([self])),
    __sizeof__: method("", (_vm, self: string) => sizeOf(self)),
    encode: method("encoding='utf-8', errors='strict'", encode, "The bytes that encode the text."),
  });
}
