// A Map of many parts, and the tables that need one.
import { describe, expect, test } from "vitest";
import type { Machine } from "./machine.ts";
import { newDict } from "./make.ts";
import { MAP_ENTRIES, roomFor, WideMap } from "./wide-map.ts";
import { insert } from "../protocol/table.ts";

function filled(count: number): WideMap<number, string> {
  const map = new WideMap<number, string>(new Map(), 3);
  for (let key = 0; key < count; key++) map.set(key, `${key}`);
  return map;
}

describe("a wide map", () => {
  test("keeps more than one part holds, each key once", () => {
    const map = filled(10);
    map.set(4, "again");
    expect(map.size).toBe(10);
    expect([...map].map(([key]) => key)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(map.get(4)).toBe("again");
    expect(map.get(10)).toBeUndefined();
    expect([map.has(9), map.has(10)]).toEqual([true, false]);
  });

  test("deletes, and takes new entries where there is room", () => {
    const map = filled(7);
    expect([map.delete(1), map.delete(1)]).toEqual([true, false]);
    map.set(7, "7");
    expect([...map.keys()].toSorted()).toEqual([0, 2, 3, 4, 5, 6, 7]);
    map.clear();
    expect([map.size, [...map.values()]]).toEqual([0, []]);
  });

  test("goes through its entries as any map does", () => {
    const seen: string[] = [];
    filled(4).forEach((value, key, map) => seen.push(`${key}=${value} of ${map.size}`));
    expect(seen).toEqual(["0=0 of 4", "1=1 of 4", "2=2 of 4", "3=3 of 4"]);
  });

  test("takes the place of a map that is full, and of no other", () => {
    const map = new Map([["a", 1]]);
    expect(roomFor(map, MAP_ENTRIES - 1)).toBe(map);
    const wide = roomFor(map, MAP_ENTRIES);
    expect(wide).toBeInstanceOf(WideMap);
    expect(wide.get("a")).toBe(1);
    expect(roomFor(wide, MAP_ENTRIES)).toBe(wide);
  });

  test("is the index of a dict that V8's Map might not hold", () => {
    const vm = {} as Machine;
    const dict = newDict();
    dict.values[insert(vm, dict, "one", null)] = 1;
    dict.keys.length = MAP_ENTRIES;
    const at = insert(vm, dict, "two", null);
    expect(at).toBe(MAP_ENTRIES);
    expect(dict.index).toBeInstanceOf(WideMap);
    expect([dict.index?.get("one"), dict.index?.get("two")]).toEqual([0, at]);
  });
});
