// Where a fiber stands in its source.
import { positionAt } from "../bytecode/code.ts";
import type { Fiber, Frame } from "../objects/frame.ts";
import type { StopPlace } from "./job.ts";

/** The innermost Python frame that is not the prelude's; null when there is none. */
export function placeOf(fiber: Fiber): StopPlace | null {
  for (let frame: Frame | null = fiber.top; frame !== null && frame !== fiber.bottom; frame = frame.prev) {
    if (frame.linked === null || frame.linked.isHidden) continue;
    const { filename, firstLine } = frame.linked.code.fields;
    const line = positionAt(frame.linked.code, Math.max(0, frame.pc - 1))?.line ?? firstLine;
    return { file: filename, line };
  }
  return null;
}
