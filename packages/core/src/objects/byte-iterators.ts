// Layouts of the iterators of bytes, bytearray and memoryview: positions as plain data.
import { byteArrayIteratorType, bytesIteratorType, memoryIteratorType } from "./builtin-types.ts";
import type { PyMemoryView } from "./memory-view.ts";
import type { PyByteArray, PyBytes } from "./sequences.ts";
import { PyObject } from "./value.ts";

/** `source` becomes null when exhausted: an exhausted iterator stays so when a bytearray grows. */
export class BytesIterator extends PyObject {
  source: PyBytes | null;
  index = 0;

  constructor(source: PyBytes) {
    super(bytesIteratorType);
    this.source = source;
  }
}

export class ByteArrayIterator extends PyObject {
  source: PyByteArray | null;
  index = 0;

  constructor(source: PyByteArray) {
    super(byteArrayIteratorType);
    this.source = source;
  }
}

export class MemoryIterator extends PyObject {
  view: PyMemoryView | null;
  index = 0;

  constructor(view: PyMemoryView) {
    super(memoryIteratorType);
    this.view = view;
  }
}
