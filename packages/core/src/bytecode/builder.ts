// Builds the instructions of one code object: words, structured regions, positions, and what is bound where.

import { BoundSet } from "./bound-set.ts";
import { type Region, RegionKind } from "./code.ts";
import { Op } from "./op.ts";
import { type Locator, PositionTable, type SourceRange } from "./position-table.ts";

const MAX_OPERAND = 0xffff;

/** Thrown when code needs an operand that no instruction can hold. */
export class TooComplex extends Error {}

/** A region that is being built. */
export class OpenRegion {
  readonly kind: RegionKind;
  readonly start: number;
  readonly register: number;
  /** What is bound at the start; null when the region is dead code. */
  readonly boundAtStart: BoundSet | null;
  /** Block: what is bound at its end on every path that jumped there. */
  boundAtEnd: BoundSet | null = null;
  /** Block: the second words that wait for its end. */
  readonly jumps: number[] = [];
  end = -1;
  isUsed = false;

  constructor(kind: RegionKind, start: number, register: number, boundAtStart: BoundSet | null) {
    this.kind = kind;
    this.start = start;
    this.register = register;
    this.boundAtStart = boundAtStart;
  }
}

/**
 * Code after an instruction that never goes on is unreachable until a Block ends to which something jumped. Emitting
 * unreachable code does nothing, so compiling dead code checks it and drops it.
 */
export class Builder {
  readonly #words: number[] = [];
  readonly #regions: OpenRegion[] = [];
  readonly #positions: PositionTable = new PositionTable();
  #bound: BoundSet | null = new BoundSet();
  /** Registers that code unbinds somewhere: a loop cannot rely on them. */
  #unstable: readonly number[] = [];
  /** The registers unbound so far, and where. */
  readonly #unbindings: { readonly register: number; readonly pc: number }[] = [];
  /** The last pc that a jump, a region or a position may refer to: code before it cannot be taken back. */
  #barrier = 0;
  #lastOp: Op = Op.Nop;

  get pc(): number {
    return this.#words.length;
  }

  get isReachable(): boolean {
    return this.#bound !== null;
  }

  // ---- instructions

