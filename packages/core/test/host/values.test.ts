// Values across the boundary: what JavaScript gives Python, what Python gives JavaScript, and what neither may have.
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import {
  ConversionError,
  createVM,
  keywords,
  type PythonCallable,
  PythonError,
  PythonObject,
  PythonRaise,
} from "../../src/index.ts";
import { nextTurn } from "../event-loop.ts";

const vm = createVM({ name: "values" });
afterAll(() => vm.close());

/** Plain data as it comes back: whole numbers as they were, objects without a prototype. */
const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true }),
    fc.bigInt({ min: 2n ** 53n, max: 2n ** 70n }),
    fc.string(),
    fc.uint8Array({ maxLength: 8 }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 4, noNullPrototype: false }),
  ),
})).value;

describe("values from JavaScript to Python and back", () => {
  it("come back as they went", () => {
    fc.assert(
      fc.property(plain, (value) => {
        vm.globals.set("value", value);
        expect(vm.globals.get("value")).toEqual(value);
      }),
    );
  });

  it("have the Python types that users expect", async () => {
    const types = async (value: unknown): Promise<unknown> => {
      vm.globals.set("value", value);
      return await vm.eval("type(value).__name__, repr(value)");
    };
    expect(await types(3)).toEqual(["int", "3"]);
    expect(await types(-0)).toEqual(["float", "-0.0"]);
    expect(await types(2.5)).toEqual(["float", "2.5"]);
    expect(await types(2 ** 60)).toEqual(["float", "1.152921504606847e+18"]);
    expect(await types(2n ** 60n)).toEqual(["int", "1152921504606846976"]);
    expect(await types(undefined)).toEqual(["NoneType", "None"]);
    expect(await types(new Map<unknown, unknown>([[1, "a"]]))).toEqual(["dict", "{1: 'a'}"]);
    expect(await types(new Set([1, "a"]))).toEqual(["set", "{1, 'a'}"]);
    expect(await types(new Uint8Array([104, 105]))).toEqual(["bytes", "b'hi'"]);
  });

  it("keep cycles and shared references", async () => {
    const list: unknown[] = [1];
    list.push(list);
    vm.globals.set("cycle", list);
    expect(await vm.eval("cycle[1] is cycle")).toBe(true);
    const back = vm.globals.get("cycle") as unknown[];
    expect(back[1]).toBe(back);
    const shared = {};
    vm.globals.set("pair", [shared, shared]);
    expect(await vm.eval("pair[0] is pair[1]")).toBe(true);
  });

  it("are refused with the path to what has no counterpart", () => {
    const set = (value: unknown) => (): void => vm.globals.set("value", value);
    class Unit {}
    expect(set({ units: [new Unit()] })).toThrow("value.units[0]: an object of class Unit has no Python counterpart");
    expect(set([Symbol("s")])).toThrow("value[0]: a symbol has no Python counterpart");
    expect(set(new Map([[[1], 2]]))).toThrow(ConversionError);
    let deep: unknown = 0;
    for (let i = 0; i < 10_000; i++) deep = [deep];
    expect(set(deep)).toThrow("nested deeper than 500 levels");
    const hostile = new Proxy(
      {},
      {
        getPrototypeOf: () => {
          throw new Error("no");
        },
      },
    );
    expect(set(hostile)).toThrow(ConversionError);
    const getter = {
      get trap(): never {
        throw new Error("trap");
      },
    };
    expect(set(getter)).toThrow("the host's object threw while it was read");
  });

  it("beyond the depth arrive as handles", async () => {
    let value = await vm.run("a = []\nfor _ in range(1000): a = [a]\na");
    let depth = 0;
    while (Array.isArray(value)) {
      value = value[0];
      depth++;
    }
    expect(depth).toBe(201);
    expect(value).toBeInstanceOf(PythonObject);
  });
});

