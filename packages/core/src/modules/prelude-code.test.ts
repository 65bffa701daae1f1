// The code of a prelude module is compiled once, and is the same in all VMs.
import { describe, expect, it } from "vitest";
import { Code, type CodeFields } from "../bytecode/code.ts";
import { Machine, type OperationLimits, type Services } from "../objects/machine.ts";
import { preludeCode } from "./prelude-code.ts";

describe("prelude code", () => {
  it("is compiled for the first VM that asks, and shared by the others", () => {
    const filenames: string[] = [];
    const services: Partial<Services> = {
      compile(_vm, source, { filename }) {
        filenames.push(filename);
        return {
          code: new Code({ name: source, constants: [] } as Partial<CodeFields> as CodeFields),
          error: null,
          warnings: [],
        };
      },
    };
    const [one, other] = [1, 2].map(() => new Machine(services as Services, {} as OperationLimits)) as [
      Machine,
      Machine,
    ];
    const code = preludeCode("shelf.book", "x = 1");
    expect(filenames).toEqual([]);
    const first = code(one);
    expect(code(other)).toBe(first);
    expect(Object.isFrozen(first)).toBe(true);
    expect(filenames).toEqual(["<prelude shelf.book>"]);
  });
});
