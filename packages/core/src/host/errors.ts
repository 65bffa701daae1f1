// The errors that the host gets, one class each: what a script failed with, what stopped it, what the host did wrong.

/** One entry of a traceback; lines are 1-based, columns 0-based in code points. */
export interface PythonFrame {
  /** The name of the source, as given by `filename` or by the loader. */
  readonly file: string;
  /** The line that was running, from 1. */
  readonly line: number;
  /** Where on the line the expression begins, from 0; 0 when that is not known. */
  readonly column: number;
  /** Where on its last line the expression ends; 0 when that is not known. */
  readonly endColumn: number;
  /** The qualified name of the function, "<module>" outside of any; "" for the place of a SyntaxError. */
  readonly function: string;
  /** The line of source, without its indentation; null when the text is not known. */
  readonly source: string | null;
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
  readonly exit: {
    /** The exit status, 0 to 255. */
    readonly status: number;
    /** What to write to standard error; null for nothing. */
    readonly message: string | null;
  } | null;

  /** @internal */
  constructor(
    type: string,
    message: string,
    frames: readonly PythonFrame[],
    traceback: string,
    exit: PythonError["exit"],
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "PythonError";
    this.type = type;
    this.message = message;
    this.frames = frames;
    this.traceback = traceback;
    this.exit = exit;
  }
}

/** Where a script stood when it was stopped. */
export interface ScriptPlace {
  /** The name of the source. */
  readonly file: string;
  /** Its line, from 1. */
  readonly line: number;
}

function at(place: ScriptPlace | null): string {
  return place === null ? "" : ` at ${place.file}:${place.line}`;
}

/** A limit ended a script; no Python code could catch it. */
export class LimitError extends Error {
  /** The key of the limit in the options of the VM, e.g. "activeTimeMs". */
  readonly limit: string;
  /** Its value. */
  readonly value: number;
  /** Where the script was; null when no Python code was running. */
  readonly place: ScriptPlace | null;

  /** @internal */
  constructor(limit: string, value: number, place: ScriptPlace | null) {
    super(`script stopped: it passed the limit ${limit} = ${value}${at(place)}`);
    this.name = "LimitError";
    this.limit = limit;
    this.value = value;
    this.place = place;
  }
}

/** `vm.terminate()` ended a script; no Python code could catch it. */
export class TerminatedError extends Error {
  /** What `terminate` was given. */
  readonly reason: string;
  /** Where the script was; null when no Python code was running. */
  readonly place: ScriptPlace | null;

  /** @internal */
  constructor(reason: string, place: ScriptPlace | null) {
    super(`script terminated${at(place)}: ${reason}`);
    this.name = "TerminatedError";
    this.reason = reason;
    this.place = place;
  }
}

/** The VM is closing or closed: it takes no calls, and its objects are gone. */
export class ClosedError extends Error {
  /** @internal */
  constructor(vm: string) {
    super(`${vm} is closed`);
    this.name = "ClosedError";
  }
}

/** An object of a VM was used after `reset()`, or in another VM than its own. */
export class HandleError extends Error {
  /** @internal */
  constructor(message: string) {
    super(message);
    this.name = "HandleError";
  }
}

/** A synchronous call would have had to wait for the host. */
export class WouldWaitError extends Error {
  /** What it would have waited for, e.g. "sleep". */
  readonly operation: string;

  /** @internal */
  constructor(operation: string, place: ScriptPlace | null) {
    super(`a synchronous call cannot wait: the script waits for '${operation}'${at(place)}`);
    this.name = "WouldWaitError";
    this.operation = operation;
  }
}

/** A synchronous call was made into a paused VM: it would have to wait for `resume()`. */
export class PausedError extends Error {
  constructor(vm: string) {
    super(`${vm} is paused: a synchronous call cannot wait until it is resumed`);
    this.name = "PausedError";
  }
}

/** A JavaScript value has no Python counterpart, or the other way round; `path` leads to it, e.g. "value.items[2]". */
export class ConversionError extends TypeError {
  /** The way to it from the value that was passed. */
  readonly path: string;

  /** @internal */
  constructor(path: string, message: string) {
    super(`${path}: ${message}`);
    this.name = "ConversionError";
    this.path = path;
  }
}

/** An error of the engine itself, which no script should be able to provoke. The VM is closed. */
export class InternalError extends Error {
  /** Where Python was: the traceback of the script. */
  readonly traceback: string;

  /** @internal */
  constructor(cause: unknown, traceback: string) {
    super(`internal error of the engine: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = "InternalError";
    this.traceback = traceback;
  }
}
