// Native modules: signatures, checks with Python's messages, conversions both ways, the three modes of a call.
import { describe, expect, it } from "vitest";
import {
  arg,
  asyncFunction,
  blockingFunction,
  createVM,
  keyword,
  keywordRest,
  LimitError,
  NativeClass,
  type NativeFunctionSpec,
  nativeFunction,
  nativeModule,
  positional,
  PythonRaise,
  rest,
  t,
  type VM,
  type VMOptions,
} from "../../src/index.ts";
import { parked } from "../event-loop.ts";
import { openVMs } from "../open-vms.ts";

const openVM = openVMs();

/** A VM with a module `m` of these functions, all of whose names are imported. */
async function withModule(functions: Record<string, NativeFunctionSpec>, options: VMOptions = {}): Promise<VM> {
  const vm = openVM({ modules: [nativeModule({ name: "m", functions })], ...options });
  await vm.run("from m import *\nimport m");
  return vm;
}

/** The exception that an expression raises, as `Type: message`. */
function raised(vm: VM, expression: string): Promise<unknown> {
  return vm.run(`
try:
    answer = ${expression}
except Exception as error:
    answer = type(error).__name__ + ": " + str(error)
answer`);
}

const spawn = nativeFunction({
  parameters: [arg("kind", t.str), arg("level", t.int, 1)],
  returns: t.str,
  doc: "Put a unit on the map.",
  call: (kind, level) => `${kind}@${level}`,
});

describe("arguments", () => {
  it("by position, by name, by default", async () => {
    const vm = await withModule({ spawn });
    expect(await vm.run("spawn('orc'), spawn('elf', 3), spawn(level=2, kind='ent')")).toEqual([
      "orc@1",
      "elf@3",
      "ent@2",
    ]);
  });

  it("count as calls of the host, those that fail too", async () => {
    const vm = await withModule({
      spawn,
      fail: nativeFunction({
        call: () => {
          throw new Error("no");
        },
      }),
    });
    vm.globals.set("loose", () => 1);
    await vm.run("spawn('orc')\nspawn('elf')\nloose()\ntry:\n    fail()\nexcept RuntimeError: pass");
    expect(vm.stats.hostCalls).toBe(4);
  });

  it("are refused as Python's own functions refuse them", async () => {
    const half = nativeFunction({ parameters: [positional("n", t.int)], returns: t.float, call: (n) => n / 2 });
    const only = nativeFunction({ parameters: [keyword("by", t.float)], returns: t.float, call: (by) => by });
    const vm = await withModule({ spawn, half, only });
    for (const [call, message] of [
      ["spawn()", "TypeError: spawn() missing required argument 'kind' (pos 1)"],
      ["spawn(1)", "TypeError: spawn() argument 'kind' must be str, not int"],
      ["spawn('a', 'b')", "TypeError: spawn() argument 'level' must be int, not str"],
      ["spawn('a', 2.0)", "TypeError: spawn() argument 'level' must be int, not float"],
      ["spawn('a', 1, 2)", "TypeError: spawn() takes at most 2 arguments (3 given)"],
      ["spawn('a', levle=3)", "TypeError: spawn() got an unexpected keyword argument 'levle'. Did you mean 'level'?"],
      ["spawn('a', kind='b')", "TypeError: argument for spawn() given by name ('kind') and position (1)"],
      ["half(n=1)", "TypeError: m.half() takes no keyword arguments"],
      ["half(2 ** 60)", "OverflowError: half() argument 'n': int too large: it must be within ±(2**53 - 1)"],
      ["only(1)", "TypeError: only() takes no positional arguments"],
      ["only()", "TypeError: only() missing required argument 'by'"],
    ] as const) {
      expect([call, await raised(vm, call)]).toEqual([call, message]);
    }
  });

  it("that are left are gathered", async () => {
    const all = nativeFunction({
      parameters: [
        arg("first", t.str),
        rest("numbers", t.float),
        keyword("scale", t.float, 1),
        keywordRest("tags", t.str),
      ],
      returns: t.any,
      call: (first, numbers, scale, tags) => [first, numbers.map((each) => each * scale), Object.entries(tags)],
    });
    const vm = await withModule({ all });
    expect(await vm.run("all('a', 1, 2.5, scale=2, red='r', blue='b')")).toEqual([
      "a",
      [2, 5],
      [
        ["red", "r"],
        ["blue", "b"],
      ],
    ]);
    expect(await vm.run("all('a')")).toEqual(["a", [], []]);
    expect(await raised(vm, "all('a', 1, 'x')")).toBe("TypeError: all() argument 'numbers' must be float, not str");
    expect(await raised(vm, "all('a', tag=1)")).toBe("TypeError: all() argument 'tag' must be str, not int");
  });

  it("that are left are gathered, but for the name of what is given already", async () => {
    const all = nativeFunction({
      parameters: [arg("first", t.str), rest("others", t.str), keywordRest("tags", t.str)],
      returns: t.any,
      call: (first, others, tags) => [first, others, Object.entries(tags)],
    });
    const vm = await withModule({ all });
    expect(await vm.run("all('a', 'b', red='r')")).toEqual(["a", ["b"], [["red", "r"]]]);
    expect(await raised(vm, "all('a', first='b')")).toBe(
      "TypeError: argument for all() given by name ('first') and position (1)",
    );
  });
});

