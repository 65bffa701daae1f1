// A census with what comes after it, as a native frame may hold it: nothing looks into this.
import type { Counted } from "../memory-plan.ts";
import type { Census } from "./census.ts";
import type { Sweep } from "./sweep.ts";

export class Count {
  readonly census: Census;
  /** What had been counted as allocated when it began. */
  readonly allocated: number;
  readonly joined: number;
  readonly supposed: number;
  /** Bytes in use, once all that counts was reached; what is only not to be taken for garbage is reached after that. */
  live: number | null = null;
  sweep: Sweep | null = null;
  /** It has come to its end: what it has not reached is garbage. */
  knowsGarbage = false;

  constructor(census: Census, { allocated, joined, supposed }: Counted) {
    this.census = census;
    this.allocated = allocated;
    this.joined = joined;
    this.supposed = supposed;
  }
}
