// Layouts of the iterators that draw on other iterators: enumerate, zip, map, filter, reversed.
import { PyAttributed } from "./attributed.ts";
import type { PyType } from "./type.ts";
import type { Value } from "./value.ts";

/** Here and below `isLeaf` holds where the sources never run Python, so that their items need no frame. */
export class PyEnumerate extends PyAttributed {
  readonly iterator: Value;
  readonly isLeaf: boolean;
  count: number | bigint;

  constructor(type: PyType, iterator: Value, isLeaf: boolean, count: number | bigint) {
    super(type);
    this.iterator = iterator;
    this.isLeaf = isLeaf;
    this.count = count;
  }
}

export class PyZip extends PyAttributed {
  readonly iterators: readonly Value[];
  readonly isLeaf: boolean;
  isStrict: boolean;

  constructor(type: PyType, iterators: readonly Value[], isLeaf: boolean, isStrict: boolean) {
    super(type);
    this.iterators = iterators;
    this.isLeaf = isLeaf;
    this.isStrict = isStrict;
  }
}

export class PyMap extends PyAttributed {
  readonly func: Value;
  readonly iterators: readonly Value[];
  readonly isLeaf: boolean;

  constructor(type: PyType, func: Value, iterators: readonly Value[], isLeaf: boolean) {
    super(type);
    this.func = func;
    this.iterators = iterators;
    this.isLeaf = isLeaf;
  }
}

/** `func` is None or `bool` for truth itself. */
export class PyFilter extends PyAttributed {
  readonly func: Value;
  readonly iterator: Value;

  constructor(type: PyType, func: Value, iterator: Value) {
    super(type);
    this.func = func;
    this.iterator = iterator;
  }
}

/** Reads a sequence backwards by index; `sequence` becomes null when exhausted. */
export class PyReversed extends PyAttributed {
  sequence: Value | null;
  index: number;

  constructor(type: PyType, sequence: Value, index: number) {
    super(type);
    this.sequence = sequence;
    this.index = index;
  }
}
