// The validator finds what is wrong.
import { describe, expect, it } from "vitest";
import { Code, type CodeFields, CodeKind, type Region, RegionKind } from "./code.ts";
import { Op } from "./op.ts";
import { validate } from "./validate.ts";

function problems(
  words: readonly number[],
  regions: readonly Region[] = [],
  fields: Partial<CodeFields> = {},
): string[] {
  const code = new Code({
    name: "f",
    qualifiedName: "f",
    filename: "x.py",
    firstLine: 1,
    kind: CodeKind.Function,
    positionalCount: 1,
    positionalOnlyCount: 0,
    keywordOnlyCount: 0,
    hasVarArgs: false,
    hasVarKeywords: false,
    registerCount: 4,
    localNames: ["a"],
    spans: [],
    cellNames: [],
    cellRegisters: [],
    freeNames: [],
    freeRegisters: [],
    words: Int32Array.from(words),
    constants: [{ type: "none" }],
    names: ["n"],
    regions,
    positions: new Int32Array(0),
    docstring: null,
    isNested: false,
    futureAnnotations: false,
    ...fields,
  });
  return validate(code).map((problem) => problem.replace("x.py: f: ", ""));
}

function word(op: Op, a = 0, b = 0, c = 0): number {
  return op | (a << 8) | (b << 16) | (c << 24);
}

const block = (start: number, end: number): Region => ({
  kind: RegionKind.Block,
  start,
  end,
  handler: -1,
  register: -1,
});

const RETURN: number = word(Op.Return);

describe("validate", () => {
  it("accepts what is right", () => {
    expect(problems([word(Op.JumpIf), 3, word(Op.Negate), RETURN], [block(0, 3)])).toEqual([]);
  });

  it("finds operands out of range", () => {
    expect(problems([word(Op.Move, 4), RETURN])).toEqual(["0: Move: register 4 of 4"]);
    expect(problems([word(Op.LoadConst, 1, 1), RETURN])).toEqual(["0: LoadConst: constant 1"]);
    expect(problems([word(Op.LoadGlobal, 1, 1), RETURN])).toEqual(["0: LoadGlobal: name 1"]);
    expect(problems([word(Op.Call, 0, 2, 2), RETURN])).toEqual(["0: Call: register 4 of 4"]);
  });

  it("finds words that are no instructions", () => {
    expect(problems([RETURN, 255])).toEqual(["1: no instruction"]);
    expect(problems([word(Op.Jump)])).toEqual(["0: no instruction"]);
    expect(problems([word(Op.Wide), word(Op.Wide), RETURN])).toEqual(["0: no instruction"]);
  });

  it("finds jumps that fit no region", () => {
    expect(problems([word(Op.JumpIf), 3, word(Op.Negate), RETURN])).toEqual(["0: JumpIf to 3 fits no region"]);
    expect(problems([word(Op.JumpBack), 0], [block(0, 2)])).toEqual(["0: JumpBack to 0 fits no region"]);
  });

  it("finds regions that are not nested", () => {
    const words = [word(Op.JumpIf), 3, word(Op.Negate), word(Op.Negate), RETURN];
    expect(problems(words, [block(0, 3), block(2, 4)])).toEqual(["2: Block to 4 is not nested"]);
    expect(problems(words, [block(0, 3), block(1, 2)])).toEqual(["1: Block to 2 is no range"]);
  });

  it("finds code that runs off its end, or is never reached", () => {
    expect(problems([word(Op.Negate)])).toEqual(["1: the end is reached"]);
    expect(problems([RETURN, RETURN])).toEqual(["1: Return is never reached"]);
  });

  it("finds registers that may be empty", () => {
    expect(problems([word(Op.Return, 1)])).toEqual(["0: Return reads register 1, which may be empty"]);
    const words = [word(Op.JumpIf), 3, word(Op.Move, 1, 0), word(Op.Return, 1)];
    expect(problems(words, [block(0, 3)])).toEqual(["3: Return reads register 1, which may be empty"]);
  });

  it("finds positions out of order", () => {
    const positions = Int32Array.of(1, 1, 0, 1, 1, 0, 1, 0, 1, 1);
    expect(problems([word(Op.Negate), RETURN], [], { positions })).toEqual(["0: position out of order"]);
  });
});
