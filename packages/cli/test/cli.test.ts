// The command as a process: what it prints and how it exits, against what CPython 3.13 did (outputs.json).
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Finished } from "../../../tools/testing/run-program.ts";
import { Command } from "./command.ts";

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly input: string;
  readonly expected: Finished;
}

const cases: readonly Case[] = JSON.parse(readFileSync(new URL("./outputs.json", import.meta.url), "utf8"));

let command: Command;
let folder: string;
let next = 0;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "krait-scripts-")));
  command = await Command.bundle();
}, 120_000);

afterAll(() => {
  command.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A new folder with some files in it. */
function place(files: Readonly<Record<string, string>>): string {
  const own = join(folder, String(next++));
  mkdirSync(own);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(own, path)), { recursive: true });
    writeFileSync(join(own, path), text);
  }
  return own;
}

describe("as CPython", () => {
  it.each(cases.map((each) => [each.name, each] as const))("%s", async (_name, { files, args, input, expected }) => {
    const cwd = place(files);
    const { stdout, stderr, status } = await command.run(args, { cwd, input });
    const clean = (text: string): string => text.replaceAll(cwd, "FOLDER");
    expect({ stdout: clean(stdout), stderr: clean(stderr), status }).toEqual(expected);
  });
});

describe("the command", () => {
  it("gives scripts the files of the current folder, and saves what they leave open", async () => {
    const script = `
with open("in.txt") as f: print([line for line in f])
with open("made.bin", "xb") as f: f.write(b"\\x00\\xff")
with open("in.txt", "a") as f: f.write("end")
print(open("in.txt", "rb").read(), open("made.bin", "rb").read())
for name, mode in (("none", "r"), ("made.bin", "x"), (".", "r")):
    try: open(name, mode)
    except OSError as e: print(type(e).__name__, e)
open("left.txt", "w").write("left")
`;
    const cwd = place({ "a.py": script, "in.txt": "one\ntwo\n" });
    expect(await command.run(["a.py"], { cwd })).toEqual({
      stdout: [
        "['one\\n', 'two\\n']",
        "b'one\\ntwo\\nend' b'\\x00\\xff'",
        "FileNotFoundError [Errno 2] No such file or directory: 'none'",
        "FileExistsError [Errno 17] File exists: 'made.bin'",
        "IsADirectoryError [Errno 21] Is a directory: '.'",
        "",
      ].join("\n"),
      stderr: "",
      status: 0,
    });
    expect(readFileSync(join(cwd, "left.txt"), "utf8")).toBe("left");
  });

  it("runs a script named after `run`", async () => {
    const cwd = place({ "a.py": "import sys\nprint(sys.argv)\n" });
    expect(await command.run(["run", "a.py", "x"], { cwd })).toEqual({
      stdout: "['a.py', 'x']\n",
      stderr: "",
      status: 0,
    });
  });

  it("runs standard input without arguments", async () => {
    expect(await command.run([], { input: "print(6 * 7)" })).toEqual({ stdout: "42\n", stderr: "", status: 0 });
  });

  it("gives scripts asyncio", async () => {
    const source = [
      "import asyncio",
      "async def f(n):",
      "    await asyncio.sleep(n / 1000)",
      "    print(n)",
      "    return n",
      "async def main():",
      "    return await asyncio.gather(f(3), f(1))",
      "print(asyncio.run(main()))",
      "",
    ].join("\n");
    const expected = { stdout: "1\n3\n[3, 1]\n", stderr: "", status: 0 };
    expect(await command.run(["-c", source])).toEqual(expected);
    expect(await command.run(["run", "a.py"], { cwd: place({ "a.py": source }) })).toEqual(expected);
  });

  it("interrupts what runs in asyncio.run", async () => {
    const source = `
import asyncio
async def main():
    try:
        print('ready', flush=True)
        await asyncio.sleep(1000)
    finally:
        print('cleaned')
asyncio.run(main())
`;
    const cwd = place({ "a.py": source });
    const { stdout, stderr, status } = await command.run(["a.py"], { cwd, onOutput: (child) => child.kill("SIGINT") });
    expect({ stdout, status }).toEqual({ stdout: "ready\ncleaned\n", status: 130 });
    expect(stderr).toMatch(/KeyboardInterrupt\n$/);
  });

  it("names a file that is not there, and a folder", async () => {
    const cwd = place({ "folder/a.py": "" });
    expect(await command.run(["nothing.py"], { cwd })).toEqual({
      stdout: "",
      stderr: `krait: can't open file '${cwd}/nothing.py': [Errno 2] No such file or directory\n`,
      status: 2,
    });
    expect((await command.run(["run", "folder"], { cwd })).stderr).toMatch(/Is a directory/);
    expect((await command.run(["dis", "nothing.py"], { cwd })).status).toBe(2);
  });

  it("refuses what it does not know", async () => {
    for (const args of [["-x"], ["-c"], ["run"], ["dis"], ["dis", "a", "b"]]) {
      const { stdout, stderr, status } = await command.run(args);
      expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
      expect(stderr).toMatch(/^krait: .*\nusage: krait run FILE/);
    }
  });

  it("shows its usage and version", async () => {
    expect((await command.run(["--help"])).stdout).toMatch(/^usage: krait run FILE/);
    expect((await command.run(["--version"])).stdout).toMatch(/^Python 3\.13/);
  });

  it("writes all of a large output before it exits", async () => {
    const cwd = place({ "a.py": "for n in range(200000): print('line', n)\nraise SystemExit(3)\n" });
    const { stdout, status } = await command.run(["a.py"], { cwd });
    const lines = stdout.split("\n");
    expect([lines.length, lines[199_999], status]).toEqual([200_001, "line 199999", 3]);
  });

  it("ends quietly when nobody reads its output", async () => {
    const cwd = place({ "a.py": "while True: print('x' * 1000)\n" });
    const { status } = await command.run(["a.py"], { cwd, onOutput: (child) => child.stdout.destroy() });
    expect(status).not.toBe(0);
  });

  it("stops a loop at an interrupt, with a traceback and status 130", async () => {
    const cwd = place({ "a.py": "def spin():\n    while True:\n        pass\n\nprint('ready', flush=True)\nspin()\n" });
    const { stdout, stderr, status } = await command.run(["a.py"], { cwd, onOutput: (child) => child.kill("SIGINT") });
    expect({ stdout, status }).toEqual({ stdout: "ready\n", status: 130 });
    expect(stderr).toMatch(
      /^Traceback \(most recent call last\):\n {2}File ".*a\.py", line 6, in <module>\n {4}spin\(\)\n {4}~~~~\^\^\n {2}File ".*a\.py", line [123], in spin\n[^]*KeyboardInterrupt\n$/,
    );
  });

  it("stops a sleep at an interrupt", async () => {
    const cwd = place({ "a.py": "import time\nprint('ready', flush=True)\ntime.sleep(1000)\n" });
    const { stderr, status } = await command.run(["a.py"], { cwd, onOutput: (child) => child.kill("SIGINT") });
    expect(status).toBe(130);
    expect(stderr).toMatch(/line 3, in <module>\n {4}time\.sleep\(1000\)\n[^]*KeyboardInterrupt\n$/);
  });

  it("lets the script catch an interrupt and go on", async () => {
    const source = `
import sys
try:
    print('ready', flush=True)
    while True: pass
except KeyboardInterrupt:
    print('caught')
finally:
    print('finally')
sys.exit(5)
`;
    const cwd = place({ "a.py": source });
    const { stdout, stderr, status } = await command.run(["a.py"], { cwd, onOutput: (child) => child.kill("SIGINT") });
    expect({ stdout, stderr, status }).toEqual({ stdout: "ready\ncaught\nfinally\n", stderr: "", status: 5 });
  });

  it("interrupts a hook as any other code", async () => {
    const spinning = "def hook(*told):\n    print('ready', flush=True)\n    while True: pass\n";
    for (const hook of [spinning, "hook = lambda *told: (print('ready', flush=True), time.sleep(1000))\n"]) {
      const cwd = place({ "a.py": `import sys, time\n${hook}sys.excepthook = hook\n1 / 0\n` });
      const { stdout, stderr, status } = await command.run(["a.py"], {
        cwd,
        onOutput: (child) => child.kill("SIGINT"),
      });
      expect({ stdout, status }).toEqual({ stdout: "ready\n", status: 1 });
      expect(stderr).toMatch(
        /^Error in sys\.excepthook:\nTraceback[^]*KeyboardInterrupt\n\nOriginal exception was:\nTraceback[^]*ZeroDivisionError: division by zero\n$/,
      );
    }
  });

  it("disassembles a script, and shows its syntax error", async () => {
    const cwd = place({ "a.py": "def f(x):\n    return x + 1\nf(2)\n", "b.py": "x = (\n" });
    const { stdout, status } = await command.run(["dis", "a.py"], { cwd });
    expect(status).toBe(0);
    expect(stdout).toMatch(/\bf\b[^]*Return/);
    const wrong = await command.run(["dis", "b.py"], { cwd });
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toMatch(/line 1\n {4}x = \(\n {8}\^\nSyntaxError: '\(' was never closed\n$/);
  });
});
