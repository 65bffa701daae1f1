// The types UnicodeDecodeError, UnicodeEncodeError and UnicodeTranslateError.
import {
  unicodeDecodeErrorType,
  unicodeEncodeErrorType,
  unicodeTranslateErrorType,
} from "../objects/exception-types.ts";
import type { PyException } from "../objects/exception.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple, typeOf } from "../objects/make.ts";
import { PyByteArray, PyBytes } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { codePoints } from "../text/code-points.ts";
import type { Keywords } from "../protocol/call.ts";
import { asInt, asString, unwrap } from "../protocol/lookup.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { defineType, method, type TypeEntry } from "./define.ts";
import { exceptionStr, refuseKeywords } from "./exception.ts";
import { field, setFields } from "./exception-field.ts";
import { raiseNoInteger } from "../protocol/bad-argument.ts";

type Kind = "text" | "int" | "bytes";

function fits(value: Value, kind: Kind): boolean {
  if (kind === "text") return asString(value) !== undefined;
  if (kind === "int") return asInt(value) !== undefined;
  const plain = unwrap(value);
  return plain instanceof PyBytes || plain instanceof PyByteArray;
}

const WANTED: Readonly<Record<Kind, string>> = { text: "str", int: "int", bytes: "bytes" };

function initializer(names: readonly string[], kinds: readonly Kind[]): TypeEntry {
  return method(
    "*args, **kwargs",
    (vm: Machine, self: PyException, args: readonly Value[], keywords: Keywords): Result => {
      if (!refuseKeywords(vm, self, keywords)) return undefined;
      self.args = newTuple(args);
      if (args.length !== names.length) {
        return raiseTypeError(vm, `function takes exactly ${names.length} arguments (${args.length} given)`);
      }
      for (let i = 0; i < names.length; i++) {
        const kind = kinds[i] as Kind;
        const value = args[i] as Value;
        if (!fits(value, kind)) {
          if (kind === "int") return raiseNoInteger(vm, value);
          if (kind === "bytes")
            return raiseTypeError(vm, `a bytes-like object is required, not '${typeOf(value).name}'`);
          return raiseTypeError(vm, `argument ${i + 1} must be ${WANTED[kind]}, not ${typeOf(value).name}`);
        }
        setFields(self, { [names[i] as string]: value });
      }
      return NONE;
    },
  );
}

/** `\x80`, `\u1234` or `\U00101234`. */
function escaped(code: number): string {
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, "0")}`;
  return `\\U${code.toString(16).padStart(8, "0")}`;
}

/** The start and end of the part concerned, which may be none of the object's. */
function range(self: PyException): [number, number] {
  const [start, end] = ["start", "end"].map((name) => Number(asInt(self.fields?.get(name)) ?? 0));
  return [start as number, end as number];
}

function decodeText(vm: Machine, self: PyException): Result {
  const object = self.fields?.get("object");
  if (object === undefined) return exceptionStr(vm, self);
  const data = unwrap(object);
  const bytes = data instanceof PyBytes || data instanceof PyByteArray ? data.data : new Uint8Array();
  const [start, end] = range(self);
  const { encoding, reason } = texts(self);
  const byte = bytes[start];
  const where =
    end === start + 1 && byte !== undefined
      ? `byte 0x${byte.toString(16).padStart(2, "0")} in position ${start}`
      : `bytes in position ${start}-${end - 1}`;
  return `'${encoding}' codec can't decode ${where}: ${reason}`;
}

function encodeText(vm: Machine, self: PyException): Result {
  const where = characters(self);
  if (where === null) return exceptionStr(vm, self);
  const { encoding, reason } = texts(self);
  return `'${encoding}' codec can't encode ${where}: ${reason}`;
}

function translateText(vm: Machine, self: PyException): Result {
  const where = characters(self);
  return where === null ? exceptionStr(vm, self) : `can't translate ${where}: ${texts(self).reason}`;
}

function characters(self: PyException): string | null {
  const text = asString(self.fields?.get("object"));
  if (text === undefined) return null;
  const codes = codePoints(text);
  const [start, end] = range(self);
  const code = codes[start];
  return end === start + 1 && code !== undefined
    ? `character '${escaped(code)}' in position ${start}`
    : `characters in position ${start}-${end - 1}`;
}

function texts(self: PyException): { readonly encoding: string; readonly reason: string } {
  return {
    encoding: asString(self.fields?.get("encoding")) ?? "",
    reason: asString(self.fields?.get("reason")) ?? "",
  };
}

function define(
  type: PyType,
  doc: string,
  names: readonly string[],
  kinds: readonly Kind[],
  text: (vm: Machine, self: PyException) => Result,
): void {
  defineType(type, doc, {
    __init__: initializer(names, kinds),
    __str__: method("", text),
    ...Object.fromEntries(names.map((name) => [name, field(name)])),
  });
}

export function defineUnicodeErrors(): void {
  const five = ["encoding", "object", "start", "end", "reason"];
  define(unicodeDecodeErrorType, "Unicode decoding error.", five, ["text", "bytes", "int", "int", "text"], decodeText);
  define(unicodeEncodeErrorType, "Unicode encoding error.", five, ["text", "text", "int", "int", "text"], encodeText);
  const four = ["object", "start", "end", "reason"];
  define(unicodeTranslateErrorType, "Unicode translation error.", four, ["text", "int", "int", "text"], translateText);
}
