// Borrow flags: a payload is read by many at a time or changed by one, as in PyO3's PyRef and PyRefMut.
import type { Machine } from "../../objects/machine.ts";
import type { PyNative, Shell } from "../../objects/native-instance.ts";
import { raiseRuntimeError } from "../../protocol/raise.ts";
import type { Borrow } from "./native-function.ts";

/** A borrow that is held. */
export interface Loan {
  readonly shell: Shell;
  readonly borrow: Borrow;
}

/** The shell of an object that is fit for use; undefined after raising RuntimeError. */
export function shellOf(vm: Machine, self: PyNative): Shell | undefined {
  const { shell } = self;
  if (shell === null)
    return raiseRuntimeError(vm, `${self.type.name}: the constructor of its native class was not called`);
  if (shell.payload === null) return raiseRuntimeError(vm, `${self.type.name} object was released`);
  return shell;
}

/** Whether a borrow can be had now; false after raising RuntimeError. */
export function canBorrow(vm: Machine, self: PyNative, { borrows }: Shell, borrow: Borrow): boolean {
  if (borrows === 0 || (borrows > 0 && borrow === "shared")) return true;
  const how = borrows < 0 ? "being changed" : "being read";
  raiseRuntimeError(vm, `${self.type.name} object is ${how} elsewhere: it cannot be borrowed ${LONG[borrow]}`);
  return false;
}

const LONG: Readonly<Record<Borrow, string>> = { shared: "for reading", exclusive: "for changing" };

/** The shell of an object that can be borrowed now; undefined after raising RuntimeError. Null borrows need no flag. */
export function borrowable(vm: Machine, self: PyNative, borrow: Borrow | null): Shell | undefined {
  const { shell } = self;
  if (shell === null || shell.payload === null) return shellOf(vm, self);
  const { borrows } = shell;
  if (borrows === 0 || borrow === null || (borrows > 0 && borrow === "shared")) return shell;
  return canBorrow(vm, self, shell, borrow) ? shell : undefined;
}

/** Borrow, which must be possible: see `borrowable`. */
export function take(shell: Shell, borrow: Borrow | null): void {
  if (borrow !== null) shell.borrows = borrow === "shared" ? shell.borrows + 1 : -1;
}

/** End a borrow that was taken, once. */
export function giveBack(shell: Shell, borrow: Borrow | null): void {
  if (borrow !== null) shell.borrows = borrow === "shared" ? shell.borrows - 1 : 0;
}
