// A plugin's storage must keep what it promised to: over failed writes, damaged texts, quotas and migrations.
import { describe, expect, it } from "vitest";
import type { PluginError } from "../errors.ts";
import { openStorage, type OpenStorageOptions } from "./open-storage.ts";
import { memoryStorage, type MemoryStorage } from "./storage-backend.ts";

function opened(options: Partial<OpenStorageOptions> = {}, backend: MemoryStorage = memoryStorage()) {
  const storage = openStorage({ id: "shop", backend, quota: () => 1000, version: 1, ...options });
  return { storage, backend };
}

const text = (data: object, version = 1): string => JSON.stringify({ format: 1, version, data });

const failure = async (promise: Promise<unknown>): Promise<PluginError> =>
  promise.then(
    () => expect.fail("it should have failed"),
    (error: PluginError) => error,
  );

describe("the storage of a plugin", () => {
  it("keeps data of all kinds for the next time", async () => {
    const { storage, backend } = opened();
    const value = { gold: 2n ** 70n, names: ["a"], raw: new Uint8Array([1, 255]), rate: -0 };
    await storage.set("state", value);
    await storage.set("b", Number.NaN);
    value.names.push("late");
    const again = opened({}, backend).storage;
    expect(await again.get("state")).toStrictEqual(Object.assign(Object.create(null), { ...value, names: ["a"] }));
    expect(await again.get("b")).toBe(Number.NaN);
    expect(await again.get("c")).toBe(undefined);
    expect(await again.keys()).toEqual(["b", "state"]);
    expect([await again.delete("b"), await again.delete("b"), await again.keys()]).toEqual([true, false, ["state"]]);
    expect(backend.texts.get("shop")).not.toContain('"b":');
    await again.delete("state");
    expect([backend.texts.size, await again.size()]).toEqual([0, 0]);
  });

  it("gives each reader a copy", async () => {
    const { storage } = opened();
    await storage.set("a", [1]);
    ((await storage.get("a")) as number[]).push(2);
    expect(await storage.get("a")).toEqual([1]);
  });

  it("takes any key, and data alone", async () => {
    const { storage } = opened();
    await storage.set("__proto__", 1);
    await storage.set("", 2);
    expect(await storage.keys()).toEqual(["", "__proto__"]);
    expect(await storage.get("toString")).toBe(undefined);
    await expect(storage.set("a", (() => 1) as never)).rejects.toThrow("value: a function is no data");
    await expect(storage.set(1 as never, 1)).rejects.toThrow("key: it must be a string, not number");
    expect(await storage.keys()).toEqual(["", "__proto__"]);
  });

  it("writes changes together, one write at a time", async () => {
    const writes: string[] = [];
    const going: (() => void)[] = [];
    const backend = memoryStorage();
    const slow = {
      ...backend,
      write: async (id: string, written: string) => {
        writes.push(written);
        await new Promise<void>((resolve) => going.push(resolve));
        await backend.write(id, written);
      },
    };
    const { storage } = opened({ backend: slow });
    await storage.ready();
    const all: Promise<void>[] = [];
    for (let i = 0; i < 5; i++) all.push(storage.set(`k${i}`, i));
    await Promise.all([storage.keys(), storage.keys()]);
    expect(writes.length).toBe(1);
    for (let i = 0; i < 5; i++) all.push(storage.set("k0", i * 10));
    expect(await storage.get("k4")).toBe(4);
    await storage.keys();
    expect([writes.length, await storage.get("k0")]).toEqual([1, 40]);
    let isFlushed = false;
    const flushed = storage.flush().then(() => {
      isFlushed = true;
    });
    going.shift()?.();
    await all[4];
    await storage.keys();
    expect([writes.length, isFlushed]).toEqual([2, false]);
    going.shift()?.();
    await Promise.all([...all, flushed]);
    expect(JSON.parse(backend.texts.get("shop") as string).data).toEqual({ k0: 40, k1: 1, k2: 2, k3: 3, k4: 4 });
  });

  it("keeps what was there when a write fails, and what came after it", async () => {
    const backend = memoryStorage([["shop", text({ a: 1 })]]);
    let fails = true;
    const broken = {
      ...backend,
      write: async (id: string, written: string) => {
        if (fails) {
          fails = false;
          throw new Error("the disk is full");
        }
        await backend.write(id, written);
      },
    };
    const { storage } = opened({ backend: broken });
    await storage.ready();
    const first = failure(storage.set("a", 2));
    await storage.keys();
    const second = storage.set("b", 3);
    expect(String(await first)).toBe("Error: the disk is full");
    await second;
    await storage.flush();
    expect([await storage.get("a"), await storage.get("b")]).toEqual([1, 3]);
    expect(JSON.parse(backend.texts.get("shop") as string).data).toEqual({ a: 1, b: 3 });
  });

  it("rejects a change that a failed write leaves no room for", async () => {
    const backend = memoryStorage([["shop", text({ a: "x".repeat(50) })]]);
    const { storage } = opened({
      quota: () => 60,
      backend: { ...backend, remove: () => Promise.reject(new Error("no")) },
    });
    await storage.ready();
    const first = failure(storage.delete("a"));
    await storage.keys();
    const second = failure(storage.set("b", "y".repeat(40)));
    expect(String(await first)).toBe("Error: no");
    expect((await second).code).toBe("storage-full");
    expect(await storage.keys()).toEqual(["a"]);
  });

  it("has a quota", async () => {
    let quota = 30;
    const { storage, backend } = opened({ quota: () => quota });
    await storage.set("a", "0123456789");
    expect(await storage.size()).toBe(17);
    const before = backend.texts.get("shop");
    const error = await failure(storage.set("b", "0123456789"));
    expect([error.code, error.message, error.plugin]).toEqual([
      "storage-full",
      "with 'b' all takes 34 bytes, and 'shop' may store 30 bytes",
      "shop",
    ]);
    expect((await failure(storage.set("b", "x".repeat(1e6)))).message).toBe(
      "'b' takes at least 1000000 bytes, and 'shop' may store 30 bytes",
    );
    expect([await storage.size(), backend.texts.get("shop")]).toEqual([17, before]);
    await storage.set("a", "012345678901234567890");
    quota = 10;
    expect((await failure(storage.set("b", 1))).code).toBe("storage-full");
    await storage.set("a", "0");
    expect(await storage.get("a")).toBe("0");
  });
});

