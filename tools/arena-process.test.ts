// The example `arena` as a process: bundled out of the sources or, in the mode "built", on the packages as they were built.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "../packages/cli/test/command.ts";
import { type Finished, type RunOptions, runProgram } from "./testing/run-program.ts";

const isBuilt = process.env.MODE === "built";
const root = fileURLToPath(new URL("..", import.meta.url));
const arena = join(root, "examples/arena");

/** A game that is not ended from without lasts as long as is asked, so it is ended when what is waited for has come. */
const LONG = ["--seconds", "3600"];
const GOOD = `${JSON.stringify({ id: "good", name: "Good", version: "1.0.0", api: "^1.0.0" })}\n`;

let folder: string;
let program: string;

function play(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return runProgram(program, args, { cwd: root, ...options });
}

/** Ends the game, as the system asks a program to, when it has written this. */
function endingAt(when: RegExp): RunOptions {
  return { when, onOutput: (child) => child.kill("SIGTERM") };
}

/** The lines of the game, those of the summary, and what it says of a plugin that was stopped. */
function told(stdout: string) {
  const [story = "", , end = ""] = stdout.split("\n\n");
  const summary = end.trimEnd().split("\n");
  const stopped = (id: string): string | undefined => summary.find((line) => line.startsWith(`  ${id}, `));
  return { story: story.split("\n"), summary, stopped };
}

/** A line of the game without its time. */
function untimed(line: string): string {
  return line.replace(/^ *\d+\.\d s {2}/, "");
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "krait-arena-"));
  if (isBuilt) {
    program = join(arena, "main.mjs");
    for (const name of ["core", "asyncio", "host-plugins"]) {
      const built = join(root, "packages", name, "dist/index.js");
      if (!existsSync(built)) throw new Error(`${built} is not there: run \`pnpm build\` first`);
    }
    return;
  }
  program = join(folder, "main.mjs");
  await bundle({ main: join(arena, "main.mjs") }, folder);
  cpSync(join(arena, "plugins"), join(folder, "plugins"), { recursive: true });
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("plays for its time, writes plain lines, and sums up", async () => {
  const { stdout, stderr, status } = await play(["--seconds", "2"]);
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  const { story, summary } = told(stdout);
  for (const line of story) expect(line).toMatch(/^ *\d+\.\d s {2}[ -~]+$/);
  expect(story.map(untimed)).toEqual(
    expect.arrayContaining([
      "economy starts",
      "drifter may not have 'net'",
      // On a busy machine the next one, the oracle, has been stopped already.
      expect.stringMatching(/^the game begins, with drifter, economy, hunter, /),
    ]),
  );
  expect(summary[0]).toMatch(/^frames kept: [1-9]\d* of [1-9]\d* in \d+\.\d s, worst gap \d+\.\d ms$/);
  expect(summary[1]).toMatch(/^gold: ./);
  expect(summary[2]).toMatch(/^stopped:/);
});

// Windows ends a process at once instead of asking.
it.skipIf(process.platform === "win32")(
  "plays on while plugins are stopped at their limits, until asked to end",
  async () => {
    const both = /(?=[^]*oracle is stopped)(?=[^]*replay is stopped)/;
    const { stdout, stderr, status } = await play(LONG, endingAt(both));
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    const { summary, stopped } = told(stdout);
    expect(summary[0]).toMatch(/^frames kept: [1-9]\d* of [1-9]\d* in \d+\.\d s, worst gap \d+\.\d ms$/);
    expect(stopped("oracle")).toMatch(
      /, in timers\.after: script stopped: it passed the limit burstTimeMs = 200 at \S*oracle\/main\.py:11$/,
    );
    expect(stopped("replay")).toMatch(/, in event 'tick': script stopped: it passed the limit memoryBytes = 2000000/);
    // The others have played to the end.
    expect(summary.filter((line) => line.startsWith("  "))).toHaveLength(2);
  },
);

describe("with plugins of another folder", () => {
  const place = (id: string, files: Readonly<Record<string, string>>): void => {
    mkdirSync(join(folder, "others", id), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, "others", id, name), text);
  };

  it("plays with the good ones, and says what is wrong with the others", async () => {
    place("good", { "plugin.json": GOOD, "main.py": "print('here I am')\n" });
    place("broken", { "plugin.toml": 'id = "broken"\nname = 3\nversion = "1.0.0"\napi = "^1.0.0"\n', "main.py": "" });
    place("hasty", { "plugin.json": GOOD.replace("good", "hasty"), "main.py": "def (\n" });
    const others = join(folder, "others");
    const { stdout, stderr, status } = await play(["--seconds", "0.5", "--plugins", others]);
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    const { story, summary, stopped } = told(stdout);
    expect(story.map(untimed)).toEqual(
      expect.arrayContaining([
        "good: here I am",
        "the game begins, with good",
        "broken is stopped for good",
        `hasty: ! activation:   File "${others}/hasty/main.py", line 1`,
        "hasty is stopped for good",
      ]),
    );
    const what = "broken/plugin.toml:2:8: name must be a text of 1 to 200 characters in one line, not 3";
    expect(stopped("broken")).toBe(`  broken, once and then for good, in loading: ${others}/${what}`);
    expect(stopped("hasty")).toMatch(/ for good, in activation: .*: SyntaxError: invalid syntax$/);
    expect(summary[0]).toMatch(/^frames kept: [1-9]/);
  });

  it.each([
    ["is not there", "nowhere", "nowhere: cannot be read: ENOENT\n"],
    ["is a file", "README.md", "README.md: cannot be read: ENOTDIR\n"],
  ])("that %s does not begin", async (_, name, stderr) => {
    expect(await play(["--plugins", name])).toEqual({ stdout: "", stderr, status: 2 });
  });
});

it.each([
  [["--seconds", "0"], "--seconds takes a number above 0, not 0\n"],
  [["--seconds=-1"], "--seconds takes a number above 0, not -1\n"],
  [["--seconds", "NaN"], "--seconds takes a number above 0, not NaN\n"],
  [["--seconds", "soon"], "--seconds takes a number above 0, not soon\n"],
  [["--seconds"], /^Option '--seconds <value>' argument missing\n$/],
  [["--second", "1"], /^Unknown option '--second'/],
  [["main.py"], /^Unexpected argument 'main\.py'/],
])("refuses %j", async (args, message) => {
  const { stdout, stderr, status } = await play(args);
  expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
  if (typeof message === "string") expect(stderr).toBe(message);
  else expect(stderr).toMatch(message);
});
