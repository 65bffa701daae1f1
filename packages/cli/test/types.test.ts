// `krait types` as a process: what it writes, prints and refuses.
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bundle, Command } from "./command.ts";

let command: Command;
let cwd: string;

beforeAll(async () => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), "krait-types-")));
  command = await Command.bundle();
  await bundle({ host: fileURLToPath(new URL("./host-modules.ts", import.meta.url)) }, cwd);
}, 120_000);

afterAll(() => {
  command.remove();
  rmSync(cwd, { recursive: true, force: true });
});

it("writes a stub for each module that a file exports", async () => {
  expect(await command.run(["types", "host.mjs"], { cwd })).toEqual({
    stdout: "typings/places.pyi\ntypings/travel.pyi\ntypings/empty.pyi\n",
    stderr: "",
    status: 0,
  });
  expect(readFileSync(join(cwd, "typings/places.pyi"), "utf8")).toBe(
    "class Place:\n    def __init__(self) -> None: ...\n",
  );
  expect(readFileSync(join(cwd, "typings/travel.pyi"), "utf8")).toBe(
    'from places import Place\n\ndef go(to: Place, fast: bool = False) -> None:\n    """Go there."""\n',
  );
  expect(readFileSync(join(cwd, "typings/empty.pyi"), "utf8")).toBe("");
});

it("writes them where it is told to", async () => {
  for (const args of [
    ["--out", "a/b", "host.mjs"],
    ["./host.mjs", "--out", join(cwd, "c")],
  ]) {
    expect(await command.run(["types", ...args], { cwd })).toMatchObject({ stderr: "", status: 0 });
  }
  const written = ["empty.pyi", "places.pyi", "travel.pyi"];
  expect([readdirSync(join(cwd, "a/b")), readdirSync(join(cwd, "c"))]).toEqual([written, written]);
});

it("says what is wrong", async () => {
  writeFileSync(join(cwd, "none.mjs"), "export const a = 1, b = [null, {}], c = { name: 'c' };");
  writeFileSync(join(cwd, "throws.mjs"), "throw new TypeError('not today');");
  writeFileSync(join(cwd, "wrong.mjs"), "export const = 1;");
  writeFileSync(join(cwd, "twice.mjs"), "import made from './host.mjs';\nexport const a = made, b = { ...made };");
  writeFileSync(join(cwd, "file"), "");
  for (const [args, message, status] of [
    [["nothing.mjs"], `can't open file '${cwd}/nothing.mjs': No such file or directory`, 2],
    [["none.mjs"], "'none.mjs' exports no native module: export what nativeModule() answers, or an array of such", 1],
    [["throws.mjs"], "can't import 'throws.mjs': TypeError: not today", 1],
    [["wrong.mjs"], "can't import 'wrong.mjs': SyntaxError: ", 1],
    [["twice.mjs"], "'twice.mjs' exports two modules named 'empty'", 1],
    [["host.mjs", "--out", "file"], "can't write to 'file': EEXIST", 1],
    [[], "krait types takes one file, and --out with a folder\nusage: ", 2],
    [["host.mjs", "--out"], "krait types takes one file, and --out with a folder\nusage: ", 2],
    [["--outer", "a", "host.mjs"], "krait types takes one file, and --out with a folder\nusage: ", 2],
  ] as const) {
    const finished = await command.run(["types", ...args], { cwd });
    expect({ args, stdout: finished.stdout, status: finished.status }).toEqual({ args, stdout: "", status });
    expect(finished.stderr).toContain(`krait: ${message}`);
  }
});