  emit(range: SourceRange | null, op: Op, a = 0, b = 0, c = 0): void {
    if (this.#bound === null) return;
    const words = this.#words;
    this.#positions.mark(words.length, range);
    if ((a | b | c) > 255) {
      if (a > MAX_OPERAND || b > MAX_OPERAND || c > MAX_OPERAND) throw new TooComplex();
      words.push(Op.Wide | (((a >> 8) << 8) | ((b >> 8) << 16) | ((c >> 8) << 24)));
    }
    words.push(op | ((a & 255) << 8) | ((b & 255) << 16) | ((c & 255) << 24));
    this.#lastOp = op;
    if (op === Op.Return || op === Op.Raise || op === Op.Reraise) this.#bound = null;
  }

  /** For operands `K` and `N`: the low 16 bits of `bx` are in the word itself, the high 16 bits in the prefix. */
  emitIndex(range: SourceRange | null, op: Op, a: number, bx: number): void {
    if (this.#bound === null) return;
    const words = this.#words;
    this.#positions.mark(words.length, range);
    if (a > 255 || bx > MAX_OPERAND) {
      if (a > MAX_OPERAND) throw new TooComplex();
      words.push(Op.Wide | ((a >> 8) << 8) | ((bx >>> 16) << 16));
    }
    words.push(op | ((a & 255) << 8) | ((bx & MAX_OPERAND) << 16));
    this.#lastOp = op;
  }

  /** An instruction whose second word is not a jump. */
  emitExtended(range: SourceRange | null, op: Op, a: number, b: number, c: number, x: number): void {
    if (this.#bound === null) return;
    this.emit(range, op, a, b, c);
    this.#words.push(x);
  }

  /** An instruction whose second word is the end of `block`. */
  emitJump(range: SourceRange | null, op: Op, a: number, b: number, c: number, block: OpenRegion): void {
    if (this.#bound === null) return;
    this.emit(range, op, a, b, c);
    block.jumps.push(this.#words.length);
    this.#words.push(-1);
    if (block.boundAtEnd === null) block.boundAtEnd = this.#bound.clone();
    else block.boundAtEnd.intersect(this.#bound);
    if (op === Op.Jump || op === Op.EndAsyncFor) this.#bound = null;
  }

  emitJumpBack(range: SourceRange | null, loop: OpenRegion): void {
    if (this.#bound === null) return;
    this.emit(range, Op.JumpBack);
    this.#words.push(loop.start);
    loop.isUsed = true;
    this.#bound = null;
  }

  // ---- what is bound

  /** Registers that are unbound by some instruction; told before the first one is emitted. */
  set unstable(registers: readonly number[]) {
    this.#unstable = registers;
  }

  isBound(register: number): boolean {
    return this.#bound === null || this.#bound.has(register);
  }

  markBound(register: number): void {
    this.#bound?.add(register);
  }

  markUnbound(register: number): void {
    if (this.#bound === null) return;
    this.#bound.remove(register);
    this.#unbindings.push({ register, pc: this.pc });
  }

  // ---- regions

  openBlock(): OpenRegion {
    return this.#open(RegionKind.Block, -1);
  }

  /** Jumps to the block arrive here. A last instruction that only jumps here is taken back. */
  closeBlock(block: OpenRegion): void {
    const words = this.#words;
    const { jumps } = block;
    const last = jumps.length - 1;
    const isIdle = this.#bound === null && this.#lastOp === Op.Jump && this.#barrier < words.length;
    if (isIdle && last >= 0 && jumps[last] === words.length - 1) {
      words.length -= 2;
      jumps.pop();
      this.#positions.truncate(words.length);
      this.#lastOp = Op.Nop;
      this.#bound = block.boundAtEnd;
    } else if (block.boundAtEnd !== null) {
      if (this.#bound === null) this.#bound = block.boundAtEnd;
      else this.#bound.intersect(block.boundAtEnd);
    }
    for (const jump of jumps) words[jump] = words.length;
    block.isUsed = jumps.length > 0;
    block.end = words.length;
    if (block.isUsed) this.#barrier = words.length;
  }

  openLoop(): OpenRegion {
    // A register that the body unbinds is not known to be bound at the second round.
    this.#bound?.removeAll(this.#unstable);
    return this.#open(RegionKind.Loop, -1);
  }

  closeLoop(loop: OpenRegion): void {
    this.#close(loop);
  }

  /** Until `closeTry`, exceptions land in `register` where that closes. */
  openTry(register: number): OpenRegion {
    return this.#open(RegionKind.Try, register);
  }

  /**
   * Ends the protected code, whose last instruction must not go on, and starts the handler. The handler is unreachable
   * when there is nothing that it protects.
   */
  closeTry(region: OpenRegion): void {
    region.end = this.#words.length;
    // The jump that ends the protected code needs no protection itself.
    const jump = this.#lastOp === Op.Jump ? 2 : 0;
    region.isUsed = region.end - region.start > jump;
    if (region.isUsed) this.#barrier = region.end;
    this.#bound = region.isUsed ? (region.boundAtStart?.clone() ?? null) : null;
    for (let at = this.#unbindings.length - 1; at >= 0; at--) {
      const { register, pc } = this.#unbindings[at] as { register: number; pc: number };
      if (pc < region.start) break;
      this.#bound?.remove(register);
    }
  }

  /** After EnterHandler: unwinding out of the region restores what was handled from `register`. */
  openHandler(register: number): OpenRegion {
    return this.#open(RegionKind.Handler, register);
  }

  closeHandler(region: OpenRegion): void {
    this.#close(region);
    region.isUsed = region.end > region.start;
  }

  #open(kind: RegionKind, register: number): OpenRegion {
    const bound = this.#bound;
    // Only a handler looks at the state at the start.
    const boundAtStart = kind === RegionKind.Try && bound !== null ? bound.clone() : null;
    const region = new OpenRegion(kind, this.#words.length, register, boundAtStart);
    this.#regions.push(region);
    return region;
  }

  #close(region: OpenRegion): void {
    region.end = this.#words.length;
    if (region.end > region.start) this.#barrier = region.end;
  }

  // ---- the end

  words(): Int32Array {
    return Int32Array.from(this.#words);
  }

  regions(): Region[] {
    return this.#regions
      .filter((region) => region.isUsed)
      .map(({ kind, start, end, register }) => ({
        kind,
        start,
        end,
        handler: kind === RegionKind.Try ? end : -1,
        register,
      }));
  }

  positions(locator: Locator): Int32Array {
    return this.#positions.finish(locator);
  }
}
