// What a host is told when the worker of a WorkerVM is gone.

/**
 * The worker of a WorkerVM has ended by itself: it could not be started, ran out of memory, crashed, or was terminated by
 * somebody else. All that was asked of it rejects with this, and so does what is asked afterwards.
 */
export class WorkerLostError extends Error {
  /** What the runtime told: "exit code 1", or the message of an error. */
  readonly why: string;

  /** @internal */
  constructor(vm: string, why: string, cause?: unknown) {
    super(`the worker of ${vm} is gone: ${why}`, cause === undefined ? undefined : { cause });
    this.name = "WorkerLostError";
    this.why = why;
  }
}
