// The messages between a WorkerVM and the thread that runs its VM: plain data, answers matched to questions by number.
import type { ModuleSource } from "../vm/import.ts";
import type { InterruptHandleData } from "../vm/interrupt-handle.ts";
import type { VMOptions } from "../vm/options.ts";
import type { ErrorData } from "./error-data.ts";
import type { Parcel } from "./parcel.ts";

/** What of the options is data. */
export type PlainOptions = Pick<VMOptions, "limits" | "seed" | "argv" | "path"> & {
  readonly name: string;
  readonly hasLoader: boolean;
  /** Addresses of the programs that export its native modules. */
  readonly modules: readonly string[];
};

/** What can be asked of the VM. */
export type Method = "run" | "eval" | "call" | "import" | "get" | "set" | "reset" | "stats" | "handle" | "close";

export interface Question {
  readonly kind: "ask";
  readonly id: number;
  readonly method: Method;
  readonly args: Parcel;
  /** The last request for a stop when this was asked: a later one holds for it, even if it has not begun by then. */
  readonly ticket: number;
}

export interface StopMessage {
  readonly kind: "stop";
  readonly id: number;
  /** INTERRUPT or TERMINATE of control-word.ts. */
  readonly what: number;
  readonly reason: string | undefined;
  /** Its number in the control word, where it may have been taken already; 0 when there is none. */
  readonly ticket: number;
}

export type ToWorker =
  | { readonly kind: "make"; readonly options: PlainOptions }
  | Question
  | StopMessage
  /** The signal of a question has aborted. */
  | { readonly kind: "abort"; readonly id: number }
  /** Events of this name are wanted. */
  | { readonly kind: "listen"; readonly event: string }
  /** What the loader answered. */
  | { readonly kind: "found"; readonly id: number; readonly module: ModuleSource | null }
  | { readonly kind: "failed"; readonly id: number; readonly error: ErrorData };

export type FromWorker =
  /** The VM is made; the memory of its control word, where there is any. */
  | { readonly kind: "ready"; readonly memory: SharedArrayBuffer | null }
  /** The VM could not be made. */
  | { readonly kind: "unmade"; readonly error: ErrorData }
  | { readonly kind: "answer"; readonly id: number; readonly value: Parcel }
  /** The same for a message-based handle, whose port is transferred. */
  | { readonly kind: "handle"; readonly id: number; readonly data: InterruptHandleData }
  | { readonly kind: "refusal"; readonly id: number; readonly error: ErrorData }
  | { readonly kind: "output"; readonly stream: "stdout" | "stderr"; readonly text: string }
  /** The loader is asked for a module. */
  | { readonly kind: "find"; readonly id: number; readonly name: string; readonly path: readonly string[] }
  | { readonly kind: "event"; readonly name: string; readonly args: Parcel };
