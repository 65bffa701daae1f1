// Each built-in type is given its methods by the definition that the table names for it, be it the first one that is asked.
import { describe, expect, it } from "vitest";
import { BUILTIN_TYPES, objectType } from "../objects/builtin-types.ts";
import { EXCEPTION_TYPES } from "../objects/exception-types.ts";
import { PyMethod } from "../objects/function.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict, newTuple } from "../objects/make.ts";
import { BoundNative, type NativeFunction } from "../objects/native.ts";
import { LONG_TEXT } from "../objects/table.ts";
import { KeyKind } from "../objects/type.ts";
import { PyObject, type Value } from "../objects/value.ts";
import { keyKind, structuralHash } from "../protocol/hash.ts";
import { dictSet } from "../protocol/table.ts";
import { find } from "../protocol/table-search.ts";
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

  it("tell methods and tuples of many objects apart as keys", () => {
    defineTypes();
    const identities = new Map<object, number>();
    const identityOf = (object: object): number => {
      if (!identities.has(object)) identities.set(object, 16 * identities.size);
      return identities.get(object) as number;
    };
    const vm = { identityOf } as unknown as Machine;
    const objects = Array.from({ length: 1000 }, () => new PyObject(objectType));
    const repr = objectType.lookup("__repr__") as NativeFunction;
    for (const key of [
      (object: Value) => newTuple([object, 1]),
      (object: Value) => new BoundNative(repr, object),
      (object: Value) => new PyMethod(repr, object),
    ]) {
      expect(new Set(objects.map((object) => structuralHash(vm, key(object), 0))).size).toBe(1000);
    }
  });

  it("keep what V8 hashes alike out of its Maps", () => {
    defineTypes();
    const vm = { budget: 0, allocated: 0, allotment: 1, isLate: () => false } as Machine;
    const long = "a".repeat(LONG_TEXT);
    for (const key of [(n: number) => `${long}${n % 10}${n}`, (n: number) => BigInt(n + 1) << 64n]) {
      const dict = newDict();
      for (let n = 0; n < 50; n++) dictSet(vm, dict, key(n), n);
      expect(dict.index).toBe(null);
      for (let n = 0; n < 50; n++) expect(dict.values[find(vm, dict, key(n))]).toBe(n);
      const codes = Array.from(dict.hashed?.links ?? []).filter((_code, at) => at % 2 === 0 && at < 100);
      expect(new Set(codes).size).toBeGreaterThan(45);
    }
  });
});