describe("types", () => {
  /** What a function of one argument got, and what it answered when it gave that back. */
  async function echo<T>(
    type: ReturnType<typeof t.optional<T>> | unknown,
    source: string,
  ): Promise<[unknown, unknown]> {
    let got: unknown;
    const same = nativeFunction({
      parameters: [arg("value", type as typeof t.any)],
      returns: type as typeof t.any,
      call: (value) => {
        got = value;
        return value;
      },
    });
    const vm = await withModule({ same });
    const shown = await raised(vm, `repr(same(${source}))`);
    return [got, shown];
  }

  it("read and write exactly", async () => {
    const record = (values: object): object => Object.assign(Object.create(null), values);
    for (const [type, source, got, shown] of [
      [t.int, "5", 5, "5"],
      [t.int, "True", 1, "1"],
      [t.bigint, "2 ** 70", 2n ** 70n, "1180591620717411303424"],
      [t.float, "3", 3, "3.0"],
      [t.float, "2 ** 70", 2 ** 70, "1.1805916207174113e+21"],
      [t.float, "float('nan')", Number.NaN, "nan"],
      [t.bool, "True", true, "True"],
      [t.str, "'\\U0001f40d'", "🐍", "'🐍'"],
      [t.bytes, "bytearray(b'ab')", Uint8Array.of(97, 98), "b'ab'"],
      [t.list(t.float), "[1, 2.5]", [1, 2.5], "[1.0, 2.5]"],
      [t.list(t.list(t.str)), "(['a'], [])", [["a"], []], "[['a'], []]"],
      [t.tuple(t.int, t.str), "(1, 'a')", [1, "a"], "(1, 'a')"],
      [t.set(t.int), "frozenset({1})", new Set([1]), "{1}"],
      [t.dict(t.float), "{'a': 1}", record({ a: 1 }), "{'a': 1.0}"],
      [t.optional(t.int), "None", null, "None"],
      [t.optional(t.int), "7", 7, "7"],
      [t.union(t.int, t.str), "'x'", "x", "'x'"],
      [t.literal("north", "south"), "'north'", "north", "'north'"],
      [t.any, "{'a': [1, None]}", record({ a: [1, null] }), "{'a': [1, None]}"],
    ] as const) {
      expect([source, await echo(type, source)]).toEqual([source, [got, shown]]);
    }
  });

  it("say what is wrong inside a container", async () => {
    for (const [type, source, message] of [
      [t.list(t.int), "[1, 'a']", "must be list[int], but item 1 must be int, not str"],
      [t.list(t.int), "{1}", "must be list[int], not set"],
      [t.tuple(t.int, t.str), "(1,)", "must be tuple[int, str], not a tuple of 1"],
      [t.tuple(t.int, t.str), "(1, 2)", "must be tuple[int, str], but item 1 must be str, not int"],
      [t.dict(t.int), "{'a': 'b'}", "must be dict[str, int], but the value of 'a' must be int, not str"],
      [t.dict(t.int), "{1: 1}", "must be dict[str, int], but a key is int"],
      [t.literal("it's"), "'its'", "must be Literal['it\\'s'], not 'its'"],
      [t.literal("north", "south"), "'west'", "must be Literal['north', 'south'], not 'west'"],
      [t.union(t.int, t.str), "None", "must be int | str, not NoneType"],
      [t.bool, "1", "must be bool, not int"],
      [t.callable, "3", "must be Callable[..., Any], not int"],
    ] as const) {
      const [, shown] = await echo(type, source);
      expect([source, shown]).toEqual([source, `TypeError: same() argument 'value' ${message}`]);
    }
  });

  it("refuse what the host should not have answered", async () => {
    const answer = (type: unknown, value: unknown): NativeFunctionSpec =>
      nativeFunction({ returns: type as typeof t.any, call: () => value });
    const vm = await withModule({
      half: answer(t.int, 0.5),
      text: answer(t.int, "1"),
      promise: answer(t.int, Promise.resolve(1)),
      items: answer(t.list(t.str), ["a", 2]),
      symbol: answer(t.any, Symbol("s")),
    });
    expect(await raised(vm, "half()")).toMatch(/the host's half\(\) answered what is no int: .*whole number.*not 0.5/);
    expect(await raised(vm, "text()")).toMatch(/it must be a number, not string/);
    expect(await raised(vm, "promise()")).toMatch(/declare it with asyncFunction or blockingFunction/);
    expect(await raised(vm, "items()")).toMatch(/result\[1\]: it must be a string, not number/);
    expect(await raised(vm, "symbol()")).toMatch(/a symbol has no Python counterpart/);
  });

  it("give iterables item by item", async () => {
    const asked: number[] = [];
    const count = nativeFunction({
      returns: t.iterable(t.int),
      *call() {
        for (let n = 0; ; n++) {
          asked.push(n);
          yield n;
        }
      },
    });
    const vm = await withModule({ count });
    expect(await vm.run("import itertools\nlist(itertools.islice(count(), 3))")).toEqual([0, 1, 2]);
    expect(asked).toEqual([0, 1, 2]);
  });

  it("give callables as functions and objects as handles", async () => {
    const twice = nativeFunction({
      parameters: [arg("f", t.callable), arg("x", t.any)],
      returns: t.any,
      call: (f, x) => f.callSync(f.callSync(x)),
    });
    const length = nativeFunction({ parameters: [arg("o", t.object)], returns: t.str, call: (o) => `${o.type} ${o}` });
    const vm = await withModule({ twice, length });
    expect(
      await vm.run("class Inc:\n    def __call__(self, n): return n + 1\ntwice(Inc(), 1), twice(str.upper, 'a')"),
    ).toEqual([3, "A"]);
    expect(await vm.run("length([1, 2]), length(3)")).toEqual(["list [1, 2]", "int 3"]);
  });
});

describe("calls", () => {
  it("of blocking functions let plain code wait, and others go on", async () => {
    let answer: (value: string) => void = () => {};
    const load = blockingFunction({
      parameters: [arg("name", t.str)],
      returns: t.str,
      call: (name) => new Promise<string>((resolve) => (answer = (text) => resolve(`${name}: ${text}`))),
    });
    const vm = await withModule({ load });
    const run = vm.run("def plain(): return load('a')\nplain()");
    await parked(vm);
    expect(await vm.run("1 + 1")).toBe(2);
    answer("text");
    expect(await run).toBe("a: text");
  });

  it("of blocking functions may answer at once, throw, or reject", async () => {
    const now = blockingFunction({ returns: t.int, call: () => 3 });
    const thrown = blockingFunction({
      call: () => {
        throw new PythonRaise("KeyError", "no");
      },
    });
    const rejected = blockingFunction({ call: () => Promise.reject(new Error("later")) });
    const vm = await withModule({ now, thrown, rejected });
    expect(await vm.run("now()")).toBe(3);
    expect(await raised(vm, "thrown()")).toBe("KeyError: 'no'");
    expect(await raised(vm, "rejected()")).toBe("RuntimeError: Error: later");
  });

  it("of async functions begin when they are awaited", async () => {
    const begun: string[] = [];
    const fetch = asyncFunction({
      parameters: [arg("url", t.str)],
      returns: t.str,
      call: async (url) => {
        begun.push(url);
        return url.toUpperCase();
      },
    });
    const vm = await withModule({ fetch });
    expect(await vm.run("later = fetch('a')\nfetch('never')\nNone")).toBeNull();
    expect(begun).toEqual([]);
    expect(await vm.run("await later")).toBe("A");
    expect(begun).toEqual(["a"]);
    expect(await raised(vm, "await later")).toBe("RuntimeError: cannot reuse already awaited call of fetch()");
    expect(await raised(vm, "fetch(1)")).toBe("TypeError: fetch() argument 'url' must be str, not int");
    expect(await vm.call("fetch", "b")).toBe("B");
  });

  it("tell the host when nobody waits any more", async () => {
    const reasons: unknown[] = [];
    const never = blockingFunction({
      call: (context) =>
        new Promise(() => {
          context.signal.addEventListener("abort", () => reasons.push(context.signal.reason));
        }),
    });
    const vm = await withModule({ never }, { limits: { wallTimeMs: 50 } });
    await expect(vm.run("never()")).rejects.toThrow(LimitError);
    expect(reasons).toMatchObject([{ name: "AbortError", message: "nobody waits for never() any more" }]);
    const unhurried = await withModule({ never });
    const again = unhurried.run("never()");
    await parked(unhurried);
    unhurried.interrupt();
    await expect(again).rejects.toMatchObject({ type: "KeyboardInterrupt" });
    expect(reasons).toHaveLength(2);
  });

  it("may re-enter their VM, and may close it", async () => {
    const vm = await withModule({
      nested: nativeFunction({ returns: t.any, call: () => vm.runSync("6 * 7") }),
      end: nativeFunction({ returns: t.none, call: () => void vm.close() }),
    });
    expect(await vm.run("nested() + 1")).toBe(43);
    await expect(vm.run("end()\nwhile True: pass")).rejects.toThrow(/is closed/);
    await vm.close();
    expect(vm.state).toBe("closed");
  });

  it("that answer an object of another VM are told so, now and later", async () => {
    const other = await withModule({}, { name: "other" });
    const foreign = await other.run("object()");
    const vm = await withModule(
      {
        now: nativeFunction({ returns: t.any, call: () => foreign }),
        inside: nativeFunction({ returns: t.list(t.any), call: () => [1, foreign] }),
        later: blockingFunction({ returns: t.any, call: async () => foreign }),
      },
      { name: "own" },
    );
    for (const call of ["now()", "inside()", "later()"]) {
      expect(await raised(vm, call)).toBe(
        "RuntimeError: HandleError: a Python object of VM 'other' was passed to VM 'own'",
      );
    }
  });

  it("that settle twice, or by a thenable of their own, are settled once", async () => {
    const twice = blockingFunction({
      returns: t.int,
      call: () =>
        ({
          // biome-ignore lint/suspicious/noThenProperty: a thenable that breaks its contract is what is tested.
          then(resolve: (value: number) => void, reject: (error: Error) => void) {
            resolve(1);
            resolve(2);
            reject(new Error("after all"));
          },
        }) as Promise<number>,
    });
    const vm = await withModule({ twice });
    expect(await vm.run("[twice(), twice()]")).toEqual([1, 1]);
  });
});

describe("modules", () => {
  it("show their documentation and signature", async () => {
    const vm = await withModule({ spawn });
    expect(await vm.run("spawn.__doc__, spawn.__text_signature__, spawn.__module__, repr(spawn)")).toEqual([
      "Put a unit on the map.",
      "($module, kind, level=1)",
      "m",
      "<built-in function spawn>",
    ]);
  });

  it("have constants, and are the same after a reset", async () => {
    const vm = openVM({
      modules: [
        nativeModule({ name: "m", doc: "Rules.", constants: { G: [t.float, 10], NAMES: [t.list(t.str), ["a"]] } }),
      ],
    });
    expect(await vm.run("import m\nm.NAMES.append('b')\nm.G, m.NAMES, m.__doc__")).toEqual([10, ["a", "b"], "Rules."]);
    vm.reset();
    expect(await vm.run("import m\nrepr(m.G), m.NAMES")).toEqual(["10.0", ["a"]]);
  });

  it("are refused by name when they are wrong", () => {
    const f = nativeFunction({ call: () => null });
    const loose = nativeModule as (options: unknown) => never;
    const bare = nativeFunction as (options: unknown) => never;
    for (const [make, message] of [
      [() => loose({ name: "a b" }), /nativeModule 'a b': a name of Python is expected/],
      [() => loose({ name: "m", function: {} }), /unknown key 'function'; there are name, doc, functions/],
      [() => loose({ name: "m", functions: { f: () => 1 } }), /function 'f' must be made with nativeFunction/],
      [() => loose({ name: "m", functions: { f }, constants: { f: [t.int, 1] } }), /'f' is there twice/],
      [() => bare({}), /nativeFunction: 'call' must be a function/],
      [() => bare({ calls: () => 1 }), /unknown key 'calls'/],
      [() => loose({ name: "import" }), /nativeModule 'import': a name of Python is expected/],
      [() => loose({ name: "m", functions: { class: f } }), /'class' is no name of Python/],
      [() => loose({ name: "m", constants: { A: 1 } }), /constant 'A' must be a pair of a type and a value/],
      [() => bare({ call: f.call, returns: "int" }), /'returns' must be a type, such as t.int, not int/],
      [() => arg("from", t.int), /parameter 'from': a name of Python is expected/],
      [() => t.union(), /t.union: at least one type is expected/],
      [() => t.literal(), /t.literal: at least one text is expected/],
      [() => arg("a b", t.int), /parameter 'a b': a name of Python is expected/],
      [() => arg("a", "int" as never), /parameter 'a': 'type' must be a type, such as t.int, not int/],
      [
        () => bare({ parameters: [arg("a", t.int, 1), arg("b", t.int)], call: f.call }),
        /'b' needs a default, because 'a'/,
      ],
      [() => bare({ parameters: [arg("a", t.int), arg("a", t.int)], call: f.call }), /parameter 'a' is there twice/],
      [() => bare({ parameters: [rest("a", t.int), arg("b", t.int)], call: f.call }), /'b' must stand before 'a'/],
      [
        () => createVM({ modules: [{} as never] }),
        /a module made with nativeModule, of this very copy of @krait\/core, is expected/,
      ],
      [() => createVM({ compile: true as never }), /option 'compile' can only be false/],
      [() => createVM({ modules: {} as never }), /option 'modules' must be an array/],
      [() => createVM({ modules: [nativeModule({ name: "math" })] }), /there is a module 'math' already/],
      [
        () => createVM({ modules: [nativeModule({ name: "m", constants: { A: [t.int, "x"] } })] }),
        /m.A: it must be a number/,
      ],
    ] as const) {
      expect(make).toThrow(message);
    }
  });

  it("leave their classes free when they are refused, and stay as they were declared", () => {
    const own = new NativeClass("Own");
    const f = nativeFunction({ call: () => null });
    expect(() => nativeModule({ name: "wrong", classes: [own, {} as never] })).toThrow("must hold NativeClass objects");
    const module = nativeModule({ name: "right", classes: [own], functions: { f } });
    expect(() => createVM({ modules: [{ ...module }] })).toThrow("not an object");
    expect(() => nativeModule({ name: "m", functions: { f: { ...f } } })).toThrow(
      "'f' must be made with nativeFunction",
    );
    for (const each of [module, module.functions, module.classes, f, f.parameters]) {
      expect(Object.isFrozen(each)).toBe(true);
    }
  });

  it("registered later can be imported", async () => {
    const vm = openVM();
    await expect(vm.run("import m")).rejects.toThrow("No module named 'm'");
    vm.registerModule(nativeModule({ name: "m", functions: { spawn } }));
    expect(await vm.run("import m\nm.spawn('orc')")).toBe("orc@1");
    expect(() => vm.registerModule(nativeModule({ name: "m" }))).toThrow(/there is a module 'm' already/);
  });
});
