// What looks after the memory of a VM between its quanta, as the scheduler sees it.

export interface MemoryKeeper {
  /** Of so many safe points of a quantum, those to run before memory is looked at again. */
  quantum(safePoints: number): number;
  /** Scripts have passed so many safe points in so many ms. */
  ran(safePoints: number, milliseconds: number): void;
  /** A census is due, or under way: no script of the VM should run before it is over. */
  isDue(): boolean;
  /**
   * Take one bounded step; whether the census is over. `isNested`: a native function of the VM is on the JS stack, so
   * that nothing may be taken for garbage.
   */
  step(isNested: boolean): boolean;
  /** The last census found more than the limit. */
  readonly isOver: boolean;
}
