// The names that table.ts tells of the library are those that stand on its shelves.
import { describe, expect, it } from "vitest";
import { LIBRARY_NAMES, loadShelf } from "./table.ts";

describe("the library", () => {
  it("has each module that the table names, and no other, on one shelf", async () => {
    const shelves = new Set(await Promise.all([...LIBRARY_NAMES].map(loadShelf)));
    const found = [...shelves].flatMap((shelf) => [...shelf.keys()]);
    expect(found.sort()).toEqual([...LIBRARY_NAMES].sort());
  });

  it("has a module on the shelf that the table names for it", async () => {
    for (const name of LIBRARY_NAMES) expect((await loadShelf(name)).has(name), name).toBe(true);
  });
});
