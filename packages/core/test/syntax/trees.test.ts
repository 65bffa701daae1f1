// Every tree in trees.json, which CPython 3.13 wrote, against ours: kinds, fields and places.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseModule } from "../../src/syntax/parse.ts";
import { Source } from "../../src/syntax/source.ts";

interface TreeCase {
  readonly source: string;
  readonly body: unknown;
}

const cases: readonly TreeCase[] = JSON.parse(readFileSync(new URL("./trees.json", import.meta.url), "utf8"));

/** Our tree as JSON has it, without what CPython's does not record. */
function comparable(value: unknown): unknown {
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== "object" || value === null) return value;
  if ("type" in value && "value" in value && typeof value.value === "number")
    return numberAsText(value.type, value.value);
  if ("type" in value && "value" in value && typeof value.value === "bigint") {
    return { type: value.type, value: String(value.value) };
  }
  const entries = Object.entries(value).filter(([key]) => key !== "nameStart" && key !== "attrStart");
  return Object.fromEntries(entries.map(([key, field]) => [key, comparable(field)]));
}

/** Floats as Python writes them, as far as the cases have them. */
function numberAsText(type: unknown, value: number): unknown {
  if (type === "int") return { type, value: String(value) };
  if (value === Number.POSITIVE_INFINITY) return { type, value: "inf" };
  return { type, value: Number.isInteger(value) ? value.toFixed(1) : String(value) };
}

/** Pieces of an f-string stand where we say; CPython has stranger places for them. */
function withoutPieceOffsets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPieceOffsets);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, field]) => {
    const fields = withoutPieceOffsets(field);
    const arePieces = "kind" in value && value.kind === "JoinedStr" && key === "values";
    return [key, arePieces ? (fields as object[]).map((piece) => ({ ...piece, start: 0, end: 0 })) : fields];
  });
  const tree = Object.fromEntries(entries);
  return tree.formatSpec ? { ...tree, formatSpec: { ...tree.formatSpec, start: 0, end: 0 } } : tree;
}

describe("trees are those of CPython", () => {
  test.each(cases)("$source", ({ source, body }) => {
    const { tree } = parseModule(new Source("x.py", source));
    expect(withoutPieceOffsets(comparable(tree.body))).toEqual(withoutPieceOffsets(body));
  });
});
