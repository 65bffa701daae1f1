// Records in shared memory: fields that several threads read and change, borrow-checked with atomic operations.
import { PythonRaise } from "../js-error.ts";
import type { Borrow } from "./native-function.ts";
import { BORROWS_WORD, FIELD_KINDS, type Field, type RecordLayout } from "./record-layout.ts";

/**
 * A record in one thread. Getting a field borrows the record for that moment, setting one borrows it exclusively; to do
 * several things as one, borrow it with `read` or `change`. A borrow that cannot be had now is an error: no thread waits
 * for another. Made by a SharedRecordClass.
 */
export class SharedRecord {
  /** The memory: post it to another thread, and open it there with the class declared in the same way. */
  readonly buffer: SharedArrayBuffer;
  /** @internal */
  readonly layout: RecordLayout;
  readonly #words: Int32Array;
  readonly #view: DataView;
  /** What a view of a record holds for all its accesses; null: each access borrows for itself. */
  #held: Borrow | "ended" | null;

  /** @internal */
  constructor(layout: RecordLayout, buffer: SharedArrayBuffer, held: Borrow | null) {
    this.layout = layout;
    this.buffer = buffer;
    this.#words = new Int32Array(buffer, 0, BORROWS_WORD + 1);
    this.#view = new DataView(buffer);
    this.#held = held;
  }

  /** The value of a field. Throws RangeError when there is no such field, PythonRaise when the record is being changed. */
  get(name: string): unknown {
    const { kind, at } = this.#field(name);
    return this.#during("shared", () => FIELD_KINDS[kind].read(this.#view, at));
  }

  /** Set a field. Throws RangeError, and PythonRaise when the record is borrowed or the value does not fit in the field. */
  set(name: string, value: unknown): void {
    const { kind, at } = this.#field(name);
    const access = FIELD_KINDS[kind];
    if (!access.fits(value as never))
      throw new PythonRaise("OverflowError", `${String(value)} does not fit in ${kind}`);
    this.#during("exclusive", () => access.write(this.#view, at, value as never));
  }

  /** Read several fields as one: nobody changes the record meanwhile. Throws PythonRaise when somebody does. */
  read<T>(read: (record: SharedRecord) => T): T {
    return this.#hold("shared", read);
  }

  /** Change several fields as one: nobody else uses the record meanwhile. Throws PythonRaise when somebody does. */
  change<T>(change: (record: SharedRecord) => T): T {
    return this.#hold("exclusive", change);
  }

  /** @internal Borrow; answers the view that holds the borrow until its `end`. */
  begin(borrow: Borrow): SharedRecord {
    if (this.#held !== null) throw this.#error("a borrow of it cannot be borrowed again");
    this.#take(borrow);
    return new SharedRecord(this.layout, this.buffer, borrow);
  }

  /** @internal Give a view's borrow back, once. */
  end(): void {
    if (this.#held === null || this.#held === "ended") return;
    this.#giveBack(this.#held);
    this.#held = "ended";
  }

  #hold<T>(borrow: Borrow, run: (record: SharedRecord) => T): T {
    const view = this.begin(borrow);
    try {
      return run(view);
    } finally {
      view.end();
    }
  }

  #during<T>(borrow: Borrow, run: () => T): T {
    const held = this.#held;
    if (held === null) {
      this.#take(borrow);
      const result = run();
      this.#giveBack(borrow);
      return result;
    }
    if (held === "ended") throw this.#error("its borrow has ended");
    if (held === "shared" && borrow === "exclusive") throw this.#error("it is borrowed for reading alone");
    return run();
  }

  /** Readers add themselves while nobody changes; who changes must find the word at 0. */
  #take(borrow: Borrow): void {
    const words = this.#words;
    if (borrow === "exclusive") {
      const found = Atomics.compareExchange(words, BORROWS_WORD, 0, -1);
      if (found === 0) return;
      throw this.#error(`it is being ${found < 0 ? "changed" : "read"} elsewhere`);
    }
    for (let known = Atomics.load(words, BORROWS_WORD); known >= 0; ) {
      const found = Atomics.compareExchange(words, BORROWS_WORD, known, known + 1);
      if (found === known) return;
      known = found;
    }
    throw this.#error("it is being changed elsewhere");
  }

  #giveBack(borrow: Borrow): void {
    if (borrow === "exclusive") Atomics.store(this.#words, BORROWS_WORD, 0);
    else Atomics.sub(this.#words, BORROWS_WORD, 1);
  }

  #field(name: string): Field {
    const field = this.layout.fields.get(name);
    if (field === undefined) throw new RangeError(`${this.layout.name} record: there is no field '${name}'`);
    return field;
  }

  #error(problem: string): PythonRaise {
    return new PythonRaise("RuntimeError", `${this.layout.name} record: ${problem}`);
  }
}
