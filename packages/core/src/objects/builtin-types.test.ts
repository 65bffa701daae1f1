// The lists of types hold every type that their tables export.
import { describe, expect, it } from "vitest";
import * as types from "./builtin-types.ts";
import * as exceptions from "./exception-types.ts";
import { PyType } from "./type.ts";

describe.each([
  ["BUILTIN_TYPES", types, types.BUILTIN_TYPES],
  ["EXCEPTION_TYPES", exceptions, exceptions.EXCEPTION_TYPES],
])("%s", (_name, table, list) => {
  it("lists each type once", () => {
    const exported = Object.values(table).filter((each): each is PyType => each instanceof PyType);
    expect(new Set(list)).toEqual(new Set(exported));
    expect(list.length).toBe(exported.length);
  });
});
