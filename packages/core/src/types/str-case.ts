// Methods of str on the kinds and cases of characters: conversions and predicates.
import type { Machine } from "../objects/machine.ts";
import type { Result } from "../objects/value.ts";
import {
  isAlnum,
  isAlpha,
  isAscii,
  isDecimal,
  isDigit,
  isIdentifier,
  isLower,
  isNumeric,
  isSpace,
  isTitle,
  isUpper,
} from "../text/classify.ts";
import { capitalize, casefold, lower, swapcase, title, upper } from "../text/letter-case.ts";
import type { Change } from "../text/portion.ts";
import { isPrintable } from "../text/str-repr.ts";
import { allocate, charge } from "../protocol/charge.ts";
import { raiseMemoryError } from "../protocol/raise.ts";
import { method, type TypeEntry } from "./define.ts";
import { changeText } from "./text-portions.ts";

/** A conversion; some characters become up to three. */
function changing(change: (text: string) => string): TypeEntry {
  return method("", (vm: Machine, self: string): Result => {
    allocate(vm, self.length);
    const text = change(self);
    return text.length > vm.limits.length ? raiseMemoryError(vm) : text;
  });
}

/** A conversion that goes part by part. */
function changingParts(change: Change): TypeEntry {
  return method("", (vm: Machine, self: string) => changeText(vm, self, change));
}

function testing(test: (text: string) => boolean): TypeEntry {
  return method("", (vm, self: string) => {
    charge(vm, self.length);
    return test(self);
  });
}

export function strCase(): Readonly<Record<string, TypeEntry>> {
  return {
    upper: changing(upper),
    lower: changing(lower),
    casefold: changingParts(casefold),
    title: changingParts(title),
    capitalize: changing(capitalize),
    swapcase: changingParts(swapcase),
    isalpha: testing(isAlpha),
    isalnum: testing(isAlnum),
    isdecimal: testing(isDecimal),
    isdigit: testing(isDigit),
    isnumeric: testing(isNumeric),
    isspace: testing(isSpace),
    isascii: testing(isAscii),
    isupper: testing(isUpper),
    islower: testing(isLower),
    istitle: testing(isTitle),
    isidentifier: testing(isIdentifier),
    isprintable: testing(isPrintable),
  };
}
