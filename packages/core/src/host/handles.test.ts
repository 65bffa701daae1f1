// Handles: one for each object, valid in its VM for as long as that lives.
import { describe, expect, it } from "vitest";
import { newList } from "../objects/make.ts";
import type { Boundary } from "./boundary.ts";
import { ClosedError, HandleError } from "./errors.ts";
import { type HandleCell, Handles, valueFor, valueOf } from "./handles.ts";

/** A boundary that knows its name and whether it has ended. */
function boundary(vmName: string): Boundary & { end: Error | null } {
  const own = {
    vmName,
    handles: new Handles(),
    end: null as Error | null,
    check() {
      if (own.end !== null) throw own.end;
    },
  };
  return own as unknown as Boundary & { end: Error | null };
}

const cellOf = (own: Boundary, value = newList([])): HandleCell => own.handles.of(own, value, (cell) => cell);

describe("a handle", () => {
  it("is the same for the same object, and another for another", () => {
    const own = boundary("VM 'a'");
    const list = newList([]);
    expect(cellOf(own, list)).toBe(cellOf(own, list));
    expect(cellOf(own, list)).not.toBe(cellOf(own));
  });

  it("gives its object while its VM lives", () => {
    const own = boundary("VM 'a'");
    const list = newList([]);
    const cell = cellOf(own, list);
    expect([valueOf(cell), valueFor(own, cell)]).toEqual([list, list]);
    own.end = new ClosedError("VM 'a'");
    expect(() => valueOf(cell)).toThrow(ClosedError);
  });

  it("is refused by another VM, also by one of the same name", () => {
    const own = boundary("VM 'a'");
    const cell = cellOf(own);
    expect(() => valueFor(boundary("VM 'b'"), cell)).toThrow("a Python list of VM 'a' was passed to VM 'b'");
    expect(() => valueFor(boundary("VM 'a'"), cell)).toThrow(HandleError);
  });

  it("is emptied with all others, and says that it is stale", () => {
    const own = boundary("VM 'a'");
    const cells = [cellOf(own), cellOf(own)];
    own.handles.clear();
    for (const cell of cells) {
      expect(cell.value).toBeUndefined();
      expect(() => valueOf(cell)).toThrow("an object of VM 'a' was used after its reset");
      expect(() => valueFor(boundary("VM 'a'"), cell)).toThrow("an object of VM 'a' was used after its reset");
    }
    expect([...own.handles.values()]).toEqual([]);
  });
});
