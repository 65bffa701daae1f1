// Layouts of the awaitables around coroutines and asynchronous generators.
import {
  anextAwaitableType,
  asyncGeneratorSendType,
  asyncGeneratorThrowType,
  coroutineWrapperType,
} from "./builtin-types.ts";
import type { PyException } from "./exception.ts";
import type { PyGenerator } from "./generator.ts";
import { PyObject, type Value } from "./value.ts";

export enum StepState {
  New,
  Iterating,
  Closed,
}

/** What `asend()`, `athrow()`, `aclose()` and `__anext__()` of an asynchronous generator answer: one step of it. */
export class AsyncStep extends PyObject {
  readonly generator: PyGenerator;
  readonly kind: "asend" | "athrow" | "aclose" | "anext";
  /** What is sent, or the exception that is thrown. */
  readonly value: Value | PyException;
  state: StepState = StepState.New;

  constructor(generator: PyGenerator, kind: AsyncStep["kind"], value: Value) {
    super(kind === "asend" || kind === "anext" ? asyncGeneratorSendType : asyncGeneratorThrowType);
    this.generator = generator;
    this.kind = kind;
    this.value = value;
  }
}

/** What `__await__` of a coroutine answers. */
export class CoroutineWrapper extends PyObject {
  readonly coroutine: PyGenerator;

  constructor(coroutine: PyGenerator) {
    super(coroutineWrapperType);
    this.coroutine = coroutine;
  }
}

/** `anext(iterator, default)`: awaits the next item, and answers the default at the end. */
export class AnextAwaitable extends PyObject {
  readonly awaitable: Value;
  readonly fallback: Value;
  iterator: Value | null = null;

  constructor(awaitable: Value, fallback: Value) {
    super(anextAwaitableType);
    this.awaitable = awaitable;
    this.fallback = fallback;
  }
}
