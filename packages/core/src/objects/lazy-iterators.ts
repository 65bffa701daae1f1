// Layouts of the iterators that draw on other iterators: enumerate, zip, map, filter, reversed.
import { PyAttributed } from "./attributed.ts";
import type { PyType } from "./type.ts";
import type { Value } from "./value.ts";

/**
 * An iterator that may need no frame for its items: `weight` is how much work an item is, counted in items of simple
 * iterators, or 0 where Python may run or the work is too much. It holds for the built-in type, not for classes derived
 * from it.
 */
export class LazyIterator extends PyAttributed {
  readonly weight: number;

  constructor(type: PyType, weight: number) {
    super(type);
    this.weight = weight;
  }
}

export class PyEnumerate extends LazyIterator {
  readonly iterator: Value;
  count: number | bigint;

  constructor(type: PyType, iterator: Value, weight: number, count: number | bigint) {
    super(type, weight);
    this.iterator = iterator;
    this.count = count;
  }
}

export class PyZip extends LazyIterator {
  readonly iterators: readonly Value[];
  isStrict: boolean;

  constructor(type: PyType, iterators: readonly Value[], weight: number, isStrict: boolean) {
    super(type, weight);
    this.iterators = iterators;
    this.isStrict = isStrict;
  }
}

/** `isLeaf` holds where the sources need no frame. */
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
