// What the battery "http" needs of a fetch function, told so that every runtime's fits, and a test's own.

/** A function such as the runtime's `fetch`. */
export type Fetch = (url: string, init: FetchOptions) => Promise<FetchAnswer>;

/** What a request is made with. */
export interface FetchOptions {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** The battery follows redirects itself. */
  readonly redirect: "manual";
  readonly credentials: "omit";
  readonly signal: AbortSignal;
}

/** What comes back, as far as the battery looks at it. */
export interface FetchAnswer {
  readonly status: number;
  /** "opaqueredirect" where the runtime does not tell where a redirect leads. */
  readonly type?: string;
  readonly headers: {
    get(name: string): string | null;
    forEach(callback: (value: string, name: string) => void): void;
  };
  readonly body: FetchBody | null;
}

/** A stream of bytes. */
export interface FetchBody {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
    cancel(reason?: unknown): Promise<void>;
  };
  cancel(reason?: unknown): Promise<void>;
}

/**
 * All bytes of a body. Answers null, and reads no further, when there are more than `mostBytes`: what was unpacked counts,
 * so that little that is sent cannot become much.
 */
export async function bytesOf(body: FetchBody | null, mostBytes: number): Promise<Uint8Array | null> {
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (value === undefined) continue;
    length += value.length;
    if (length > mostBytes) {
      reader.cancel().catch(() => {});
      return null;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
