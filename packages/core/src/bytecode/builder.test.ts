// Building code: blocks, dead code, what is bound, wide operands.
import { describe, expect, it } from "vitest";
import { Builder, TooComplex } from "./builder.ts";
import { RegionKind } from "./code.ts";
import { decodeAll } from "./decode.ts";
import { Op } from "./op.ts";

function listing(builder: Builder): (string | number)[][] {
  return decodeAll(builder.words()).map(({ op, a, x }) => (x === 0 ? [Op[op], a] : [Op[op], a, x]));
}

describe("Builder", () => {
  it("sends jumps to the end of their block", () => {
    const builder = new Builder();
    const block = builder.openBlock();
    builder.emitJump(null, Op.JumpIf, 0, 0, 1, block);
    builder.emit(null, Op.Negate, 0, 0);
    builder.closeBlock(block);
    builder.emit(null, Op.Return, 0);
    expect(listing(builder)).toEqual([
      ["JumpIf", 0, 3],
      ["Negate", 0],
      ["Return", 0],
    ]);
    expect(builder.regions()).toEqual([{ kind: RegionKind.Block, start: 0, end: 3, handler: -1, register: -1 }]);
  });

  it("drops dead code, unused blocks, and a jump to what follows anyway", () => {
    const builder = new Builder();
    const outer = builder.openBlock();
    const unused = builder.openBlock();
    builder.emit(null, Op.Not, 0, 0);
    builder.emitJump(null, Op.Jump, 0, 0, 0, outer);
    builder.emit(null, Op.Negate, 0, 0);
    builder.closeBlock(unused);
    builder.closeBlock(outer);
    builder.emit(null, Op.Return, 0);
    builder.emit(null, Op.Nop);
    expect(listing(builder)).toEqual([
      ["Not", 0],
      ["Return", 0],
    ]);
    expect(builder.regions()).toEqual([]);
  });

  it("knows what is bound on every path", () => {
    const builder = new Builder();
    builder.markBound(0);
    const block = builder.openBlock();
    builder.emitJump(null, Op.JumpIf, 0, 0, 1, block);
    builder.markBound(1);
    builder.markBound(40);
    expect([builder.isBound(1), builder.isBound(40), builder.isBound(41)]).toEqual([true, true, false]);
    builder.closeBlock(block);
    expect([builder.isBound(0), builder.isBound(1), builder.isBound(40)]).toEqual([true, false, false]);
  });

  it("starts a handler from what was bound before, less what was unbound since", () => {
    const builder = new Builder();
    builder.markBound(0);
    builder.markBound(1);
    const region = builder.openTry(5);
    builder.emit(null, Op.Unbind, 1);
    builder.markUnbound(1);
    builder.markBound(2);
    builder.emit(null, Op.Return, 0);
    builder.closeTry(region);
    expect([0, 1, 2].map((register) => builder.isBound(register))).toEqual([true, false, false]);
    expect(builder.regions()).toEqual([{ kind: RegionKind.Try, start: 0, end: 2, handler: 2, register: 5 }]);
  });

  it("makes the handler of nothing unreachable", () => {
    const builder = new Builder();
    builder.closeTry(builder.openTry(5));
    expect(builder.isReachable).toBe(false);
    expect(builder.regions()).toEqual([]);
  });

  it("prefixes wide operands", () => {
    const builder = new Builder();
    builder.emit(null, Op.Add, 300, 2, 65535);
    builder.emitIndex(null, Op.LoadConst, 256, 70000);
    const [add, load] = decodeAll(builder.words());
    expect(add).toMatchObject({ op: Op.Add, a: 300, b: 2, c: 65535, pc: 0, next: 2 });
    expect(load).toMatchObject({ op: Op.LoadConst, a: 256, bx: 70000, pc: 2, next: 4 });
    expect(() => builder.emit(null, Op.Add, 65536)).toThrow(TooComplex);
  });
});
