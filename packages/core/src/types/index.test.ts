// Each built-in type is given its methods by the definition that the table names for it, be it the first one that is asked.
import { describe, expect, it } from "vitest";
import { BUILTIN_TYPES } from "../objects/builtin-types.ts";
import { EXCEPTION_TYPES } from "../objects/exception-types.ts";
import { KeyKind } from "../objects/type.ts";
import { keyKind } from "../protocol/hash.ts";
import { defineTypes } from "./index.ts";

describe("definitions of types", () => {
  it("fill exactly the types that the table names for them", () => {
    const types = [...BUILTIN_TYPES, ...EXCEPTION_TYPES];
    defineTypes();
    const waiting = new Set(types.filter((type) => type.definition));
    const counts = new Map(types.filter((type) => !type.definition).map((type) => [type, type.namespace.size]));
    expect(waiting.size).toBeGreaterThan(80);
    for (const type of waiting) {
      expect(type.namespace.size, type.name).toBeGreaterThanOrEqual(type.name === "ExceptionGroup" ? 0 : 1);
      expect(type.definition, type.name).toBe(null);
    }
    for (const [type, count] of counts) expect(type.namespace.size, type.name).toBe(count);
  });

  it("make keys that need no Python", () => {
    defineTypes();
    const asking = BUILTIN_TYPES.filter((type) => keyKind(type) === KeyKind.Foreign).map((type) => type.name);
    expect(asking).toEqual([]);
  });
});
