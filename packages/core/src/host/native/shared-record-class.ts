// The declaration of a class of records in shared memory.
import { checkKeys, shown } from "../check-keys.ts";
import { PythonRaise } from "../js-error.ts";
import { NativeClass } from "./native-class.ts";
import { keyword } from "./parameters.ts";
import { FIELD_KINDS, type FieldKind, layOut, MARK_WORD, type RecordLayout } from "./record-layout.ts";
import { SharedRecord } from "./shared-record.ts";
import type { TypeSpec } from "./type-spec.ts";

/** A borrow that Python holds for the length of a `with` block. */
class RecordGuard {
  readonly record: SharedRecord;
  readonly borrow: "shared" | "exclusive";
  view: SharedRecord | null = null;

  constructor(record: SharedRecord, borrow: "shared" | "exclusive") {
    this.record = record;
    this.borrow = borrow;
  }
}

/**
 * A class whose instances lie in shared memory: pass a record's `buffer` to another thread, and `open` it there with a
 * class declared in the same way. Python gets and sets fields as attributes, each access a borrow of its own;
 * `with record.reading() as r` and `with record.changing() as r` borrow for a block. The memory stays until no thread
 * refers to it. Needs SharedArrayBuffer (in browsers, a cross-origin isolated page).
 */
export class SharedRecordClass extends NativeClass<SharedRecord> {
  readonly #layout: RecordLayout;

  /** Throws TypeError when a field has no name of Python, or a kind that there is not. */
  constructor(name: string, fields: Readonly<Record<string, FieldKind>>, options: { readonly doc?: string } = {}) {
    // What is borrowed is the memory, not the object of this thread.
    checkKeys(`SharedRecordClass '${shown(name)}'`, options, { doc: "string" });
    super(name, { ...options, payload: SharedRecord, frozen: true });
    const layout = layOut(name, fields);
    this.#layout = layout;
    const names = Object.keys(fields);
    this.construct({
      parameters: names.map((field) =>
        keyword(field, fieldType(fields[field] as FieldKind), zeroOf(fields[field] as FieldKind)),
      ),
      create: (...values: unknown[]) => {
        const record = this.create();
        names.forEach((field, at) => record.set(field, values[at]));
        return record;
      },
    });
    for (const field of names) {
      this.property(field, {
        type: fieldType(fields[field] as FieldKind),
        get: (record) => record.get(field),
        set: (record, value) => record.set(field, value),
      });
    }
    const guard = guardClass(name, this.type);
    this.method("reading", { returns: guard.type, call: (record) => new RecordGuard(record, "shared") });
    this.method("changing", { returns: guard.type, call: (record) => new RecordGuard(record, "exclusive") });
  }

  /** A new record, its fields 0. Throws PythonRaise (RuntimeError) where there is no shared memory. */
  create(): SharedRecord {
    if (typeof SharedArrayBuffer !== "function") {
      throw new PythonRaise(
        "RuntimeError",
        `${this.name} record: there is no shared memory here (a page must be cross-origin isolated)`,
      );
    }
    const buffer = new SharedArrayBuffer(this.#layout.bytes);
    new Int32Array(buffer)[MARK_WORD] = this.#layout.mark;
    return new SharedRecord(this.#layout, buffer, null);
  }

  /** @internal */
  override payloadIn(memory: SharedArrayBuffer): SharedRecord | undefined {
    const { bytes, mark } = this.#layout;
    const isOwn = memory.byteLength === bytes && Atomics.load(new Int32Array(memory), MARK_WORD) === mark;
    return isOwn ? new SharedRecord(this.#layout, memory, null) : undefined;
  }

  /** The record in a memory that came from another thread. Throws TypeError when the memory is of another class. */
  open(buffer: SharedArrayBuffer): SharedRecord {
    const isShared = typeof SharedArrayBuffer === "function" && buffer instanceof SharedArrayBuffer;
    const record = isShared ? this.payloadIn(buffer) : undefined;
    if (record !== undefined) return record;
    throw new TypeError(`SharedRecordClass '${this.name}': open needs the buffer of a record declared in the same way`);
  }

  /** @internal Its memory has a borrow flag of its own. */
  override canChange(): boolean {
    return true;
  }

  /** @internal */
  override owns(value: object): boolean {
    return value instanceof SharedRecord && value.layout.mark === this.#layout.mark;
  }

  /** @internal */
  override accepts(value: unknown): value is SharedRecord {
    return typeof value === "object" && value !== null && this.owns(value);
  }
}

function fieldType(kind: FieldKind): TypeSpec<unknown> {
  return FIELD_KINDS[kind].type as TypeSpec<unknown>;
}

function zeroOf(kind: FieldKind): unknown {
  return kind === "bool" ? false : kind === "int64" ? 0n : 0;
}

/** The class of what `reading()` and `changing()` answer: its `__enter__` answers the borrowed record. */
function guardClass(name: string, record: TypeSpec<SharedRecord>): NativeClass<RecordGuard> {
  return new NativeClass<RecordGuard>(`${name}Borrow`, { payload: RecordGuard, identity: false }).context({
    returns: record,
    enter(guard) {
      if (guard.view !== null) throw new PythonRaise("RuntimeError", `${name} record: a borrow is good for one block`);
      guard.view = guard.record.begin(guard.borrow);
      return guard.view;
    },
    exit: (guard) => guard.view?.end(),
  });
}
