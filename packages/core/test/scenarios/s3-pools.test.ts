// S3: free lists. Numbers are those of the scenarios that the engine must survive.
import { describe, expect, it } from "vitest";
import { arg, NativeClass, nativeModule, PythonRaise, t, type VM } from "../../src/index.ts";
import { parked } from "../event-loop.ts";
import { FAILURE } from "../failing.ts";
import { openVMs } from "../open-vms.ts";

const openVM = openVMs();

/** What is pooled: `id` tells the shells apart, `tenant` what it stands for. */
class Spark {
  readonly id: number;
  tenant: string;

  constructor(id: number, tenant: string) {
    this.id = id;
    this.tenant = tenant;
  }
}

interface World {
  readonly vm: VM;
  /** Shells made so far. */
  readonly made: { count: number };
}

async function world(pool: number, hook?: (vm: VM, spark: Spark) => void): Promise<World> {
  const made = { count: 0 };
  const check = (tenant: string): void => {
    if (tenant === "bad") throw new PythonRaise("ValueError", "a bad tenant");
  };
  let vm: VM | null = null;
  const spark = new NativeClass<Spark>("Spark", { payload: Spark, pool })
    .construct({
      parameters: [arg("tenant", t.str)],
      create: (tenant) => {
        check(tenant);
        return new Spark(made.count++, tenant);
      },
      reuse: (shell, tenant) => {
        check(tenant);
        shell.tenant = tenant;
      },
    })
    .property("id", { type: t.int, get: (self) => self.id })
    .property("tenant", { type: t.str, get: (self) => self.tenant })
    .method("hold", { parameters: [arg("then", t.callable)], call: (_self, then) => then.callSync() });
  if (hook !== undefined) spark.onRelease((payload) => hook(vm as VM, payload));
  vm = openVM({ modules: [nativeModule({ name: "m", classes: [spark] })] });
  await vm.run(`from m import *
${FAILURE}`);
  return { vm, made };
}

describe("S3 free lists", () => {
  it("S3.1 the next creation reuses a released shell, the one after is fresh", async () => {
    const { vm } = await world(1);
    expect(
      await vm.run(`
a, b = Spark("a"), Spark("b")
a.release()
c, d = Spark("c"), Spark("d")
[s.id for s in (b, c, d)], [s.tenant for s in (b, c, d)]`),
    ).toEqual([
      [1, 0, 2],
      ["b", "c", "d"],
    ]);
  });

  it("S3.1 so many shells are retained as the class says", async () => {
    for (const pool of [1, 3, 8]) {
      const { vm, made } = await world(pool);
      await vm.run(
        "sparks = [Spark(str(n)) for n in range(8)]\nfor s in sparks: s.release()\nsparks = [Spark(str(n)) for n in range(8)]",
      );
      expect([pool, made.count]).toEqual([pool, 16 - pool]);
    }
  });

  it("S3.3 instances of subclasses bypass the pool", async () => {
    const { vm, made } = await world(4);
    expect(
      await vm.run(`
class Bright(Spark):
    def __init__(self, tenant):
        super().__init__(tenant)
        self.extra = tenant
b = Bright("b")
b.release()
a = Spark("a")
a.release()
again = Bright("again")
again.id, again.extra, Spark("x").id`),
    ).toEqual([2, "again", 1]);
    expect(made.count).toBe(3);
  });

  it("S3.4 a recycled shell carries nothing of its last tenant; stale objects and handles never reach the new one", async () => {
    const { vm } = await world(1);
    const held = (await vm.run("import weakref\na = Spark('a')\na.hold")) as { callSync(...args: unknown[]): unknown };
    const payload = vm.globals.get("a");
    expect(
      await vm.run(`
old, old_id, ref = a, id(a), weakref.ref(a)
key = {a: 1}
a.release()
a = Spark("b")
[a is old, id(a) == old_id, a in key, ref() is old, a == old, a.tenant]`),
    ).toEqual([false, false, false, true, false, "b"]);
    expect(vm.globals.get("a")).toBe(payload);
    expect(await vm.run("[failure(lambda: old.tenant), failure(old.hold, print), failure(old.release)]")).toEqual([
      "RuntimeError: Spark object was released",
      "RuntimeError: Spark object was released",
      "RuntimeError: Spark object was released",
    ]);
    expect(() => held.callSync(() => 1)).toThrow("Spark object was released");
  });

  it("S3.4 a borrowed object cannot be released, and its flag is not handed on", async () => {
    const { vm } = await world(1);
    expect(await vm.run("a = Spark('a')\nfailure(a.hold, a.release)")).toBe(
      "RuntimeError: Spark object is being read elsewhere: it cannot be borrowed for changing",
    );
    expect(await vm.run("a.release()\nb = Spark('b')\nb.hold(lambda: b.tenant)")).toBe("b");
  });

  it("S3.5 a release hook that makes another object gets another shell", async () => {
    const said: string[] = [];
    const { vm } = await world(4, (own, spark) => {
      said.push(`${spark.id}:${spark.tenant}`);
      if (spark.tenant === "first") own.runSync("inner = Spark('inner')");
      said.push(spark.tenant);
    });
    await vm.run("a = Spark('first')\na.release()");
    expect(said).toEqual(["0:first", "first"]);
    expect(await vm.run("inner.id, inner.tenant, Spark('next').id")).toEqual([1, "inner", 0]);
  });

  it("S3.5 a double release is refused; one whose hook throws has released all the same", async () => {
    const { vm } = await world(2, (_own, spark) => {
      if (spark.tenant === "odd") throw new PythonRaise("ValueError", "an odd one");
    });
    expect(await vm.run("a = Spark('a')\na.release()\nfailure(a.release)")).toBe(
      "RuntimeError: Spark object was released",
    );
    expect(await vm.run("b = Spark('odd')\nfailure(b.release), failure(b.release)")).toEqual([
      "ValueError: an odd one",
      "RuntimeError: Spark object was released",
    ]);
    expect(await vm.run("Spark('c').id != Spark('d').id")).toBe(true);
  });

  it("S3.5 a constructor that throws after taking a shell loses that shell, and no other", async () => {
    const { vm, made } = await world(4);
    expect(
      await vm.run(`
a, b = Spark("a"), Spark("b")
a.release(); b.release()
failure(Spark, "bad"), Spark("c").id, Spark("d").id`),
    ).toEqual(["ValueError: a bad tenant", 0, 2]);
    expect(made.count).toBe(3);
  });

  it("S3.6 closing a VM empties its pools only; nothing enters one once closing has begun", async () => {
    const { vm: one, made } = await world(4);
    const other = await world(4);
    await one.run("import time\na, b = Spark('a'), Spark('b')\na.release()");
    await other.vm.run("a = Spark('a')\na.release()");
    const run = one.run(`
try:
    time.sleep(600)
finally:
    b.release()
    c = Spark("c")`);
    const ended = run.catch((error: Error) => error.name);
    await parked(one);
    await one.close();
    expect([await ended, made.count]).toEqual(["ClosedError", 3]);
    expect(await other.vm.run("Spark('next').id")).toBe(0);
  });
});
