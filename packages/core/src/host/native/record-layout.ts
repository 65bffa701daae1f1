// Where the fields of a record stand in its shared memory, and how each kind of field is read and written.
import { shown } from "../check-keys.ts";
import { bigintSpec, boolSpec, floatSpec, intSpec } from "./scalar-specs.ts";
import type { TypeSpec } from "./type-spec.ts";

/** Kinds of fields: "int32" and "float64" as numbers, "int64" as a bigint, "bool" as a boolean. */
export type FieldKind = "int32" | "int64" | "float64" | "bool";

interface FieldAccess {
  readonly bytes: number;
  readonly type: TypeSpec<never>;
  read(view: DataView, at: number): unknown;
  write(view: DataView, at: number, value: never): void;
  /** Whether a value fits; what does not is OverflowError. */
  fits(value: never): boolean;
}

/** The one table of kinds. */
export const FIELD_KINDS: Readonly<Record<FieldKind, FieldAccess>> = {
  int32: {
    bytes: 4,
    type: intSpec as TypeSpec<never>,
    read: (view, at) => view.getInt32(at, true),
    write: (view, at, value) => view.setInt32(at, value, true),
    fits: (value) => (value | 0) === value,
  },
  int64: {
    bytes: 8,
    type: bigintSpec as TypeSpec<never>,
    read: (view, at) => view.getBigInt64(at, true),
    write: (view, at, value) => view.setBigInt64(at, value, true),
    fits: (value) => BigInt.asIntN(64, value) === value,
  },
  float64: {
    bytes: 8,
    type: floatSpec as TypeSpec<never>,
    read: (view, at) => view.getFloat64(at, true),
    write: (view, at, value) => view.setFloat64(at, value, true),
    fits: () => true,
  },
  bool: {
    bytes: 4,
    type: boolSpec as TypeSpec<never>,
    read: (view, at) => view.getInt32(at, true) !== 0,
    write: (view, at, value) => view.setInt32(at, Number(value), true),
    fits: () => true,
  },
};

/** One field: its kind, and where it begins, in bytes. */
export interface Field {
  readonly kind: FieldKind;
  readonly at: number;
}

export interface RecordLayout {
  /** The name of the class. */
  readonly name: string;
  readonly fields: ReadonlyMap<string, Field>;
  /** Size of the memory, in bytes. */
  readonly bytes: number;
  /** Stands in the first word, so that memory of another layout is refused. */
  readonly mark: number;
}

/** The word of the mark, and that of the borrows: so many readers, or -1 for one who changes. */
export const MARK_WORD = 0;
export const BORROWS_WORD = 1;
const HEADER_BYTES = 8;

/** Fields in the order of their declaration, each aligned to its size. Throws TypeError for a kind that there is not. */
export function layOut(name: string, kinds: Readonly<Record<string, FieldKind>>): RecordLayout {
  if (typeof kinds !== "object" || kinds === null || Array.isArray(kinds)) {
    throw new TypeError(`SharedRecordClass '${name}': fields must be an object, not ${shown(kinds)}`);
  }
  const fields = new Map<string, Field>();
  let bytes = HEADER_BYTES;
  for (const [field, kind] of Object.entries(kinds)) {
    if (typeof kind !== "string" || !Object.hasOwn(FIELD_KINDS, kind)) {
      const known = Object.keys(FIELD_KINDS).join(", ");
      throw new TypeError(`SharedRecordClass '${name}': field '${field}' must be one of ${known}, not ${shown(kind)}`);
    }
    const size = FIELD_KINDS[kind].bytes;
    const at = Math.ceil(bytes / size) * size;
    fields.set(field, { kind, at });
    bytes = at + size;
  }
  const text = [...fields].map(([field, { kind }]) => `${field}:${kind}`).join(",");
  return { name, fields, bytes: Math.ceil(bytes / 8) * 8, mark: hashOf(`${name}(${text})`) };
}

/** FNV-1a, of 32 bits and never 0 (Fowler, Noll, Vo 1991). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193);
  return hash | 1;
}