describe("callables", () => {
  it("of Python are async functions, the same one each time, with callSync beside", async () => {
    const add = (await vm.run("def add(a, b=1, *, c=0): return a + b + c\nadd")) as PythonCallable;
    expect(await add(1)).toBe(2);
    expect(await add(1, 2, keywords({ c: 3 }))).toBe(6);
    expect(add.callSync(4)).toBe(5);
    expect(vm.globals.get("add")).toBe(add);
    expect(add.object.get("__name__")).toBe("add");
    vm.globals.set("again", add);
    expect(await vm.eval("again is add")).toBe(true);
    await expect(add()).rejects.toThrow("add() missing 1 required positional argument: 'a'");
    expect(() => add.callSync()).toThrow(PythonError);
  });

  it("of the host are called by Python, and what they throw is raised", async () => {
    vm.globals.set("host", (a: number, b: number) => a * b);
    expect(await vm.eval("host(6, 7)")).toBe(42);
    await expect(vm.eval("host(a=1)")).rejects.toMatchObject({ type: "TypeError" });
    const failure = new RangeError("no such unit");
    vm.globals.set("fail", () => {
      throw failure;
    });
    expect(await vm.run("try:\n    fail()\nexcept RuntimeError as e:\n    text = str(e)\ntext")).toBe(
      "RangeError: no such unit",
    );
    const error = await vm.run("fail()").catch((each: unknown) => each);
    expect(error).toMatchObject({ type: "RuntimeError", cause: failure });
    vm.globals.set("missing", () => {
      throw new PythonRaise("KeyError", "orc");
    });
    expect(await vm.run("try:\n    missing()\nexcept KeyError as e:\n    args = e.args\nargs")).toEqual(["orc"]);
    expect(() => new PythonRaise("NoSuchError", "")).toThrow(
      "PythonRaise: there is no built-in exception 'NoSuchError'",
    );
  });

  it("of the host may enter the VM again while Python waits for their answer", async () => {
    const twice = (await vm.run("def twice(x): return x * 2\ntwice")) as PythonCallable;
    vm.globals.set("host", (x: number) => (twice.callSync(x) as number) + (vm.runSync("1 + 1") as number));
    expect(await vm.run("[host(n) for n in range(3)]")).toEqual([2, 4, 6]);
    vm.globals.set("host", () => twice.callSync());
    expect(await vm.run("try:\n    host()\nexcept TypeError as e:\n    ok = True\nok")).toBe(true);
  });

  it("show nothing of a host object that was not declared", async () => {
    vm.globals.set("f", () => 1);
    vm.globals.set("d", { a: 1 });
    for (const name of ["constructor", "__proto__", "toString", "prototype", "call", "apply", "bind", "callSync"]) {
      expect(await vm.eval(`hasattr(f, '${name}'), hasattr(d, '${name}'), '${name}' in d`)).toEqual([
        false,
        false,
        false,
      ]);
    }
    expect(await vm.eval("d.get('__proto__'), type(f).__name__")).toEqual([null, "builtin_function_or_method"]);
  });
});

describe("waiting", () => {
  it("for a Promise parks the script; its rejection is raised", async () => {
    vm.globals.set("later", async (x: number) => {
      await nextTurn();
      if (x < 0) throw new Error("negative");
      return x + 1;
    });
    expect(await vm.run("await later(1)")).toBe(2);
    expect(await vm.run("async def f():\n    return [await later(n) for n in range(3)]\nawait f()")).toEqual([1, 2, 3]);
    expect(await vm.run("try:\n    await later(-1)\nexcept RuntimeError as e:\n    text = str(e)\ntext")).toBe(
      "Error: negative",
    );
  });

  it("for a coroutine is a Promise, for an asynchronous generator an AsyncIterable", async () => {
    await vm.run(
      "async def add(a, b): return await later(a) + b\nasync def count(n):\n    for i in range(n): yield await later(i)",
    );
    expect(await vm.call("add", 1, 2)).toBe(4);
    const items: unknown[] = [];
    for await (const item of (await vm.call("count", 3)) as AsyncIterable<unknown>) items.push(item);
    expect(items).toEqual([1, 2, 3]);
  });

  it("for the items of the host goes through `async for`", async () => {
    async function* source(): AsyncGenerator<number> {
      yield 1;
      yield 2;
    }
    vm.globals.set("source", source());
    expect(await vm.run("[x * 10 async for x in source]")).toEqual([10, 20]);
  });

  it("is impossible in a synchronous call, which says so", () => {
    expect(() => vm.runSync("await later(1)")).toThrow(
      "a synchronous call cannot wait: the script waits for 'promise'",
    );
    expect(vm.runSync("1 + 1")).toBe(2);
  });

  it("keep what they were raised from and during as causes", async () => {
    const vm = createVM({ name: "causes" });
    vm.globals.set("fail", () => {
      throw new RangeError("of the host");
    });
    const error = await vm
      .run(
        "try:\n    try:\n        fail()\n    except RuntimeError as e:\n        raise KeyError('k') from e\nexcept KeyError:\n    1 / 0",
      )
      .catch((thrown: unknown) => thrown);
    const chain: string[] = [];
    for (let each: unknown = error; each instanceof Error; each = each.cause)
      chain.push(`${each.name} ${each.message}`);
    expect(chain).toEqual([
      "PythonError division by zero",
      "PythonError 'k'",
      "PythonError RangeError: of the host",
      "RangeError of the host",
    ]);
    await vm.close();
  });

  it("name a function of the host after the global it is given to", async () => {
    const vm = createVM();
    vm.globals.set(
      "spawn",
      (
        () => () =>
          1
      )(),
    );
    vm.globals.set("api", {
      move: (
        () => () =>
          2
      )(),
    });
    expect(await vm.run("spawn.__name__, api['move'].__name__, spawn()")).toEqual(["spawn", "move", 1]);
    await vm.close();
  });
});
