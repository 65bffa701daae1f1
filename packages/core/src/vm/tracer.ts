// The trace hook of a VM: what it is told, and that nothing it does upsets what runs.
import { positionAt } from "../bytecode/code.ts";
import { TraceKind } from "../bytecode/op.ts";
import type { PyException } from "../objects/exception.ts";
import type { Frame } from "../objects/frame.ts";
import type { Tracer } from "../objects/machine.ts";

/** What a trace hook is told. */
export interface TraceEvent {
  /**
   * A function is entered, a line is about to run, a function is about to return, an exception passes a frame. A generator
   * or coroutine is entered each time that it goes on, and returns each time that it is suspended; what an exception leaves
   * returns too.
   */
  readonly kind: "call" | "line" | "return" | "exception";
  /** The name of the source. */
  readonly file: string;
  /** The line, from 1. */
  readonly line: number;
  /** The qualified name of the function; "<module>" for a script. */
  readonly function: string;
  /** Frames below this one. */
  readonly depth: number;
  /** Of an exception: the name of its type. */
  readonly type?: string;
  /** Of an exception: its first argument, where that is a str; nothing of the script's is run to find out. */
  readonly message?: string;
}

/** Is called while a script stands still; what it throws ends the tracing. */
export type TraceHook = (event: TraceEvent) => void;

const KINDS: Readonly<Record<TraceKind, TraceEvent["kind"]>> = {
  [TraceKind.Call]: "call",
  [TraceKind.Resume]: "call",
  [TraceKind.Line]: "line",
  [TraceKind.Again]: "line",
  [TraceKind.Return]: "return",
};

export class HookTracer implements Tracer {
  readonly #failed: (error: unknown) => void;
  hook: TraceHook | null;
  /** The hook runs: what it makes the VM do is not traced. */
  #isTelling = false;
  /** Where the hook was told of last: a return that stands nowhere in the source is told there. */
  #lastFrame: Frame | null = null;
  #lastLine = 0;
  /** The line that each frame was told to be on last. */
  readonly #lines: WeakMap<Frame, number> = new WeakMap();

  /** `failed` is told what a hook has thrown, which is then no longer called. */
  constructor(hook: TraceHook, failed: (error: unknown) => void) {
    this.hook = hook;
    this.#failed = failed;
  }

  tell(frame: Frame, kind: TraceKind): void {
    if (this.hook === null || this.#isTelling || frame.linked?.isHidden === true) return;
    const lastLine = this.#lines.get(frame);
    const event = this.#event(frame, KINDS[kind]);
    // A frame is used again by the next call.
    this.#lines.set(frame, kind === TraceKind.Call ? 0 : event.line);
    if (kind !== TraceKind.Line || event.line !== lastLine) this.#call(event);
  }

  tellException(frame: Frame, error: PyException): void {
    if (this.hook === null || this.#isTelling) return;
    const [first] = error.args.items;
    const message = typeof first === "string" ? { message: first } : {};
    this.#call({ ...this.#event(frame, "exception"), type: error.type.name, ...message });
  }

  #event(frame: Frame, kind: TraceEvent["kind"]): TraceEvent {
    const code = (frame.linked as NonNullable<Frame["linked"]>).code;
    const { filename, firstLine, qualifiedName } = code.fields;
    // A return by way of `finally` stands there; one that has no place in the source, where the frame was last.
    const isReturnFromHere = kind === "return" && frame === this.#lastFrame;
    const at = isReturnFromHere ? undefined : positionAt(code, Math.max(0, frame.pc - 1))?.line;
    const line = at ?? (frame === this.#lastFrame ? this.#lastLine : firstLine);
    this.#lastFrame = frame;
    this.#lastLine = line;
    return { kind, file: filename, line, function: qualifiedName, depth: frame.depth - 1 };
  }

  #call(event: TraceEvent): void {
    const { hook } = this;
    this.#isTelling = true;
    try {
      hook?.(event);
    } catch (error) {
      if (this.hook === hook) this.hook = null;
      this.#failed(error);
    } finally {
      this.#isTelling = false;
    }
  }
}
