// The teardown of a VM: its phases in their order, who takes part in each, and a bound on the time of each.
import { shown } from "../host/check-keys.ts";

/**
 * A phase, in their order: entry from outside is refused; tasks are cancelled and host operations aborted; cancelled code
 * has ended; asynchronous generators are closed; finalizers (`atexit`) run; plugins are let go, the last one first;
 * handles become invalid; nothing refers to the VM any more.
 */
export type TeardownPhase =
  | "closing"
  | "cancelled"
  | "drained"
  | "asyncgens"
  | "finalizers"
  | "plugins"
  | "detached"
  | "closed";

/** All of them, in their order. */
export const TEARDOWN_PHASES: readonly TeardownPhase[] = [
  "closing",
  "cancelled",
  "drained",
  "asyncgens",
  "finalizers",
  "plugins",
  "detached",
  "closed",
];

/** Does a part of a phase; a Promise is awaited until the phase's deadline. */
export type TeardownParticipant = () => void | Promise<void>;

/** What the end of a phase tells. */
export interface PhaseReport {
  /** Which one. */
  readonly phase: TeardownPhase;
  /** How long it took, in ms. */
  readonly durationMs: number;
  /** The deadline came before a participant had ended. */
  readonly isForced: boolean;
  /** What participants threw or rejected with; the teardown goes on all the same. */
  readonly errors: readonly unknown[];
}

/** Something that did not end by its deadline. */
export interface Forced {
  /** Where that was. */
  readonly phase: TeardownPhase;
  /**
   * What was done: code that had been cancelled in vain was interrupted; code was ended without running any more Python;
   * a participant that had not settled was waited for no longer.
   */
  readonly how: "interrupted" | "terminated" | "left";
  /** How many tasks and entries, or participants. */
  readonly count: number;
}

/** What a VM's closing came to. */
export interface TeardownReport {
  /** Tasks and entries of the host that ran or waited, and were told to end. */
  readonly tasksCancelled: number;
  /** Waits for the host, timers included, that were given up. */
  readonly hostOperationsAborted: number;
  /** Answers of the host that came while it closed, and that nobody waited for any more. */
  readonly lateCompletionsDropped: number;
  /** Callbacks of `atexit` that were called. */
  readonly finalizersRun: number;
  /** What did not end by itself, in the order of it; empty after a close in good order. */
  readonly forced: readonly Forced[];
  /** All phases, in their order. */
  readonly phases: readonly PhaseReport[];
}

/** Throws TypeError when there is no such phase, or the participant is no function. */
export function checkParticipant(phase: unknown, participant: unknown): void {
  if (!TEARDOWN_PHASES.includes(phase as TeardownPhase)) {
    throw new TypeError(`onTeardown: there is no phase '${shown(phase)}'; there are ${TEARDOWN_PHASES.join(", ")}`);
  }
  if (typeof participant !== "function") {
    throw new TypeError(`onTeardown: what takes part must be a function, not ${shown(participant)}`);
  }
}

export class Teardown {
  readonly #participants: Map<TeardownPhase, Set<TeardownParticipant>> = new Map();

  /** Take part in a phase; answers what ends that. Within "plugins" the last to register comes first. */
  register(phase: TeardownPhase, participant: TeardownParticipant): () => void {
    let participants = this.#participants.get(phase);
    if (participants === undefined) {
      participants = new Set();
      this.#participants.set(phase, participants);
    }
    participants.add(participant);
    return () => participants.delete(participant);
  }

  /** Run one phase: each participant once, then `own`, none waited for beyond the deadline. */
  async run(
    phase: TeardownPhase,
    clock: TeardownClock,
    deadlineMs: number,
    own: readonly TeardownParticipant[] = [],
  ): Promise<PhaseReport> {
    const startedAt = clock.monotonic();
    const registered = [...(this.#participants.get(phase) ?? [])];
    this.#participants.delete(phase);
    if (phase === "plugins") registered.reverse();
    const participants = [...registered, ...own];
    const errors: unknown[] = [];
    let isForced = false;
    for (const participant of participants) {
      const left = deadlineMs - (clock.monotonic() - startedAt);
      if (left <= 0) {
        isForced = true;
        break;
      }
      isForced = !(await settlesWithin(participant, clock, left, errors)) || isForced;
    }
    return { phase, durationMs: clock.monotonic() - startedAt, isForced, errors };
  }
}

export interface TeardownClock {
  monotonic(): number;
  timer(milliseconds: number, callback: () => void): () => void;
}

async function settlesWithin(
  participant: TeardownParticipant,
  clock: TeardownClock,
  milliseconds: number,
  errors: unknown[],
): Promise<boolean> {
  let answer: void | Promise<void>;
  try {
    answer = participant();
  } catch (error) {
    errors.push(error);
    return true;
  }
  if (!(answer instanceof Promise)) return true;
  const done = answer.then(
    () => true,
    (error: unknown) => {
      errors.push(error);
      return true;
    },
  );
  let callOff: () => void = () => {};
  const late = new Promise<boolean>((resolve) => {
    callOff = clock.timer(milliseconds, () => resolve(false));
  });
  const isDone = await Promise.race([done, late]);
  callOff();
  return isDone;
}
