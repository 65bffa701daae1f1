// The REPL with entries from a pipe.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Finished } from "../../../tools/testing/run-program.ts";
import { Command } from "./command.ts";

let command: Command;
beforeAll(async () => {
  command = await Command.bundle();
}, 120_000);
afterAll(() => command.remove());

function enter(...lines: readonly string[]): Promise<Finished> {
  return command.run(["repl"], { input: lines.map((line) => `${line}\n`).join("") });
}

describe("repl", () => {
  it("shows the values of expressions, but not None", async () => {
    const { stdout, stderr, status } = await enter("1 + 1", "'a' 'b'", "None", "x = 5", "x", "x; x + 1");
    expect({ stdout, stderr, status }).toEqual({ stdout: "2\n'ab'\n5\n5\n6\n", stderr: "", status: 0 });
  });

  it("ends at exit and quit, called or not", async () => {
    for (const [entry, status, stderr] of [
      ["exit", 0, ""],
      ["quit", 0, ""],
      ["exit(3)", 3, ""],
      ["quit('no more')", 1, "no more\n"],
    ] as const) {
      expect(await enter("1", entry, "2")).toMatchObject({ stdout: "1\n", stderr, status });
    }
    const { stdout } = await enter("print(exit)", "exit = 5", "exit", "print(exit)");
    expect(stdout).toBe("Use exit() or Ctrl-D (i.e. EOF) to exit\n5\n5\n");
  });

  it("knows the modules of asyncio where a name is not defined", async () => {
    const { stderr } = await enter("asyncio");
    expect(stderr).toContain("Did you forget to import 'asyncio'?");
  });

  it("keeps the last value as _ in builtins", async () => {
    const { stdout } = await enter(
      "[1, 2]",
      "len(_)",
      "None",
      "_ * 10",
      "import builtins",
      "builtins._",
      "_ = 'own'",
      "3",
      "_",
    );
    expect(stdout).toBe("[1, 2]\n2\n20\n20\n3\n'own'\n");
  });

  it("takes entries of several lines", async () => {
    const { stdout, stderr } = await enter(
      "def f(n):",
      "    if n:",
      "        return n * 2",
      "    return 'none'",
      "",
      "f(4), f(0)",
      "(1 +",
      " 2)",
      "for x in range(2):",
      "    x",
      "else:",
      "    print('end')",
      "",
      "@staticmethod",
      "def g(): return 1",
      "",
      "g()",
      '"""a',
      'b"""',
      "1 + \\",
      "1",
      "",
      "# a comment",
      "",
      "class A:",
      "    x = 3",
      "",
      "A.x",
    );
    expect(stderr).toBe("");
    expect(stdout).toBe("(8, 'none')\n3\n0\n1\nend\n1\n'a\\nb'\n2\n3\n");
  });

  it("goes on after an error, whose traceback shows the entry", async () => {
    const { stdout, stderr, status } = await enter(
      "def f():",
      "    return 1 / 0",
      "",
      "f()",
      "1 +",
      "'on'",
      "x = (1",
      ")",
      "x",
    );
    expect({ stdout, status }).toEqual({ stdout: "'on'\n1\n", status: 0 });
    expect(stderr).toBe(`Traceback (most recent call last):
  File "<python-input-1>", line 1, in <module>
    f()
    ~^^
  File "<python-input-0>", line 2, in f
    return 1 / 0
           ~~^~~
ZeroDivisionError: division by zero
  File "<python-input-2>", line 1
    1 +
       ^
SyntaxError: invalid syntax
`);
  });

  it("awaits at top level", async () => {
    const { stdout, stderr } = await enter(
      "async def f(x):",
      "    return x + 1",
      "",
      "await f(1)",
      "y = await f(5)",
      "y",
      "[await f(n) for n in range(3)]",
    );
    expect({ stdout, stderr }).toEqual({ stdout: "2\n6\n[1, 2, 3]\n", stderr: "" });
  });

  it("has asyncio, on one event loop for all entries", async () => {
    const { stdout, stderr } = await enter(
      "import asyncio",
      "async def f(x):",
      "    await asyncio.sleep(0)",
      "    return x + 1",
      "",
      "task = asyncio.create_task(f(1)); await asyncio.sleep(0)",
      "await task",
      "await asyncio.gather(f(2), f(3))",
      "asyncio.run(f(4))",
      "await asyncio.sleep(0, asyncio.get_running_loop() is task.get_loop())",
      "later = asyncio.create_task(f(5))",
      "asyncio.get_running_loop() is later.get_loop()",
      "asyncio.run(f(6))",
      "await later",
      "f(7).send",
      "_ = None",
    );
    const [lost, ...rest] = stdout.split("\n").slice(5);
    expect(stdout.slice(0, 15)).toBe("2\n[3, 4]\n5\nTrue");
    expect([lost, ...rest.slice(0, 2)]).toEqual([
      "7",
      "6",
      expect.stringMatching(/^<built-in method send of coroutine/u),
    ]);
    expect(stderr).toBe("<sys>:0: RuntimeWarning: coroutine 'f' was never awaited\n");
  });

  it("lets input() read the line after the entry", async () => {
    const { stdout } = await enter(
      "name = input('name? ')",
      "Krait",
      "name",
      "import sys",
      "sys.stdin.readline()",
      "next",
    );
    expect(stdout).toBe("name? 'Krait'\n'next\\n'\n");
  });

  it("runs an entry that the end of the input completes", async () => {
    const { stdout } = await enter("for x in range(2):", "    print(x)");
    expect(stdout).toBe("0\n1\n");
  });

  it("ends with the status that an entry asks for", async () => {
    const { stdout, stderr, status } = await enter("import sys", "print('a')", "sys.exit(7)", "print('never')");
    expect({ stdout, stderr, status }).toEqual({ stdout: "a\n", stderr: "", status: 7 });
    expect(await enter("raise SystemExit('gone')")).toEqual({ stdout: "", stderr: "gone\n", status: 1 });
  });

  it("uses a script's own displayhook", async () => {
    const { stdout } = await enter("import sys", "sys.displayhook = lambda value: print('shown:', value)", "1", "None");
    expect(stdout).toBe("shown: 1\nshown: None\n");
  });

  it("uses a script's own excepthook, and goes on", async () => {
    const { stdout, stderr, status } = await enter(
      "import sys",
      "hasattr(sys, 'last_exc')",
      "sys.excepthook = lambda kind, error, traceback: print('hook:', kind.__name__, error)",
      "int('x')",
      "sys.last_exc, sys.last_value is sys.last_exc, sys.last_type, sys.last_traceback.tb_lineno",
      "sys.excepthook = lambda *told: 1 / 0",
      "[][0]",
      "sys.excepthook = lambda *told: sys.exit(4)",
      "1 +",
      "'never'",
    );
    expect({ stdout, status }).toEqual({
      stdout: [
        "False",
        "hook: ValueError invalid literal for int() with base 10: 'x'",
        "(ValueError(\"invalid literal for int() with base 10: 'x'\"), True, <class 'ValueError'>, 1)",
        "",
      ].join("\n"),
      status: 4,
    });
    expect(stderr).toMatch(
      /^Error in sys\.excepthook:\n[^]*ZeroDivisionError: division by zero\n\nOriginal exception was:\n[^]*IndexError: list index out of range\n$/u,
    );
  });

  it("has prompts that a script can set", async () => {
    const { stdout } = await enter("import sys", "sys.ps1, sys.ps2", "sys.ps1 = 5", "sys.ps1");
    expect(stdout).toBe("('>>> ', '... ')\n5\n");
  });

  it("interrupts an entry and goes on with the next", async () => {
    const input = "print('ready', flush=True)\nwhile True: pass\n\n'on'\n";
    const { stdout, stderr, status } = await command.run(["repl"], {
      input,
      onOutput: (child) => child.kill("SIGINT"),
    });
    expect({ stdout, status }).toEqual({ stdout: "ready\n'on'\n", status: 0 });
    expect(stderr).toMatch(/^Traceback[^]*KeyboardInterrupt\n$/);
  });
});
