// The next item of the iterators of bytes and bytearray.
import type { ByteArrayIterator, BytesIterator } from "../objects/byte-iterators.ts";
import { DONE } from "../objects/singletons.ts";
import type { Value } from "../objects/value.ts";

export function nextByte(iterator: BytesIterator | ByteArrayIterator): Value {
  const byte = iterator.source === null ? undefined : iterator.source.data[iterator.index];
  if (byte === undefined) {
    iterator.source = null;
    return DONE;
  }
  iterator.index++;
  return byte;
}
