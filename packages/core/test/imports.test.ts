// The import system through a host's loader, at once and later: scripts against what CPython 3.13 printed
// (imports.json), and what only a host sees.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  createVM,
  type Loader,
  type ModuleSource,
  PythonError,
  Scheduler,
  type VM,
  type VMOptions,
} from "../src/index.ts";
import { imported, ManualPlatform, settled, virtualPlatform } from "../../../tools/testing/virtual-platform.ts";

interface Case {
  readonly name: string;
  readonly main: string;
  readonly files: Readonly<Record<string, string>>;
  readonly output: string;
  readonly error: string | null;
}

const cases: readonly Case[] = JSON.parse(readFileSync(new URL("./imports.json", import.meta.url), "utf8"));

/** Finds modules in a table of files, as the file system of the expectations had them. */
function find(files: Readonly<Record<string, string>>): (name: string, path: readonly string[]) => ModuleSource | null {
  return (name, path) => {
    const tail = name.split(".").at(-1);
    for (const folder of path) {
      const inside = folder === "FOLDER" ? "" : `${folder.slice("FOLDER/".length)}/`;
      for (const file of [`${inside}${tail}/__init__.py`, `${inside}${tail}.py`]) {
        const source = files[file];
        if (source === undefined) continue;
        const filename = `FOLDER/${file}`;
        return file.endsWith("/__init__.py") ? { source, filename, path: `${folder}/${tail}` } : { source, filename };
      }
    }
    return null;
  };
}

interface Loading {
  readonly name: string;
  readonly quantum: number;
  loader(files: Readonly<Record<string, string>>): Loader;
}

const LOADINGS: readonly Loading[] = [
  { name: "at once", quantum: 1_000_000, loader: find },
  { name: "at once, suspended at every safe point", quantum: 1, loader: find },
  { name: "later", quantum: 1_000_000, loader: (files) => async (name, path) => find(files)(name, path) },
  {
    name: "later, in another task, suspended at every safe point",
    quantum: 1,
    loader: (files) => (name, path) =>
      new Promise((resolve) => {
        setImmediate(() => resolve(find(files)(name, path)));
      }),
  },
];

describe.each(LOADINGS.map((loading) => [loading.name, loading] as const))(
  "modules that come %s",
  (_loading, { quantum, loader }) => {
    it.each(cases.map((each) => [each.name, each] as const))("%s", async (_name, { main, files, output, error }) => {
      let text = "";
      const platform = virtualPlatform();
      const vm = createVM({
        stdout: (part) => {
          text += part;
        },
        platform,
        scheduler: new Scheduler({ platform, quantum }),
        loader: loader(files),
        path: ["FOLDER"],
        limits: { instructions: 1_000_000, wallTimeMs: Number.POSITIVE_INFINITY },
      });
      let failure: string | null = null;
      try {
        await vm.run(main, { filename: "FOLDER/main.py", mode: "exec" });
      } catch (thrown) {
        if (!(thrown instanceof PythonError)) throw thrown;
        failure = thrown.traceback.trimEnd().split("\n").at(-1) ?? "";
      }
      expect({ output: text, error: failure }).toEqual({ output, error });
    });
  },
);

interface World {
  readonly platform: ManualPlatform;
  readonly output: string[];
  readonly asked: string[];
  /** Answers the oldest request for a module. */
  give(source: ModuleSource | null): void;
  fail(error: unknown): void;
  readonly vm: VM;
}

/** A VM whose modules come when the test gives them. */
function world(options: VMOptions = {}): World {
  const platform = new ManualPlatform();
  const output: string[] = [];
  const asked: string[] = [];
  const waiting: { resolve(source: ModuleSource | null): void; reject(error: unknown): void }[] = [];
  const vm = createVM({
    platform,
    stdout: (text) => {
      if (text !== "\n") output.push(text.trimEnd());
    },
    loader: (name) => {
      asked.push(name);
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
      });
    },
    ...options,
  });
  return {
    platform,
    output,
    asked,
    give: (source) => waiting.shift()?.resolve(source),
    fail: (error) => waiting.shift()?.reject(error),
    vm,
  };
}

const module = (source: string): ModuleSource => ({ source, filename: "slow.py" });

