// Formatting against CPython: every row of format.jsonl.

import { describe, expect, test } from "vitest";
import { type Cell, readVectors } from "../../test/vectors/read-vectors.ts";
import { Fault } from "../numeric/fault.ts";
import { formatComplexBy, formatFloatBy, formatIntBy, formatStrBy } from "./format-str.ts";
import { printfCharacter, printfField, printfFloat, printfInt, printfText } from "./printf-format.ts";
import { type Conversion, parsePrintf, unsupportedConversion } from "./printf-parse.ts";
import { strRepr } from "./str-repr.ts";
import { type Accessor, splitFieldName } from "./template-field.ts";
import { parseTemplate, rawPieces, type TemplatePiece, unknownConversion } from "./template-parse.ts";

// The rows say what each function takes.
type AnyFunction = (...args: any[]) => unknown;

/** The % operator on the values of the rows. */
function printf(format: string, ...values: Cell[]): string | Fault {
  let text = "";
  let next = 0;
  for (const piece of parsePrintf(format)) {
    if (piece instanceof Fault) return piece;
    if (typeof piece === "string") text += piece;
    else {
      const width = piece.width === "*" ? (values[next++] as number) : undefined;
      const precision = piece.precision === "*" ? (values[next++] as number) : undefined;
      const shown = printfPiece(piece, values[next++] as Cell, width, precision);
      if (shown instanceof Fault) return shown;
      text += shown;
    }
  }
  return text;
}

function printfPiece(piece: Conversion, value: Cell, width?: number, precision?: number): string | Fault {
  const field = printfField(piece, width, precision);
  if (piece.type === "s") return printfText(value as string, field);
  if (piece.type === "c") return printfCharacter(value as number, field);
  if ("eEfFgG".includes(piece.type)) return printfFloat(value as number, piece.type, field);
  if ("diuoxX".includes(piece.type)) return printfInt(value as number, piece.type, field);
  return unsupportedConversion(piece);
}

/** str.format on arguments that tell what is done to them (`Seen` in format_vectors.py). */
function fill(pieces: readonly TemplatePiece[]): string | Fault {
  let text = "";
  for (const piece of pieces) {
    if (piece instanceof Fault) return piece;
    if (typeof piece === "string") {
      text += piece;
      continue;
    }
    const { first } = piece;
    if (first instanceof Fault) return first;
    if (typeof first === "number" && first > 8) {
      return new Fault(
        "IndexError" as "KeyError",
        "Replacement index " + first + " out of range for positional args tuple",
      );
    }
    if (typeof first === "string" && first !== "a" && first !== "w") return new Fault("KeyError", strRepr(first));
    let path = String(first);
    for (const accessor of piece.accessors) {
      if (accessor instanceof Fault) return accessor;
      path += shownAccess(accessor);
    }
    if (piece.conversion !== "" && !"rsa".includes(piece.conversion)) return unknownConversion(piece.conversion);
    const spec = piece.nested === undefined ? piece.spec : fill(piece.nested);
    if (spec instanceof Fault) return spec;
    if (piece.conversion === "") text += `<${path}|${spec}>`;
    else {
      const shown = formatStrBy(piece.conversion === "s" ? `str(${path})` : `repr(${path})`, spec);
      if (shown instanceof Fault) return shown;
      text += shown;
    }
  }
  return text;
}

function shownAccess(accessor: Accessor): string {
  if (accessor.kind === "attribute") return `.${accessor.name}`;
  return `[${typeof accessor.key === "string" ? strRepr(accessor.key) : accessor.key}]`;
}

/** The shape of `_string.formatter_parser`. */
function rawRows(template: string): unknown {
  const rows: unknown[] = [];
  let literal = "";
  for (const piece of rawPieces(template)) {
    if (piece instanceof Fault) return piece;
    if (typeof piece === "string") literal += piece;
    else {
      rows.push([literal, piece.name, piece.spec, piece.conversion === "" ? null : piece.conversion]);
      literal = "";
    }
  }
  if (literal !== "") rows.push([literal, null, null, null]);
  return joined(rows as RawRow[]);
}

type RawRow = [string, string | null, string | null, string | null];

/** CPython cuts literals at doubled braces; the text is the same. */
function joined(rows: readonly RawRow[]): RawRow[] {
  const result: RawRow[] = [];
  let literal = "";
  for (const [text, ...rest] of rows) {
    literal += text;
    if (rest[0] === null) continue;
    result.push([literal, ...rest]);
    literal = "";
  }
  if (literal !== "") result.push([literal, null, null, null]);
  return result;
}

function splitName(name: string): unknown {
  const { first, accessors } = splitFieldName(name);
  const rest: unknown[] = [];
  for (const accessor of accessors) {
    if (accessor instanceof Fault) return accessor;
    rest.push(accessor.kind === "attribute" ? [true, accessor.name] : [false, accessor.key]);
  }
  return first instanceof Fault ? first : [first, rest];
}

const FUNCTIONS: Record<string, AnyFunction> = {
  formatInt: (n, spec) => formatIntBy(n, spec),
  formatFloat: (x, spec) => formatFloatBy(x, spec),
  formatStr: (text, spec) => formatStrBy(text, spec),
  formatComplex: (re, im, spec) => formatComplexBy(re, im, spec),
  printf,
  printfError: (format: string, value: Cell) => printf(format, value),
  printfKeyError: (format: string) => printf(format),
  template: (template: string) => fill(parseTemplate(template)),
  rawPieces: rawRows,
  splitName,
};

function plain(value: unknown): unknown {
  return value instanceof Fault ? { kind: value.kind, message: value.message } : value;
}

const tables = readVectors("format");

describe("as CPython", () => {
  test("every table has its function", () => {
    expect([...tables.keys()].sort()).toEqual(Object.keys(FUNCTIONS).sort());
  });

  test.each(Object.keys(FUNCTIONS))("%s", (name) => {
    for (const { args, expected } of tables.get(name) ?? []) {
      const result = plain((FUNCTIONS[name] as AnyFunction)(...args));
      const wanted = name === "rawPieces" && Array.isArray(expected) ? joined(expected as RawRow[]) : expected;
      expect({ args, result }).toEqual({ args, result: wanted });
    }
  });
});
