// Python exceptions as the host sees them.

/** One entry of a traceback; lines are 1-based, columns 0-based in code points. */
export interface PythonFrame {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly function: string;
}

/** A Python exception that no script caught. */
export class PythonError extends Error {
  /** The name of the Python type, e.g. "ValueError". */
  readonly type: string;
  /** What `str(exception)` gives. */
  override readonly message: string;
  /** Outermost call first. */
  readonly frames: readonly PythonFrame[];
  /** The whole traceback as CPython prints it. */
  readonly traceback: string;
  /** What a SystemExit (`sys.exit(3)`) asks of a command line; null for every other exception. */
  readonly exit: { readonly status: number; readonly message: string | null } | null;

  constructor(
    type: string,
    message: string,
    frames: readonly PythonFrame[],
    traceback: string,
    exit: PythonError["exit"],
  ) {
    super(message);
    this.name = "PythonError";
    this.type = type;
    this.message = message;
    this.frames = frames;
    this.traceback = traceback;
    this.exit = exit;
  }
}

/** A script was ended by a limit, or by `terminate`. */
export class LimitError extends Error {
  /** The key of the limit in the options of the VM, e.g. "activeTimeMs". */
  readonly limit: string;
  /** Its value. */
  readonly value: number;

  constructor(limit: string, value: number) {
    super(`script stopped: it passed the limit ${limit} = ${value}`);
    this.name = "LimitError";
    this.limit = limit;
    this.value = value;
  }
}

/** An error of the engine itself, which no script should be able to provoke. The VM is closed. */
export class InternalError extends Error {
  /** Where Python was: the traceback of the script. */
  readonly traceback: string;

  constructor(cause: unknown, traceback: string) {
    super(`internal error of the engine: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = "InternalError";
    this.traceback = traceback;
  }
}
