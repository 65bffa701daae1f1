// Layouts of the sequences: tuple, list, bytes, bytearray, range, slice.
import { PyAttributed } from "./attributed.ts";
import type { PyType } from "./type.ts";
import { PyObject, type Value } from "./value.ts";

export class PyTuple extends PyAttributed {
  readonly items: readonly Value[];

  constructor(type: PyType, items: readonly Value[]) {
    super(type);
    this.items = items;
  }
}

export class PyList extends PyAttributed {
  items: Value[];

  constructor(type: PyType, items: Value[]) {
    super(type);
    this.items = items;
  }
}

export class PyBytes extends PyObject {
  readonly data: Uint8Array;

  constructor(type: PyType, data: Uint8Array) {
    super(type);
    this.data = data;
  }
}

/** `data` is exactly as long as the contents; `exports` counts the memoryviews that forbid resizing. */
export class PyByteArray extends PyAttributed {
  data: Uint8Array;
  exports = 0;
  /** Bytes after `data` in its buffer that belong to it too: growing by one does not copy. */
  spare = 0;

  constructor(type: PyType, data: Uint8Array) {
    super(type);
    this.data = data;
  }
}

export class PyRange extends PyObject {
  readonly start: number | bigint;
  readonly stop: number | bigint;
  readonly step: number | bigint;
  readonly length: number | bigint;

  constructor(
    type: PyType,
    start: number | bigint,
    stop: number | bigint,
    step: number | bigint,
    length: number | bigint,
  ) {
    super(type);
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.length = length;
  }
}

export class PySlice extends PyObject {
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;

  constructor(type: PyType, start: Value, stop: Value, step: Value) {
    super(type);
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}
