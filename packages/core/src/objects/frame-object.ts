// Python's frame objects: how scripts see an activation (`sys._getframe()`, `tb_frame`).
import { frameType } from "./builtin-types.ts";
import type { Frame } from "./frame.ts";
import type { Linked } from "./linked.ts";
import type { PyDict } from "./table.ts";
import { PyObject, type Value } from "./value.ts";

/** `source` is the activation itself, marked as escaped, or what a traceback has kept of one that has ended. */
export class FrameObject extends PyObject {
  readonly linked: Linked;
  readonly source: Frame;
  /** The locals as they were last seen; a namespace itself. */
  locals: Value | null = null;
  /** It was a function's, whose variables are no more. */
  isEnded = false;
  /** What scripts have put among them that the code has no variable for; null when there is nothing. */
  added: PyDict | null = null;
  trace: Value | null = null;

  constructor(linked: Linked, source: Frame) {
    super(frameType);
    this.linked = linked;
    this.source = source;
  }
}
