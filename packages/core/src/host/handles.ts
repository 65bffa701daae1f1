// The Python objects that the host holds: each is found again by its object, and all are emptied when the VM ends.
import type { PyException } from "../objects/exception.ts";
import { typeOf } from "../objects/make.ts";
import type { PyObject, Value } from "../objects/value.ts";
import type { Boundary } from "./boundary.ts";
import { HandleError } from "./errors.ts";

/** What stands behind a handle. The value is gone once its VM was closed or reset. */
export interface HandleCell {
  readonly boundary: Boundary;
  value: Value | undefined;
}

/** Holds handles weakly: what the host has dropped is collected with what it stood for. */
export class Handles {
  readonly #cells: Set<WeakRef<HandleCell>> = new Set();
  readonly #known: WeakMap<PyObject, WeakRef<object>> = new WeakMap();
  readonly #collected: FinalizationRegistry<WeakRef<HandleCell>> = new FinalizationRegistry((cell) =>
    this.#cells.delete(cell),
  );

  /** What errors of the host's stand for, as long as it holds them. */
  readonly #byError: WeakMap<Error, HandleCell> = new WeakMap();
  readonly #errorCells: Set<WeakRef<HandleCell>> = new Set();
  readonly #errorCollected: FinalizationRegistry<WeakRef<HandleCell>> = new FinalizationRegistry((cell) =>
    this.#errorCells.delete(cell),
  );

  /** The handle of an object, the same one each time; `make` makes it from its cell. */
  of<T extends object>(boundary: Boundary, value: PyObject, make: (cell: HandleCell) => T): T {
    const known = this.#known.get(value)?.deref();
    if (known !== undefined) return known as T;
    const cell: HandleCell = { boundary, value };
    const handle = make(cell);
    const reference = new WeakRef(cell);
    this.#cells.add(reference);
    this.#collected.register(cell, reference);
    this.#known.set(value, new WeakRef(handle));
    return handle;
  }

  /** An error of the host's stands for an exception: passing it back gives the exception. */
  keepException(boundary: Boundary, error: Error, exception: PyException): void {
    const cell: HandleCell = { boundary, value: exception };
    const reference = new WeakRef(cell);
    this.#byError.set(error, cell);
    this.#errorCells.add(reference);
    this.#errorCollected.register(cell, reference);
  }

  /** The exception that an error stands for; undefined when it is none of this life of the VM. */
  exceptionOf(error: Error): PyException | undefined {
    return this.#byError.get(error)?.value as PyException | undefined;
  }

  /** What is behind the handles that the host may still use. */
  values(): Value[] {
    return valuesOf(this.#cells);
  }

  /** The exceptions of the errors that the host may still hold. */
  exceptions(): Value[] {
    return valuesOf(this.#errorCells);
  }

  /** Empty every handle: what the host still holds keeps nothing of the VM alive. */
  clear(): void {
    for (const cells of [this.#cells, this.#errorCells]) {
      for (const reference of cells) {
        const cell = reference.deref();
        if (cell !== undefined) cell.value = undefined;
      }
      cells.clear();
    }
  }
}

function valuesOf(cells: ReadonlySet<WeakRef<HandleCell>>): Value[] {
  const values: Value[] = [];
  for (const reference of cells) {
    const value = reference.deref()?.value;
    if (value !== undefined) values.push(value);
  }
  return values;
}

/** The value behind a handle. Throws ClosedError or HandleError when its VM has ended. */
export function valueOf({ boundary, value }: HandleCell): Value {
  boundary.check();
  if (value === undefined) throw new HandleError(`an object of ${boundary.vmName} was used after its reset`);
  return value;
}

/** The value behind a handle that is passed to the VM of `boundary`. Throws HandleError when it is another VM's. */
export function valueFor(boundary: Boundary, cell: HandleCell): Value {
  if (cell.boundary === boundary) return valueOf(cell);
  // One of an earlier life of this VM says that it is stale.
  if (cell.value === undefined) return valueOf(cell);
  const what = `a Python ${typeOf(cell.value).name}`;
  throw new HandleError(`${what} of ${cell.boundary.vmName} was passed to ${boundary.vmName}`);
}