describe("a damaged text", () => {
  it.each([
    "",
    "{",
    "null",
    "[]",
    '{"format":1,"version":1}',
    '{"format":1,"version":1,"data":[]}',
    '{"format":1,"version":0.5,"data":{}}',
    '{"format":"1","version":1,"data":{}}',
    '{"format":1,"version":1,"data":{"a":{"$int":"x"}}}',
    text({ a: 1 }).slice(0, -2),
  ])("is kept aside: %s", async (damaged) => {
    const { storage, backend } = opened(
      {},
      memoryStorage([
        ["shop", damaged],
        ["shop.damaged-1", "older"],
      ]),
    );
    const both = [failure(storage.get("a")), failure(storage.set("a", 1))];
    for (const error of await Promise.all(both)) {
      expect(error.code).toBe("storage-corrupt");
      expect(error.message).toMatch(
        /^the storage of 'shop' is damaged \(.*\); it was kept as 'shop\.damaged-2', and the plugin begins with none$/,
      );
    }
    expect(Object.fromEntries(backend.texts)).toEqual({ "shop.damaged-1": "older", "shop.damaged-2": damaged });
    await storage.set("a", 2);
    expect(await storage.get("a")).toBe(2);
    expect(backend.texts.get("shop.damaged-2")).toBe(damaged);
  });

  it("is never overwritten when it cannot be kept aside", async () => {
    const backend = memoryStorage([["shop", "{"]]);
    const { storage } = opened({ backend: { ...backend, keepAside: () => Promise.reject(new Error("no")) } });
    for (let i = 0; i < 2; i++) expect(String(await failure(storage.set("a", 1)))).toBe("Error: no");
    expect(backend.texts.get("shop")).toBe("{");
  });
});

describe("the storage version", () => {
  it("of a later plugin or host is refused, and nothing lost", async () => {
    for (const [found, message] of [
      [text({ a: 1 }, 3), "the storage of 'shop' is of version 3, later than the plugin's own, 2: it is left as it is"],
      [
        '{"format":2}',
        "the storage of 'shop' is in format 2, which a later version of the plugin host has written; this one reads format 1",
      ],
      [
        text({ a: 1 }),
        "the storage of 'shop' is of version 1, and the plugin has no migrate() to bring it to version 2",
      ],
    ] as const) {
      const { storage, backend } = opened({ version: 2 }, memoryStorage([["shop", found]]));
      for (const call of [storage.ready(), storage.set("a", 2), storage.delete("a")]) {
        expect(await failure(call)).toMatchObject({ code: "storage-version", message });
      }
      await storage.flush();
      expect(backend.texts.get("shop")).toBe(found);
    }
  });

  it("of an earlier plugin is migrated once", async () => {
    const calls: unknown[] = [];
    const { storage, backend } = opened(
      {
        version: 3,
        migrate: async (data, from) => {
          calls.push(from, data);
          return { gold: data.gold ?? null, names: [] };
        },
      },
      memoryStorage([["shop", text({ gold: { $int: "5" } })]]),
    );
    expect(await Promise.all([storage.keys(), storage.get("gold")])).toEqual([["gold", "names"], 5n]);
    expect(calls).toEqual([1, Object.assign(Object.create(null), { gold: 5n })]);
    expect(backend.texts.get("shop")).toBe('{"format":1,"version":3,"data":{"gold":{"$int":"5"},"names":[]}}\n');
    expect(await opened({ version: 3 }, backend).storage.get("names")).toEqual([]);
  });

  it.each([
    [() => Promise.reject(new Error("oops")), "storage-version", "so it is left as it is: Error: oops"],
    [() => null, "storage-version", "so it is left as it is: TypeError: data: a dict is expected"],
    [() => ({ a: new Map() as never }), "storage-version", "TypeError: data.a: a dict with keys"],
    [() => ({ a: "x".repeat(2000) }), "storage-full", "the migrated data takes 2000 bytes, and 'shop' may store 1000"],
  ])("keeps the old text when that fails: %s", async (migrate, code, message) => {
    const found = text({ a: 1 });
    const { storage, backend } = opened({ version: 2, migrate }, memoryStorage([["shop", found]]));
    for (let i = 0; i < 2; i++) {
      const error = await failure(storage.get("a"));
      expect([error.code, error.message]).toEqual([code, expect.stringContaining(message)]);
    }
    expect(backend.texts.get("shop")).toBe(found);
  });

  it("keeps the old text when what was migrated cannot be written", async () => {
    const backend = memoryStorage([["shop", text({ a: 1 })]]);
    let fails = true;
    const write = async (id: string, written: string): Promise<void> => {
      if (fails) throw new Error("the disk is full");
      await backend.write(id, written);
    };
    const { storage } = opened({ version: 2, migrate: () => ({ b: 1 }), backend: { ...backend, write } });
    expect(String(await failure(storage.get("b")))).toBe("Error: the disk is full");
    expect(backend.texts.get("shop")).toBe(text({ a: 1 }));
    fails = false;
    expect(await storage.get("b")).toBe(1);
  });

  it("cannot be used from within the migration", async () => {
    const { storage } = opened(
      { version: 2, migrate: async () => ({ error: (await failure(storage.get("a"))).code }) },
      memoryStorage([["shop", text({})]]),
    );
    expect(await storage.get("error")).toBe("wrong-state");
  });
});

