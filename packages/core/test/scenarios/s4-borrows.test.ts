// S4: borrow flags. Numbers are those of the scenarios that the engine must survive.
import { describe, expect, it } from "vitest";
import { arg, NativeClass, nativeFunction, nativeModule, t, type VM, type VMOptions } from "../../src/index.ts";
import { nextTurn } from "../event-loop.ts";
import { FAILURE } from "../failing.ts";
import { openVMs } from "../open-vms.ts";

const openVM = openVMs();

class Counter {
  value: number;

  constructor(value: number) {
    this.value = value;
  }
}

class Gauge extends Counter {}

/** Promises that a test settles by hand, in the order in which methods asked for them. */
type Gate = { readonly waiting: ((value: number) => void)[] };

function makeModule(gate: Gate) {
  const wait = (): Promise<number> => new Promise((resolve) => gate.waiting.push(resolve));
  const counterClass = new NativeClass<Counter>("Counter", { payload: Counter })
    .construct({ parameters: [arg("value", t.int, 0)], create: (value) => new Counter(value) })
    .property("value", {
      type: t.int,
      get: (self) => self.value,
      set: (self, value) => {
        self.value = value;
      },
    })
    .method("read", { parameters: [arg("then", t.callable)], call: (self, then) => then.callSync(self.value) })
    .method("mutate", {
      parameters: [arg("then", t.callable)],
      borrow: "exclusive",
      call: (self, then) => {
        self.value += 1;
        return then.callSync(self.value);
      },
    })
    .asyncMethod("read_later", { returns: t.int, call: async (self) => self.value + (await wait()) })
    .asyncMethod("mutate_later", {
      returns: t.int,
      borrow: "exclusive",
      call: async (self) => {
        self.value += await wait();
        return self.value;
      },
    })
    .blockingMethod("mutate_blocking", {
      returns: t.int,
      borrow: "exclusive",
      call: async (self) => {
        self.value += await wait();
        return self.value;
      },
    });
  const gaugeClass = new NativeClass<Gauge>("Gauge", { payload: Gauge, base: counterClass })
    .construct({ create: () => new Gauge(1) })
    .method("adjust", {
      parameters: [arg("then", t.callable)],
      borrow: "exclusive",
      call: (_self, then) => then.callSync(),
    });
  const move = nativeFunction({
    parameters: [arg("source", counterClass.exclusive), arg("to", counterClass.exclusive)],
    returns: t.none,
    call: (from, to) => {
      to.value += from.value;
      from.value = 0;
    },
  });
  const add = nativeFunction({
    parameters: [arg("a", counterClass.type), arg("b", counterClass.type)],
    returns: t.int,
    call: (a, b) => a.value + b.value,
  });
  return nativeModule({ name: "m", classes: [counterClass, gaugeClass], functions: { move, add } });
}

async function world(options: VMOptions = {}): Promise<{ vm: VM; gate: Gate }> {
  const gate: Gate = { waiting: [] };
  const vm = openVM({ modules: [makeModule(gate)], ...options });
  await vm.run(`from m import *
${FAILURE}`);
  return { vm, gate };
}

/** Let what can run do so, until the host is waited for so many times. */
async function waits(gate: Gate, count: number): Promise<void> {
  while (gate.waiting.length < count) await nextTurn();
}

const CHANGED = "RuntimeError: Counter object is being changed elsewhere: it cannot be borrowed for reading";
const CHANGED_TOO = "RuntimeError: Counter object is being changed elsewhere: it cannot be borrowed for changing";
const READ = "RuntimeError: Counter object is being read elsewhere: it cannot be borrowed for changing";

