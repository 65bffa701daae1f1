// Layout of memoryview: a window on the bytes of a bytes or bytearray, as items of a format in one or more dimensions.
import { memoryViewType } from "./builtin-types.ts";
import { PyByteArray, type PyBytes } from "./sequences.ts";
import { PyObject, type Value } from "./value.ts";

/** What all views made from one another share: the object behind them, and how many of them are not released. */
export interface ViewedBuffer {
  /** `obj`: the object that the first view was made of. */
  readonly owner: Value;
  readonly source: PyBytes | PyByteArray;
  readonly isReadOnly: boolean;
  views: number;
}

export interface ViewLayout {
  /** Of the first item, in bytes. */
  readonly offset: number;
  /** One format character of the struct module, with an optional "@". */
  readonly format: string;
  readonly itemSize: number;
  /** Items and bytes between items, by dimension; a view of no dimension is one item. */
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

export class PyMemoryView extends PyObject {
  readonly buffer: ViewedBuffer;
  readonly layout: ViewLayout;
  readonly isReadOnly: boolean;
  isReleased = false;

  constructor(buffer: ViewedBuffer, layout: ViewLayout, isReadOnly: boolean) {
    super(memoryViewType);
    this.buffer = buffer;
    this.layout = layout;
    this.isReadOnly = isReadOnly;
    buffer.views++;
    // The first view locks the size of a bytearray, the last release unlocks it.
    if (buffer.views === 1 && buffer.source instanceof PyByteArray) buffer.source.exports++;
  }

  release(): void {
    if (this.isReleased) return;
    this.isReleased = true;
    const { buffer } = this;
    buffer.views--;
    if (buffer.views === 0 && buffer.source instanceof PyByteArray) buffer.source.exports--;
  }
}
