// The chunks of a ReadableStream as an asynchronous iterable, also where the runtime's own streams are none.

/** What is needed of a ReadableStream. */
export interface ReadableSource {
  /** Read it from now on by this reader alone. */
  getReader(): {
    /** The next chunk. */
    read(): Promise<{ readonly done: boolean; readonly value?: unknown }>;
    /** No more chunks are wanted. */
    cancel(reason?: unknown): Promise<unknown>;
    /** Let others read it. */
    releaseLock(): void;
  };
}

/**
 * The chunks of a ReadableStream for Python's `async for`, such as the body of a response. The stream is cancelled when the
 * iteration ends before it does. Node's own streams can be passed to scripts as they are; Safari's have no iterator. A chunk
 * that is a Uint8Array arrives as bytes.
 */
export function chunksOf(stream: ReadableSource): AsyncIterable<unknown> {
  return {
    [Symbol.asyncIterator]() {
      const reader = stream.getReader();
      return {
        async next() {
          const { done, value } = await reader.read();
          if (!done) return { done, value };
          reader.releaseLock();
          return { done: true, value: undefined };
        },
        async return() {
          await reader.cancel();
          reader.releaseLock();
          return { done: true, value: undefined };
        },
      };
    },
  };
}
