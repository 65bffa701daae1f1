// Where a fiber is, as text: for reports of errors that are not Python's.
import { positionAt } from "../bytecode/code.ts";
import type { Fiber, Frame } from "../objects/frame.ts";

/** The frames of a fiber as the head of a traceback, outermost first; native frames by their name. */
export function fiberTraceback(fiber: Fiber): string {
  const lines: string[] = [];
  for (let frame: Frame | null = fiber.top; frame !== null && frame !== fiber.bottom; frame = frame.prev) {
    if (frame.linked === null) lines.push(`  in ${frame.op?.name ?? "?"}`);
    else {
      const { filename, firstLine, qualifiedName } = frame.linked.code.fields;
      const line = positionAt(frame.linked.code, frame.pc)?.line ?? firstLine;
      lines.push(`  File "${filename}", line ${line}, in ${qualifiedName}`);
    }
  }
  return lines.length === 0 ? "" : `Traceback (most recent call last):\n${lines.reverse().join("\n")}\n`;
}
