// Parses the template of str.format into literals and fields, with CPython's errors at their places.

import { Fault } from "../numeric/fault.ts";
import { type Accessor, splitFieldName } from "./template-field.ts";

/** A replacement field "{first.accessors!conversion:spec}". */
export interface TemplateField {
  /** An index into the positional arguments, the name of a keyword, or what CPython raises for it. */
  readonly first: number | string | Fault;
  /** Attribute and item accesses in order; a Fault is raised when its turn comes. */
  readonly accessors: readonly (Accessor | Fault)[];
  /** "r", "s", "a", "" for none, or another character: see {@link unknownConversion}. */
  readonly conversion: string;
  /** The format specification as text, when it holds no fields. */
  readonly spec: string;
  /** The pieces that make up the format specification, when it holds fields. */
  readonly nested: readonly TemplatePiece[] | undefined;
}

/** A literal text, a field, or, as the last piece, what CPython raises once it comes there. */
export type TemplatePiece = string | TemplateField | Fault;

/** One step of a template as `_string.formatter_parser` gives it: field parts are undefined after the last field. */
export interface RawField {
  readonly name: string;
  readonly conversion: string;
  readonly spec: string;
  readonly specHasFields: boolean;
}

interface Numbering {
  mode: "" | "automatic" | "manual";
  next: number;
}

const SINGLE_OPEN = new Fault("ValueError", "Single '{' encountered in format string");
const SINGLE_CLOSE = new Fault("ValueError", "Single '}' encountered in format string");
const NOT_CLOSED = new Fault("ValueError", "expected '}' before end of string");
const OPEN_IN_NAME = new Fault("ValueError", "unexpected '{' in field name");
const NO_CONVERSION = new Fault("ValueError", "end of string while looking for conversion specifier");
const AFTER_CONVERSION = new Fault("ValueError", "expected ':' after conversion specifier");
const OPEN_SPEC = new Fault("ValueError", "unmatched '{' in format spec");
const TOO_DEEP = new Fault("ValueError", "Max string recursion exceeded");
const TO_MANUAL = new Fault("ValueError", "cannot switch from automatic field numbering to manual field specification");
const TO_AUTOMATIC = new Fault(
  "ValueError",
  "cannot switch from manual field specification to automatic field numbering",
);

/** Parses a whole template; automatic numbers are given out, in specifications too. */
export function parseTemplate(template: string): readonly TemplatePiece[] {
  return parsePieces(template, { mode: "", next: 0 }, 2);
}

function parsePieces(template: string, numbering: Numbering, depth: number): readonly TemplatePiece[] {
  if (depth === 0) return [TOO_DEEP];
  const pieces: TemplatePiece[] = [];
  for (const raw of rawPieces(template)) {
    if (typeof raw === "string" || raw instanceof Fault) pieces.push(raw);
    else pieces.push(resolveField(raw, numbering, depth));
  }
  return pieces;
}

function resolveField(raw: RawField, numbering: Numbering, depth: number): TemplateField {
  const { first, accessors } = splitFieldName(raw.name);
  return {
    first: numbered(first, numbering),
    accessors,
    conversion: raw.conversion,
    spec: raw.specHasFields ? "" : raw.spec,
    nested: raw.specHasFields ? parsePieces(raw.spec, numbering, depth - 1) : undefined,
  };
}

function numbered(first: string | number | Fault, numbering: Numbering): number | string | Fault {
  if (first instanceof Fault || (typeof first === "string" && first !== "")) return first;
  const mode = first === "" ? "automatic" : "manual";
  if (numbering.mode === "") numbering.mode = mode;
  if (numbering.mode !== mode) return mode === "manual" ? TO_MANUAL : TO_AUTOMATIC;
  return typeof first === "number" ? first : numbering.next++;
}

/** Splits a template into literals and unresolved fields; a Fault comes last. */
export function rawPieces(template: string): readonly (string | RawField | Fault)[] {
  const pieces: (string | RawField | Fault)[] = [];
  let literal = "";
  let from = 0;
  let at = 0;
  while (at < template.length) {
    const unit = template.charCodeAt(at);
    if (unit !== 123 && unit !== 125) {
      at++;
      continue;
    }
    literal += template.slice(from, at);
    const next = template.charCodeAt(at + 1);
    if (next === unit) {
      literal += template.charAt(at);
      at += 2;
      from = at;
      continue;
    }
    // CPython reports these before it has looked at the literal in front.
    if (unit === 125) return [...pieces, SINGLE_CLOSE];
    if (at + 1 === template.length) return [...pieces, SINGLE_OPEN];
    if (literal !== "") pieces.push(literal);
    literal = "";
    const read = readField(template, at + 1);
    if (read instanceof Fault) return [...pieces, read];
    pieces.push(read.field);
    at = read.end;
    from = at;
  }
  literal += template.slice(from);
  if (literal !== "") pieces.push(literal);
  return pieces;
}

function readField(template: string, start: number): { field: RawField; end: number } | Fault {
  let at = nameEnd(template, start);
  if (at < 0) return OPEN_IN_NAME;
  const stop = template.charAt(at);
  const name = template.slice(start, at);
  if (stop === "") return NOT_CLOSED;
  if (stop === "}") return { field: { name, conversion: "", spec: "", specHasFields: false }, end: at + 1 };
  at++;
  let conversion = "";
  if (stop === "!") {
    const code = template.codePointAt(at);
    if (code === undefined) return NO_CONVERSION;
    conversion = String.fromCodePoint(code);
    at += conversion.length;
    const after = template.charAt(at);
    if (after === "}") return { field: { name, conversion, spec: "", specHasFields: false }, end: at + 1 };
    if (after !== ":" && after !== "") return AFTER_CONVERSION;
    at++;
  }
  const specStart = at;
  let open = 1;
  for (; at < template.length; at++) {
    const unit = template.charCodeAt(at);
    if (unit === 123) open++;
    else if (unit === 125 && --open === 0) {
      const spec = template.slice(specStart, at);
      return { field: { name, conversion, spec, specHasFields: spec.includes("{") }, end: at + 1 };
    }
  }
  return OPEN_SPEC;
}

// Offset of the "}", ":" or "!" that ends a name, or of the template's end; -1 for a "{" before. Brackets hide them.
function nameEnd(template: string, start: number): number {
  for (let at = start; at < template.length; at++) {
    switch (template.charCodeAt(at)) {
      case 123:
        return -1;
      case 91:
        at = template.indexOf("]", at) - 1;
        if (at < 0) return template.length;
        break;
      case 125:
      case 58:
      case 33:
        return at;
    }
  }
  return template.length;
}

/** What CPython raises for a conversion other than r, s and a. */
export function unknownConversion(conversion: string): Fault {
  const code = conversion.codePointAt(0) as number;
  const shown = code > 32 && code < 127 ? conversion : `\\x${code.toString(16)}`;
  return new Fault("ValueError", `Unknown conversion specifier ${shown}`);
}
