// What the host is told of an entry that was stopped.
import { ClosedError, LimitError, TerminatedError, WouldWaitError } from "../host/errors.ts";
import type { StopPlace, StopReason } from "../objects/job.ts";
import type { VMLimits } from "./options.ts";

/** What the Promise of an entry rejects with: for an aborted one the reason of its signal. */
export function stopError(
  vmName: string,
  limits: Required<VMLimits>,
  reason: StopReason,
  place: StopPlace | null,
): unknown {
  switch (reason.kind) {
    case "limit":
      return new LimitError(reason.limit, limits[reason.limit as keyof VMLimits], place);
    case "terminated":
      return new TerminatedError(reason.reason, place);
    case "wouldWait":
      return new WouldWaitError(reason.operation, place);
    case "aborted":
      return reason.reason;
    default:
      return new ClosedError(vmName);
  }
}
