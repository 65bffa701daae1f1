// Where a fiber stands in its source.
import { positionAt } from "../bytecode/code.ts";
import type { Fiber, Frame } from "../objects/frame.ts";
import type { StopPlace } from "../objects/job.ts";

/** The innermost Python frame that is not the prelude's; null when there is none. */
export function placeOf(fiber: Fiber): StopPlace | null {
  for (let frame: Frame | null = fiber.top; frame !== null && frame !== fiber.bottom; frame = frame.prev) {
    if (frame.linked === null || frame.linked.isHidden) continue;
    const { filename, firstLine } = frame.linked.code.fields;
    // A frame that has called stands behind the call; the one on top stands before what it would do next.
    const at = frame === fiber.top ? frame.pc : frame.pc - 1;
    const line = positionAt(frame.linked.code, Math.max(0, at))?.line ?? firstLine;
    return { file: filename, line };
  }
  return null;
}
