// A census with what comes after it, as a native frame may hold it: nothing looks into this.
import type { Census } from "./census.ts";
import type { Sweep } from "./sweep.ts";

export class Count {
  readonly census: Census;
  /** What had been counted as allocated when it began. */
  readonly allocated: number;
  sweep: Sweep | null = null;

  constructor(census: Census, allocated: number) {
    this.census = census;
    this.allocated = allocated;
  }
}
