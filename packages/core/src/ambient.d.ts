// The few globals core uses, as every JavaScript runtime has them; names no type that Node or the DOM lack.

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: any;
  throwIfAborted(): void;
  addEventListener(type: "abort", listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

interface AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}
declare const AbortController: { new (): AbortController; readonly prototype: AbortController };

interface MessagePort {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: any) => void): void;
  start(): void;
  close(): void;
  /** Node only: a port that listens must not keep the process alive. */
  ref?(): void;
  unref?(): void;
}
interface MessageChannel {
  readonly port1: MessagePort;
  readonly port2: MessagePort;
}
declare const MessageChannel: { new (): MessageChannel; readonly prototype: MessageChannel };

declare function queueMicrotask(callback: () => void): void;

/** A runtime's own kind of timer: store it as `ReturnType<typeof setTimeout>`. Node's alone can `unref`. */
declare function setTimeout(callback: () => void, milliseconds?: number): { ref?(): unknown; unref?(): unknown };
declare function clearTimeout(timer: ReturnType<typeof setTimeout> | undefined): void;
/** Only Node and its kin have it: ask `typeof setImmediate === "function"` first. */
declare const setImmediate: ((callback: () => void) => unknown) | undefined;

declare const performance: { now(): number; readonly timeOrigin: number };

declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}
