// Generated format specifications and conversions, most of them valid for some type.
import { type Code, code, maybe, one, some, word } from "./code.ts";

const width: Code = maybe(word("1", "5", "8", "12", "20"));
const precision: Code = maybe(word(".0", ".1", ".3", ".6", ".12", ".20"));
const align: Code = maybe(word("<", ">", "^", "=", "*<", "_>", "é^", "0="));

/** What stands after the colon of a replacement field. */
export const formatSpec: Code = one(
  code`${align}${width}`,
  code`${align}${maybe(word("+", "-", " "))}${maybe(word("z"))}${maybe(word("#"))}${maybe(word("0"))}${width}${maybe(
    word(",", "_"),
  )}${precision}${maybe(word("d", "f", "g", "e", "s", "x", "b", "o", "n", "c", "%", "F", "G", "E", "X"))}`,
);

/** One conversion of the `%` operator. */
const printfField: Code = code`%${maybe(word("-", "+", " ", "0", "#", "#0", "-+"))}${width}${precision}${word(
  "d",
  "s",
  "r",
  "a",
  "i",
  "u",
  "f",
  "F",
  "e",
  "E",
  "g",
  "G",
  "x",
  "X",
  "o",
  "c",
  "%",
  "y",
)}`;

export const printfTemplate: Code = some(printfField, 1, 3, "|");

/** A field of `str.format`. */
export const templateField: Code = code`{${maybe(word("0", "1", "a", "0[0]", "a.real", "9", "b"))}${maybe(
  word("!r", "!s", "!a", "!x"),
)}${maybe(code`:${formatSpec}`)}}`;

/** Bounds of a slice. */
export function slice(bound: Code): Code {
  return one(
    code`${bound}:${bound}`,
    code`:${bound}`,
    code`${bound}:`,
    code`${maybe(bound)}:${maybe(bound)}:${word("1", "2", "-1", "-2", "3", "0", "-3")}`,
  );
}