describe("S4 borrow flags", () => {
  it("S4.1 one exclusive borrow blocks all others, through a base class too; shared ones coexist; release restores", async () => {
    const { vm } = await world();
    expect(
      await vm.run(`
c = Counter(5)
g = Gauge()
[
    c.mutate(lambda n: failure(c.read, lambda n: n)),
    c.mutate(lambda n: failure(c.mutate, lambda n: n)),
    c.mutate(lambda n: failure(setattr, c, "value", 1)),
    c.read(lambda n: failure(c.mutate, lambda n: n)),
    c.read(lambda n: c.read(lambda m: (n, m, c.value))),
    g.adjust(lambda: failure(g.read, lambda n: n)),
    g.adjust(lambda: failure(lambda: g.value)),
    g.mutate(lambda n: failure(g.adjust, lambda: 0)),
    g.value, c.value, c.mutate(lambda n: n),
]`),
    ).toEqual([
      CHANGED,
      CHANGED_TOO,
      CHANGED_TOO,
      READ,
      [8, 8, 8],
      CHANGED.replace("Counter", "Gauge"),
      CHANGED.replace("Counter", "Gauge"),
      CHANGED_TOO.replace("Counter", "Gauge"),
      2,
      8,
      9,
    ]);
  });

  it("S4.1 arguments of one call are borrowed together", async () => {
    const { vm } = await world();
    expect(await vm.run("a, b = Counter(1), Counter(2)\nmove(a, b)\na.value, b.value, add(b, b)")).toEqual([0, 3, 6]);
    expect(await vm.run("failure(move, a, a), a.mutate(lambda n: failure(add, a, b)), add(a, b)")).toEqual([
      CHANGED_TOO.replace("changed", "read"),
      CHANGED,
      4,
    ]);
  });

  it("S4.2 a callback of a changing method that reads its object fails; the object is usable, after a throw too", async () => {
    const { vm } = await world();
    expect(await vm.run("c = Counter(1)\nfailure(c.mutate, lambda n: c.value)")).toBe(CHANGED);
    expect(await vm.run("failure(c.mutate, lambda n: 1 / 0)")).toBe("ZeroDivisionError: division by zero");
    expect(await vm.run("c.value, c.mutate(lambda n: n)")).toEqual([3, 4]);
  });

  it("S4.3 async methods hold their borrow across await: any pair with an exclusive one fails; the next starts clean", async () => {
    const { vm, gate } = await world();
    await vm.run("c = Counter(10)");
    const kinds = ["read_later", "mutate_later"] as const;
    for (const first of kinds) {
      for (const second of kinds) {
        gate.waiting.length = 0;
        const one = vm.run(`await c.${first}()`);
        await waits(gate, 1);
        const other = vm.run(`await c.${second}()`).catch((error: Error) => error.message);
        if (first === "read_later" && second === "read_later") {
          await waits(gate, 2);
          for (const settle of gate.waiting) settle(0);
          expect([await one, await other]).toEqual([10, 10]);
        } else {
          const expected = first === "read_later" ? READ : second === "read_later" ? CHANGED : CHANGED_TOO;
          expect(`RuntimeError: ${String(await other)}`).toBe(expected);
          expect(gate.waiting).toHaveLength(1);
          gate.waiting[0]?.(0);
          expect(await one).toBe(10);
        }
        expect(await vm.run("c.mutate(lambda n: n) and 0 or setattr(c, 'value', 10) or c.value")).toBe(10);
      }
    }
  });

  it("S4.3 so do blocking methods, also when the VM ends their run", async () => {
    const { vm, gate } = await world();
    await vm.run("c = Counter(1)");
    const one = vm.run("c.mutate_blocking()").catch((error: Error) => error.name);
    await waits(gate, 1);
    expect(await vm.run("failure(lambda: c.value)")).toBe(CHANGED);
    vm.terminate();
    expect(await one).toBe("TerminatedError");
    expect(await vm.run("c.value")).toBe(1);
  });

  it("S4.4 a call that was never awaited holds nothing", async () => {
    const { vm, gate } = await world();
    expect(await vm.run("c = Counter(1)\nlater = c.mutate_later()\nc.value, c.mutate(lambda n: n)")).toEqual([1, 2]);
    expect(await vm.run("later.close()\nfailure(lambda: later.send(None))")).toBe(
      "RuntimeError: cannot reuse already awaited call of Counter.mutate_later()",
    );
    expect(gate.waiting).toHaveLength(0);
  });

  it("S4.4 cancel, interrupt, limit and close release once; a late Promise never releases a newer borrow", async () => {
    const { vm, gate } = await world({ limits: { wallTimeMs: 2_000 } });
    await vm.run("c = Counter(1)");
    const ends: Record<string, (run: AbortController) => void> = {
      abort: (run) => run.abort(new Error("aborted")),
      interrupt: () => vm.interrupt(),
      terminate: () => vm.terminate(),
    };
    for (const [name, end] of Object.entries(ends)) {
      gate.waiting.length = 0;
      const controller = new AbortController();
      const one = vm.run("await c.mutate_later()", { signal: controller.signal }).catch(() => "ended");
      await waits(gate, 1);
      end(controller);
      expect([name, await one]).toEqual([name, "ended"]);
      const next = vm.run("await c.mutate_later()");
      await waits(gate, 2);
      gate.waiting[0]?.(100);
      await nextTurn();
      expect(await vm.run("failure(lambda: c.value)")).toBe(CHANGED);
      gate.waiting[1]?.(0);
      // What the host's own function did after its call was given up is the host's affair: it changed its payload.
      expect(await next).toBeTypeOf("number");
      expect(await vm.run("c.mutate(lambda n: 'free')")).toBe("free");
    }
  });

  it("S4.4 closing one VM frees a payload that another VM shares", async () => {
    const gate: Gate = { waiting: [] };
    const module = makeModule(gate);
    const [one, other] = [openVM({ modules: [module] }), openVM({ modules: [module] })];
    const shared = new Counter(7);
    await Promise.all([one.run("import m"), other.run("import m")]);
    one.globals.set("c", shared);
    other.globals.set("c", shared);
    const held = one.run("await c.mutate_later()").catch((error: Error) => error.name);
    await waits(gate, 1);
    await expect(other.run("c.value")).rejects.toThrow("Counter object is being changed elsewhere");
    await one.close();
    expect(await held).toBe("ClosedError");
    expect(await other.run("c.value")).toBe(7);
  });

  it("S4.6 access from the wrong VM is an error that names the class", async () => {
    const { vm: one } = await world({ name: "one" });
    const bare = openVM({ name: "bare" });
    const payload = await one.run("Counter(1)");
    expect(payload).toBeInstanceOf(Counter);
    expect(() => bare.globals.set("c", payload)).toThrow("an object of class Counter has no Python counterpart");
    const type = await one.run("Counter");
    expect(() => bare.globals.set("c", type)).toThrow("a Python type of VM 'one' was passed to VM 'bare'");
    const handle = await one.run("object.__new__(object)");
    expect(() => bare.globals.set("c", handle)).toThrow("a Python object of VM 'one' was passed to VM 'bare'");
  });

  it("S4.7 an object frozen by declaration needs no flag", async () => {
    const point = new NativeClass<Counter>("Point", { payload: Counter, frozen: true })
      .construct({ parameters: [arg("value", t.int)], create: (value) => new Counter(value) })
      .method("each", { parameters: [arg("then", t.callable)], call: (self, then) => then.callSync(self.value) });
    expect(() => point.method("change", { borrow: "exclusive", call: () => null })).toThrow(
      "NativeClass 'Point': method 'change' borrows exclusively, but the class is frozen",
    );
    expect(() => point.property("value", { type: t.int, get: (p) => p.value, set: () => {} })).toThrow(
      "property 'value' has a setter, but the class is frozen",
    );
    const vm = openVM({ modules: [nativeModule({ name: "m", classes: [point] })] });
    expect(await vm.run("from m import *\np = Point(3)\np.each(lambda n: p.each(lambda m: n * m))")).toBe(9);
  });
});
