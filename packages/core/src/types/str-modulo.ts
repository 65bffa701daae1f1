// str.__mod__: percent formatting of text.
import type { Machine } from "../objects/machine.ts";
import { PyFloat } from "../objects/numbers.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { lengthOf } from "../text/code-points.ts";
import { printfCharacter, printfText } from "../text/printf-format.ts";
import type { Conversion } from "../text/printf-parse.ts";
import { ascii, index, repr, str } from "../protocol/conversion.ts";
import { asInt, asString, special } from "../protocol/lookup.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { integerRefusal, printf, type PrintfFinish, type PrintfStyle } from "./printf.ts";
import { convertNumber, isPlainNumber, showNumber } from "./printf-number.ts";

const BAD_CHARACTER = "%c requires int or char";

const STYLE: PrintfStyle = {
  noun: "string",
  isText: (value) => asString(value) !== undefined,
  isPlain(piece, value) {
    if (piece.isInteger || piece.isFloat) return isPlainNumber(piece, value);
    if (typeof value !== "object") return true;
    return piece.type !== "a" && (value === NONE || value instanceof PyFloat);
  },
  convert(vm: Machine, piece: Conversion, value: Value): Result {
    switch (piece.type) {
      case "s":
        return str(vm, value);
      case "r":
        return repr(vm, value);
      case "a":
        return ascii(vm, value);
      case "c": {
        const text = asString(value);
        if (text !== undefined) return lengthOf(text) === 1 ? text : raiseTypeError(vm, BAD_CHARACTER);
        if (special(value, "__index__") === undefined) return raiseTypeError(vm, BAD_CHARACTER);
        return index(vm, value);
      }
      default:
        return convertNumber(vm, piece, value);
    }
  },
  refusal: (piece, value) => (piece.isInteger ? integerRefusal(piece.type, value) : null),
  show(vm, type, converted, field) {
    if (type === "s" || type === "r" || type === "a") return printfText(asString(converted) as string, field);
    if (type !== "c") return showNumber(vm, type, converted, field);
    if (typeof converted === "string") return printfText(converted, { ...field, precision: -1 });
    return printfCharacter(asInt(converted) as number, field);
  },
};

const FINISH: PrintfFinish = { finish: (text) => text };

export function strModulo(vm: Machine, self: string, args: Value): Result {
  return printf(vm, STYLE, self, args, FINISH);
}
