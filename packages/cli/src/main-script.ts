// The script of a command line and what comes of it: `sys.excepthook` is told of what nobody caught, the exit status found.
import type { Library } from "@krait/core";
import {
  asInt,
  asString,
  call,
  callNamed,
  dictGetString,
  dictSetString,
  exceptHook,
  getAttribute,
  keyboardInterruptType,
  type Machine,
  type NativeOp,
  NONE,
  PyException,
  type PyModule,
  pushNative,
  type Result,
  str,
  sysAttribute,
  systemExitType,
  type Value,
} from "@krait/core/extend";

/** The status of a process that an interrupt ended, as shells count it. */
const INTERRUPTED = 130;

enum Stage {
  /** The script is running. */
  Run,
  /** The streams are flushed, one after the other. */
  Flush,
  /** The next input is the `code` of a SystemExit. */
  Code,
  /** The next input is that code as text. */
  Message,
  Hook,
  Write,
  End,
}

interface State {
  readonly isEntry: boolean;
  stage: Stage;
  /** What is left to be flushed. */
  readonly streams: string[];
  /** What nobody caught. */
  error: PyException | null;
  code: Value;
  /** Null after an entry that asks for no end. */
  status: number | null;
  /** What is left to be written to `sys.stderr`: text, and exceptions to be shown. */
  readonly unwritten: (string | PyException)[];
}

/**
 * Runs a script, or an entry of a REPL, then does as CPython's main program does. Answers the exit status; None after an
 * entry that asks for no end.
 */
const scriptOp: NativeOp<State> = {
  name: "main script",
  takesOwn: true,
  step(vm, state, input) {
    let answer = input;
    while (state.stage !== Stage.End) {
      answer ??= act(vm, state);
      if (vm.error !== null) takeError(vm, state);
      else if (answer === undefined) return undefined;
      else take(vm, state, answer);
      answer = undefined;
    }
    return state.status ?? NONE;
  },
  raised(vm, state) {
    takeError(vm, state);
    return undefined;
  },
};

/** What is to be done now. */
function act(vm: Machine, state: State): Result {
  switch (state.stage) {
    case Stage.Flush: {
      const stream = sysAttribute(vm, state.streams.pop() as string) ?? NONE;
      return stream === NONE ? NONE : callNamed(vm, stream, "flush");
    }
    case Stage.Code:
      return getAttribute(vm, state.error as PyException, "code");
    case Stage.Message:
      return str(vm, state.code);
    case Stage.Hook: {
      const error = state.error as PyException;
      return call(vm, sysAttribute(vm, "excepthook") as Value, [error.type, error, error.traceback ?? NONE]);
    }
    default:
      return write(vm, state.unwritten[0] as string | PyException);
  }
}

/** Text that `sys.stderr` does not take goes to the process's own. */
function write(vm: Machine, next: string | PyException): Result {
  if (next instanceof PyException) return exceptHook(vm, next.type, next, next.traceback ?? NONE);
  const stream = sysAttribute(vm, "stderr") ?? NONE;
  if (stream !== NONE) return callNamed(vm, stream, "write", next);
  vm.services.write("stderr", next);
  return NONE;
}

/** Goes on after an answer. */
function take(vm: Machine, state: State, answer: Value): void {
  switch (state.stage) {
    case Stage.Run:
      state.stage = Stage.Flush;
      return;
    case Stage.Flush:
      if (state.streams.length === 0) decide(vm, state);
      return;
    case Stage.Code:
      exit(state, answer);
      return;
    case Stage.Message:
      state.unwritten.push(asString(answer) as string, "\n");
      state.stage = Stage.Write;
      return;
    case Stage.Hook:
      state.stage = Stage.End;
      return;
    case Stage.Write:
      state.unwritten.shift();
      if (state.unwritten.length === 0) state.stage = Stage.End;
  }
}

/** Goes on after an error: of the script, of the hook, or of something by the way. */
function takeError(vm: Machine, state: State): void {
  const error = vm.error as PyException;
  vm.error = null;
  switch (state.stage) {
    case Stage.Run:
      state.error = error;
      take(vm, state, NONE);
      return;
    case Stage.Hook:
      if (error.type.isSubtype(systemExitType)) leave(state, error);
      else {
        state.unwritten.push(
          "Error in sys.excepthook:\n",
          error,
          "\nOriginal exception was:\n",
          state.error as PyException,
        );
        state.stage = Stage.Write;
      }
      return;
    case Stage.Code:
      exit(state, state.error as PyException);
      return;
    case Stage.Message:
      take(vm, state, "");
      return;
    case Stage.Write: {
      const [text] = state.unwritten;
      if (typeof text === "string") vm.services.write("stderr", text);
      take(vm, state, NONE);
      return;
    }
    default:
      take(vm, state, NONE);
  }
}

/** What becomes of what nobody caught. */
function decide(vm: Machine, state: State): void {
  const { error } = state;
  if (error === null) {
    state.stage = Stage.End;
    return;
  }
  if (error.type.isSubtype(systemExitType)) {
    leave(state, error);
    return;
  }
  if (!state.isEntry) state.status = error.type === keyboardInterruptType ? INTERRUPTED : 1;
  const { dict } = dictGetString(vm.modules, "sys") as PyModule;
  dictSetString(dict, "last_exc", error);
  dictSetString(dict, "last_type", error.type);
  dictSetString(dict, "last_value", error);
  dictSetString(dict, "last_traceback", error.traceback ?? NONE);
  state.stage = Stage.Hook;
  if (sysAttribute(vm, "excepthook") !== undefined) return;
  state.unwritten.push("sys.excepthook is missing\n", error);
  state.stage = Stage.Write;
}

function leave(state: State, error: PyException): void {
  state.error = error;
  state.stage = Stage.Code;
}

/** Ends as the code of a SystemExit says: None is success, an int the status, anything else a message. */
function exit(state: State, code: Value): void {
  const status = code === NONE ? 0 : asInt(code);
  state.code = code;
  state.stage = status === undefined ? Stage.Message : Stage.End;
  state.status = statusOf(status ?? 1);
}

/** As a C int, of which the system takes the last byte. */
function statusOf(code: number | bigint): number {
  if (typeof code === "number") return code & 0xff;
  return code === BigInt.asIntN(64, code) ? Number(BigInt.asUintN(8, code)) : 0xff;
}

/** Has `vm.run` answer the exit status of its script, or of an entry of a REPL: null when that asks for no end. */
export function mainScript(isEntry: boolean): Library {
  return {
    name: "main script",
    table: new Map(),
    setUp(_vm, generation) {
      generation.runner = (vm, begin) => {
        const status = isEntry ? null : 0;
        const streams = ["stdout", "stderr"];
        pushNative<State>(vm, scriptOp, {
          isEntry,
          stage: Stage.Run,
          streams,
          error: null,
          code: NONE,
          status,
          unwritten: [],
        });
        // It is none of the frames that a script may have.
        vm.fiber.top.depth = 0;
        return begin(vm);
      };
    },
  };
}
