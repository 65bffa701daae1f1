// Layouts of the sequences: tuple, list, bytes, bytearray, range, slice.
import { type Attributed, PyAttributed } from "./attributed.ts";
import type { PyDict } from "./table.ts";
import type { PyType } from "./type.ts";
import { PyObject, type Value } from "./value.ts";

export class PyTuple implements Attributed {
  type: PyType;
  mark = 0;
  attrs: PyDict | null = null;
  readonly items: readonly Value[];

  constructor(type: PyType, items: readonly Value[]) {
    this.type = type;
    this.items = items;
  }
}

export class PyList implements Attributed {
  type: PyType;
  mark = 0;
  attrs: PyDict | null = null;
  items: Value[];

  constructor(type: PyType, items: Value[]) {
    this.type = type;
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

export class PySlice implements PyObject {
  type: PyType;
  mark = 0;
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;

  constructor(type: PyType, start: Value, stop: Value, step: Value) {
    this.type = type;
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}
