// Linking makes a record of a VM's own; constants and caches come with the first run.
import { describe, expect, it } from "vitest";
import { Code, type CodeFields, CodeKind, type Constant } from "../bytecode/code.ts";
import type { Linked } from "../objects/linked.ts";
import { Machine, type OperationLimits, type Services } from "../objects/machine.ts";
import { link, prepare } from "./link.ts";

function codeOf(constants: readonly Constant[]): Code {
  const fields: Partial<CodeFields> = {
    filename: "a.py",
    kind: CodeKind.Function,
    constants,
    names: [],
    localNames: [],
    freeNames: [],
    words: new Int32Array(3),
    positionalCount: 0,
    keywordOnlyCount: 0,
    hasVarArgs: false,
    hasVarKeywords: false,
    registerCount: 1,
  };
  return new Code(fields as CodeFields);
}

describe("linked code", () => {
  it("is a record of each VM's, which holds nothing before it is prepared", () => {
    const [one, other] = [1, 2].map(() => new Machine({} as Services, {} as OperationLimits)) as [Machine, Machine];
    const code = codeOf([{ type: "int", value: 7 }]);
    const linked = link(one, code);
    expect(link(one, code)).toBe(linked);
    expect(link(other, code)).not.toBe(linked);
    expect([linked.constants, linked.caches, linked.isSimple]).toEqual([[], [], false]);
    prepare(one, linked);
    expect([linked.constants, linked.caches, linked.isSimple]).toEqual([[7], [undefined, undefined, undefined], true]);
    expect(link(other, code).isPrepared).toBe(false);
  });

  it("links the code in its constants when it is prepared, and no deeper", () => {
    const vm = new Machine({} as Services, {} as OperationLimits);
    const inner = codeOf([{ type: "str", value: "x" }]);
    const outer = link(vm, codeOf([{ type: "code", code: inner }]));
    expect(vm.linked.has(inner)).toBe(false);
    prepare(vm, outer);
    const [nested] = outer.constants;
    expect(nested).toBe(link(vm, inner));
    expect((nested as Linked).isPrepared).toBe(false);
  });
});
