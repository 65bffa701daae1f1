// Reads the rows that make_vectors.py wrote: expected values from CPython 3.13, by table.

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** An argument or result: an int or float, text, bytes, a complex number, an error, or a list of these. */
export type Cell =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | { readonly re: number; readonly im: number }
  | { readonly kind: string; readonly message: string }
  | readonly Cell[];

export interface Row {
  readonly args: readonly Cell[];
  readonly expected: Cell;
}

/** All rows of one subject's file ("numeric"), by the name of their table. */
export function readVectors(subject: string): ReadonlyMap<string, readonly Row[]> {
  const folder = process.env.KRAIT_VECTORS ?? import.meta.dirname;
  const tables = new Map<string, Row[]>();
  for (const line of readFileSync(join(folder, `${subject}.jsonl`), "utf8").split("\n")) {
    if (line === "") continue;
    const [name, ...cells] = JSON.parse(line) as [string, ...unknown[]];
    const values = cells.map(decode);
    const rows = tables.get(name) ?? [];
    tables.set(name, rows);
    rows.push({ args: values.slice(0, -1), expected: values.at(-1) as Cell });
  }
  return tables;
}

function decode(cell: unknown): Cell {
  if (Array.isArray(cell)) return cell.map(decode);
  if (typeof cell === "object" && cell !== null) {
    const { re, im } = cell as { re: unknown; im: unknown };
    return { re: decode(re) as number, im: decode(im) as number };
  }
  if (typeof cell !== "string") return cell as Cell;
  const rest = cell.slice(1);
  switch (cell.charAt(0)) {
    case "i":
      return rest.startsWith("-") ? -BigInt(`0x${rest.slice(1)}`) : BigInt(`0x${rest}`);
    case "f":
      return rest === "inf" ? Infinity : rest === "-inf" ? -Infinity : Number(rest);
    case "b":
      return Uint8Array.from(Buffer.from(rest, "hex"));
    case "E": {
      const colon = rest.indexOf(": ");
      return { kind: rest.slice(0, colon), message: rest.slice(colon + 2) };
    }
    default:
      return rest;
  }
}
