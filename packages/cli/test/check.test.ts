// `krait check` as a process: what it prints of plugins, and how it exits.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Command } from "./command.ts";

let command: Command;
let folder: string;
let next = 0;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "krait-check-")));
  command = await Command.bundle();
}, 120_000);

afterAll(() => {
  command.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A new folder with some files in it. */
function place(files: Readonly<Record<string, string | Uint8Array>>): string {
  const own = join(folder, String(next++));
  mkdirSync(own);
  for (const [path, data] of Object.entries(files)) {
    mkdirSync(dirname(join(own, path)), { recursive: true });
    writeFileSync(join(own, path), data);
  }
  return own;
}

const manifest = (id: string, more = ""): string => `id = "${id}"\nversion = "1.0.0"\napi = "*"\n${more}`;

describe("krait check", () => {
  it("finds nothing wrong with good plugins, and runs nothing", async () => {
    const cwd = place({
      "plugins/a/plugin.toml": manifest("a", '[dependencies]\nb = "^1"'),
      "plugins/a/main.py": "raise SystemExit(5)\n",
      "plugins/a/ai/paths.py": "import nothing\n",
      "plugins/b/plugin.json": '{"id": "b", "version": "1.0.0", "api": "*"}',
      "plugins/b/main.py": "",
      "plugins/README.md": "",
    });
    expect(await command.run(["check", "plugins"], { cwd })).toEqual({
      stdout: "2 plugins, 3 scripts: no problems\n",
      stderr: "",
      status: 0,
    });
    expect((await command.run(["check", "plugins/a"], { cwd })).stdout).toBe(
      'plugins/a/plugin.toml:5:1: note: there is no plugin "b" here: the host must have it\n1 plugin, 2 scripts: no problems\n',
    );
    expect((await command.run(["check", "."], { cwd: join(cwd, "plugins/b") })).stdout).toBe(
      "1 plugin, 1 script: no problems\n",
    );
  });

  it("tells each problem with its place", async () => {
    const cwd = place({
      "plugins/a/plugin.toml": manifest("a", 'nme = "x"\nentry = 5'),
      "plugins/a/main.py": "def f():\n    return 1 +\n",
      "plugins/b/plugin.toml": manifest("b", '[dependencies]\nd = "^1"\n'),
      "plugins/b/main.py": "if x:\nprint(1)\n",
      "plugins/b/z.py": Uint8Array.of(0x78, 0x3d, 0xff),
      "plugins/c/main.py": "",
      "plugins/d/plugin.toml": manifest("d", '[dependencies]\nb = "^1"\n'),
      "plugins/d/main.py": "",
      "plugins/e/plugin.toml": manifest("d"),
      "plugins/e/main.py": "",
      "plugins/f/plugin.toml": manifest("f", '[dependencies]\nd = "^2"\n'),
      "plugins/f/main.py": "",
      "plugins/g.zip": "nothing",
    });
    const { stdout, stderr, status } = await command.run(["check", "plugins/"], { cwd });
    expect([stderr, status]).toEqual(["", 1]);
    expect(stdout.split("\n")).toEqual([
      'plugins/a/plugin.toml:4:1: unknown key "nme"; did you mean "name"?',
      'plugins/a/plugin.toml:5:9: entry must be a path, as "main.py", not 5',
      "plugins/a/main.py:2:15: SyntaxError: invalid syntax",
      "    return 1 +",
      "              ^",
      "plugins/b/main.py:2:1: IndentationError: expected an indented block after 'if' statement on line 1",
      "    print(1)",
      "    ^^^^^",
      "plugins/b/z.py: SyntaxError: Non-UTF-8 code starting with '\\xff' in file plugins/b/z.py on line 1, but no encoding declared; see https://peps.python.org/pep-0263/ for details",
      "plugins/c: there is neither a plugin.toml nor a plugin.json",
      'plugins/e/plugin.toml:1:6: plugins/d/plugin.toml has the id "d" too',
      "plugins/g.zip: the archive cannot be read: it is no zip archive, or its end is missing",
      "plugins/b/plugin.toml:4:2: plugins depend on each other: b -> d -> b",
      "plugins/d/plugin.toml:4:2: plugins depend on each other: d -> b -> d",
      "plugins/f/plugin.toml:4:2: plugin 'f' depends on 'd' ^2, and there is version 1.0.0",
      "7 plugins, 7 scripts: 11 problems",
      "",
    ]);
  });

  it("refuses what is no folder of plugins", async () => {
    const cwd = place({ "a.py": "", "none/x.txt": "" });
    const refused = async (...args: string[]): Promise<string> => {
      const { stdout, stderr, status } = await command.run(["check", ...args], { cwd });
      expect([stdout, status]).toEqual(["", 2]);
      return stderr;
    };
    expect(await refused("nothing")).toBe("krait: can't open folder 'nothing': No such file or directory\n");
    expect(await refused("a.py")).toBe("krait: 'a.py' is not a folder\n");
    expect(await refused("none")).toBe("krait: there are no plugins in 'none': neither a folder nor a .zip file\n");
    expect(await refused()).toMatch(/^krait: krait check takes one folder\nusage: /);
    expect(await refused("a", "b")).toMatch(/^krait: krait check takes one folder\nusage: /);
    expect(await refused("--all")).toMatch(/^krait: krait check takes one folder\nusage: /);
  });
});
