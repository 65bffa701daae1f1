// The names that table.ts tells of the library are those that are in it.
import { describe, expect, it } from "vitest";
import { CORE_MODULES, LIBRARY_NAMES, loadLibrary } from "./table.ts";

describe("the library", () => {
  it("holds the modules that the table names, and no other", async () => {
    const library = await loadLibrary();
    expect([...LIBRARY_NAMES].sort()).toEqual([...library.keys()].sort());
  });
  it("does not repeat what is in the main bundle", () => {
    expect([...CORE_MODULES.keys()].filter((name) => LIBRARY_NAMES.has(name))).toEqual([]);
  });
});