describe("a storage that ends", () => {
  /** A backend whose operations wait until they are let go, in their order. */
  function slow(texts: Iterable<readonly [string, string]> = []) {
    const memory = memoryStorage(texts);
    const begun: string[] = [];
    const going: (() => void)[] = [];
    const later = async <T>(name: string, act: () => Promise<T>): Promise<T> => {
      begun.push(name);
      await new Promise<void>((resolve) => going.push(resolve));
      return await act();
    };
    const backend = {
      read: (id: string) => later("read", () => memory.read(id)),
      write: (id: string, written: string) => later("write", () => memory.write(id, written)),
      keepAside: (id: string) => later("keepAside", () => memory.keepAside(id)),
      remove: (id: string) => later("remove", () => memory.remove(id)),
    };
    const next = async (): Promise<void> => {
      going.shift()?.();
      await new Promise((resolve) => setTimeout(resolve));
    };
    return { backend, begun, memory, next };
  }

  const ENDED = { code: "wrong-state", message: "the storage of 'shop' has ended with the plugin" };

  it("lets what is being written end, and writes nothing after it", async () => {
    const { backend, begun, memory, next } = slow();
    const storage = openStorage({ id: "shop", backend, quota: () => 1000, version: 1 });
    const first = [storage.set("a", 1), storage.set("b", 1)];
    await next();
    const others = [storage.set("b", 2), storage.set("c", 2), storage.set("c", 3)].map(failure);
    await storage.keys();
    expect(storage.end()).toEqual({ lost: ["b", "c"], underWay: ["a", "b"] });
    expect(await Promise.all(others)).toMatchObject([ENDED, ENDED, ENDED]);
    await next();
    await Promise.all([...first, storage.flush()]);
    expect([await failure(storage.set("a", 5)), await failure(storage.delete("a"))]).toMatchObject([ENDED, ENDED]);
    expect(storage.end()).toEqual({ lost: [], underWay: [] });
    expect(begun).toEqual(["read", "write"]);
    expect(memory.texts.get("shop")).toBe(`${text({ a: 1, b: 1 })}\n`);
  });

  it("refuses who waits for the first reading, and keeps nothing aside that is damaged", async () => {
    const { backend, begun, next } = slow([["shop", "{"]]);
    const storage = openStorage({ id: "shop", backend, quota: () => 1000, version: 1 });
    const waiting = [storage.get("a"), storage.set("a", 1)].map(failure);
    expect(storage.end()).toEqual({ lost: ["a"], underWay: [] });
    expect(await Promise.all(waiting)).toMatchObject([ENDED, ENDED]);
    await next();
    expect(await failure(storage.keys())).toMatchObject(ENDED);
    expect(begun).toEqual(["read"]);
  });

  it("reads and writes nothing that was not asked for before, nor what is migrated after", async () => {
    const { backend, begun, next } = slow([["shop", text({ a: 1 })]]);
    const unread = openStorage({ id: "shop", backend, quota: () => 1000, version: 1 });
    unread.end();
    expect(await failure(unread.get("a"))).toMatchObject(ENDED);
    const old = openStorage({
      id: "shop",
      backend,
      quota: () => 1000,
      version: 2,
      migrate: async (data) => ({ ...data }),
    });
    const reading = failure(old.get("a"));
    old.end();
    expect(await reading).toMatchObject(ENDED);
    await next();
    expect(begun).toEqual(["read"]);
  });
});