describe("a module that comes later", () => {
  it("keeps nothing else from running meanwhile", async () => {
    const { platform, output, give, vm } = world();
    const first = vm.run("import slow\nprint('got', slow.x)");
    const second = vm.run("for n in range(3): print(n)");
    await platform.turns();
    expect(output).toEqual(["0", "1", "2"]);
    give(module("x = 5"));
    await platform.drain();
    await Promise.all([first, second]);
    expect(output.slice(3)).toEqual(["got 5"]);
  });

  it("is asked for and run once by two scripts of one VM", async () => {
    const { platform, output, asked, give, vm } = world();
    const runs = [1, 2, 3].map((n) =>
      vm.run(`import slow\nprint(${n}, slow.x)\nimport sys\nslow is sys.modules["slow"]`),
    );
    await platform.turns();
    give(module("print('runs')\nx = 5"));
    await platform.turns();
    give(module("print('again')\nx = 6"));
    await platform.drain();
    expect(await Promise.all(runs)).toEqual([true, true, true]);
    expect(output).toEqual(["runs", "1 5", "2 5", "3 5"]);
    expect(asked).toEqual(["slow"]);
  });

  it("is waited for by a second script while its code sleeps", async () => {
    const { platform, output, asked, give, vm } = world();
    await imported(platform, vm, "time");
    const runs = [1, 2].map((n) => vm.run(`import slow\nprint(${n}, slow.x)`));
    await platform.turns();
    give(module("import time\nprint('begins')\ntime.sleep(10)\nx = 5\nprint('ends')"));
    await platform.drain();
    await Promise.all(runs);
    expect(output).toEqual(["begins", "ends", "1 5", "2 5"]);
    expect(asked).toEqual(["slow"]);
  });

  it("is tried again by the second script when it fails in the first", async () => {
    const { platform, output, asked, give, vm } = world();
    const guarded = (n: number): string => `
try:
    import slow
    print(${n}, slow.x)
except ZeroDivisionError as error:
    print(f"${n} {error}")`;
    const runs = [vm.run(guarded(1)), vm.run(guarded(2))];
    await platform.turns();
    give(module("1 / 0"));
    await platform.turns();
    give(module("x = 5"));
    await platform.drain();
    await Promise.all(runs);
    expect(output).toEqual(["1 division by zero", "2 5"]);
    expect(asked).toEqual(["slow", "slow"]);
  });

  it("goes to the second script when the first is stopped while it waits", async () => {
    const { platform, output, give, vm } = world();
    const first = vm.run("import slow\nprint('first')").catch((error: unknown) => error);
    await settled();
    platform.turn();
    vm.interrupt();
    const second = vm.run("import slow\nprint('second', slow.x)");
    await platform.turns();
    give(module("x = 1"));
    await platform.turns();
    give(module("x = 2"));
    await platform.drain();
    expect(await first).toMatchObject({ type: "KeyboardInterrupt" });
    await second;
    expect(output).toEqual([expect.stringMatching(/^second [12]$/)]);
  });

  it("does not deadlock scripts that import each other's modules", async () => {
    const { platform, output, vm } = world({
      loader: async (name) => module(name === "a" ? "import b\nx = 1\nprint('a')" : "import a\nprint('b')"),
    });
    const runs = [vm.run("import a\nprint('first')"), vm.run("import b\nprint('second')")];
    await platform.drain();
    await Promise.all(runs);
    expect(output.toSorted()).toEqual(["a", "b", "first", "second"]);
  });

  it("may be a package with parts that come later too", async () => {
    const { platform, asked, vm } = world({
      loader: async (name) => ({ source: `name = ${JSON.stringify(name)}`, filename: `${name}.py`, path: name }),
    });
    const run = vm.run("import p.q.r\np.q.r.name");
    await platform.drain();
    expect(await run).toBe("p.q.r");
    expect(asked).toEqual([]);
  });
});

describe("a loader", () => {
  it("is asked with the full name and the folders of the package", async () => {
    const seen: unknown[] = [];
    const vm = createVM({
      path: ["here", "there"],
      loader: (name, path) => {
        seen.push([name, [...path]]);
        return { source: "", filename: `${name}.py`, path: `folder/${name}` };
      },
    });
    await vm.run("import sys\nsys.path.append('third')\nimport a.b\nfrom a import c");
    expect(seen).toEqual([
      ["a", ["here", "there", "third"]],
      ["a.b", ["folder/a"]],
      ["a.c", ["folder/a"]],
    ]);
  });

  it("is not asked for modules of the engine", async () => {
    const vm = createVM({
      loader: (name) => {
        throw new Error(name);
      },
    });
    await vm.run("import sys, math, json, time, collections.abc, dataclasses, enum, itertools");
  });

  it("that throws or rejects raises in the script, which may catch it", async () => {
    for (const loader of [
      () => {
        throw new TypeError("no network");
      },
      () => Promise.reject(new TypeError("no network")),
    ]) {
      const vm = createVM({ loader });
      expect(await vm.run("try:\n    import a\nexcept Exception as error:\n    text = str(error)\ntext")).toBe(
        "TypeError: no network",
      );
      await expect(vm.run("import a", { filename: "main.py" })).rejects.toMatchObject({
        frames: [{ file: "main.py", line: 1 }],
      });
      expect(await vm.run("'a' in __import__('sys').modules")).toBe(false);
    }
  });

  it("may give bytes, in UTF-8 or the encoding they declare", async () => {
    const sources: Record<string, Uint8Array> = {
      utf: new TextEncoder().encode("x = 'é日'"),
      latin: Uint8Array.from([..."# coding: latin-1\nx = '"].map((c) => c.charCodeAt(0)).concat([0xe9, 0x27])),
      wrong: Uint8Array.from([0x78, 0x3d, 0x27, 0xff, 0x27]),
    };
    const vm = createVM({ loader: (name) => ({ source: sources[name] ?? "", filename: `${name}.py` }) });
    expect(await vm.run("import utf, latin\nutf.x + latin.x")).toBe("é日é");
    await expect(vm.run("import wrong")).rejects.toMatchObject({ type: "SyntaxError" });
  });

  it("is missed politely where there is none", async () => {
    await expect(createVM().run("import a.b")).rejects.toMatchObject({
      type: "ModuleNotFoundError",
      message: "No module named 'a'",
    });
  });

  it("serves each VM on its own", async () => {
    const loader: Loader = () => ({ source: "box = []", filename: "a.py" });
    const [one, other] = [createVM({ loader }), createVM({ loader })];
    await one.run("import a\na.box.append(1)");
    expect(await other.run("import a\na.box")).toEqual([]);
    expect(await one.run("import a\na.box")).toEqual([1]);
  });

  it("gives tracebacks the lines of the modules", async () => {
    const vm = createVM({ loader: () => ({ source: "def fail():\n    return [][1]\n", filename: "lib/a.py" }) });
    const error: unknown = await vm
      .run("import a\na.fail()", { filename: "main.py" })
      .catch((thrown: unknown) => thrown);
    expect((error as PythonError).traceback).toBe(`Traceback (most recent call last):
  File "main.py", line 2, in <module>
    a.fail()
    ~~~~~~^^
  File "lib/a.py", line 2, in fail
    return [][1]
           ~~^^^
IndexError: list index out of range
`);
  });
});
