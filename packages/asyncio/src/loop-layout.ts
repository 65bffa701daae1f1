// The layout of event loops and of what is scheduled in them.
import {
  type Job,
  Lane,
  NONE,
  type PendingTimer,
  PyAttributed,
  type PyContext,
  PyObject,
  type PyType,
  Roster,
  type Value,
} from "@krait/core/extend";
import type { PyTask } from "./future-layout.ts";

export class EventLoop extends PyAttributed {
  readonly lane: Lane;
  /** The VM's own: it always runs, and its tasks answer for themselves. */
  readonly isHost: boolean;
  isRunning = false;
  isClosed = false;
  /** It is to stop at the end of the batch. */
  isStopping = false;
  /** The job that runs it, and waits meanwhile. */
  runner: Job | null = null;
  readonly tasks: Roster<PyTask> = new Roster();
  /** Callbacks that wait for their time. */
  readonly timers: Set<TimerHandle> = new Set();
  exceptionHandler: Value = NONE;
  taskFactory: Value = NONE;
  isDebug = false;

  constructor(type: PyType, hostLane: Lane | null) {
    super(type);
    this.lane = hostLane ?? new Lane();
    this.isHost = hostLane !== null;
    this.isRunning = this.isHost;
    if (hostLane === null) this.lane.isOpen = false;
  }
}

/** A callback that is to be called. */
export class Handle extends PyObject {
  readonly loop: EventLoop;
  readonly context: PyContext;
  callback: Value;
  args: readonly Value[];
  isCancelled = false;

  constructor(type: PyType, loop: EventLoop, callback: Value, args: readonly Value[], context: PyContext) {
    super(type);
    this.loop = loop;
    this.callback = callback;
    this.args = args;
    this.context = context;
  }
}

/** One that has a time. */
export class TimerHandle extends Handle {
  /** On the loop's clock, in seconds. */
  readonly when: number;
  timer: PendingTimer | null = null;

  constructor(
    type: PyType,
    loop: EventLoop,
    when: number,
    callback: Value,
    args: readonly Value[],
    context: PyContext,
  ) {
    super(type, loop, callback, args, context);
    this.when = when;
  }
}
