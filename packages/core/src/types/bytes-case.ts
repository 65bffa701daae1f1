// Methods of bytes and bytearray on ASCII letters: conversions and predicates.
import {
  capitalizeBytes,
  everyByte,
  isAlphaByte,
  isAlphaNumericByte,
  isAsciiByte,
  isCase,
  isDigitByte,
  isLowerByte,
  isSpaceByte,
  isTitleBytes,
  isUpperByte,
  lowerBytes,
  swapCaseBytes,
  titleBytes,
  upperBytes,
} from "../text/bytes-case.ts";
import { charge } from "../protocol/charge.ts";
import { type BytesLike, like } from "./bytes-like.ts";
import { method, type TypeEntry } from "./define.ts";

function changing(change: (data: Uint8Array) => Uint8Array): TypeEntry {
  return method("", (vm, self: BytesLike) => {
    charge(vm, self.data.length);
    return like(self, change(self.data));
  });
}

function testing(test: (data: Uint8Array) => boolean): TypeEntry {
  return method("", (vm, self: BytesLike) => {
    charge(vm, self.data.length);
    return test(self.data);
  });
}

function every(isMember: (byte: number) => boolean): TypeEntry {
  return testing((data) => everyByte(data, isMember));
}

export function bytesCase(): Readonly<Record<string, TypeEntry>> {
  return {
    upper: changing(upperBytes),
    lower: changing(lowerBytes),
    title: changing(titleBytes),
    capitalize: changing(capitalizeBytes),
    swapcase: changing(swapCaseBytes),
    isalpha: every(isAlphaByte),
    isalnum: every(isAlphaNumericByte),
    isdigit: every(isDigitByte),
    isspace: every(isSpaceByte),
    isascii: testing((data) => data.every(isAsciiByte)),
    isupper: testing((data) => isCase(data, isUpperByte, isLowerByte)),
    islower: testing((data) => isCase(data, isLowerByte, isUpperByte)),
    istitle: testing(isTitleBytes),
  };
}
