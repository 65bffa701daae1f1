// Generators, coroutines and asynchronous generators: a detached segment of frames.
import type { Attributed } from "./attributed.ts";
import type { PyException } from "./exception.ts";
import type { Frame } from "./frame.ts";
import type { PyDict } from "./table.ts";
import type { PyType } from "./type.ts";

export enum GeneratorState {
  /** Not started: `frame.pc` is 0. */
  Created,
  Suspended,
  Running,
  Closed,
}

/**
 * `frame` is the generator's own frame. While it delegates (`yield from`, `await`) to other generators, their frames are
 * linked above it, and `top` is the innermost: resuming attaches the whole segment below the consumer in O(1), and
 * yielding detaches it. `root` is the outermost generator of the segment that this one is part of, itself when none.
 */
export class PyGenerator implements Attributed {
  type: PyType;
  mark = 0;
  attrs: PyDict | null = null;
  frame: Frame;
  top: Frame;
  root: PyGenerator;
  state: GeneratorState = GeneratorState.Created;
  /** Made by a function that `types.coroutine` marked: it can be awaited. */
  isIterableCoroutine = false;
  /** An `asend()`, `athrow()` or `aclose()` of this asynchronous generator is under way. */
  isStepping = false;
  name: string;
  qualifiedName: string;
  /** What was being handled inside, beyond what its consumer handles, while it is suspended. */
  handled: PyException | null = null;
  /** What the consumer was handling when it resumed this generator. */
  outerHandled: PyException | null = null;
  /** It is part of a segment, and `root` handled nothing when it delegated to this one: see `handledAround`. */
  isRelaying = false;
  /** Something is being handled inside the segment, be it what its consumer handles as well. */
  isHandling = false;

  constructor(type: PyType, frame: Frame, name: string, qualifiedName: string) {
    this.type = type;
    this.frame = frame;
    this.top = frame;
    this.root = this;
    this.name = name;
    this.qualifiedName = qualifiedName;
  }
}
