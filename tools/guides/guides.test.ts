// Checks and runs every code block of the documentation, and shows with wrong blocks that each check can fail.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LIBRARY_NAMES } from "../../packages/core/src/modules/table.ts";
import { DEFAULT_LIMITS } from "../../packages/core/src/vm/options.ts";
import { buildPrograms, type ThreadPrograms } from "../../packages/core/test/threads/bundle.ts";
import { type Block, blocksOf, RUN_LANGUAGES } from "./blocks.ts";
import { runBlock } from "./run-block.ts";
import { typeErrors } from "./type-check.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const files = [
  "README.md",
  ...readdirSync(`${root}packages`).map((name) => `packages/${name}/README.md`),
  "docs/README.md",
  ...readdirSync(`${root}docs/guides`).map((name) => `docs/guides/${name}`),
].filter((file) => file.endsWith(".md") && existsSync(root + file));

const blocks = files
  .flatMap((file) => blocksOf(file, readFileSync(root + file, "utf8")))
  .filter(({ language }) => RUN_LANGUAGES.includes(language));

describe("the code in the documentation", () => {
  let programs: ThreadPrograms;
  beforeAll(async () => {
    programs = await buildPrograms();
  }, 60_000);
  afterAll(() => programs.remove());

  it("is found", () => {
    const withCode = new Set(blocks.map(({ file }) => file));
    const without = files.filter((file) => !withCode.has(file));
    expect(without).toEqual(["docs/README.md"]);
  });

  it("has the right types", () => {
    expect(typeErrors(root, blocks)).toEqual([]);
  });

  it.each(blocks.map((block) => [`${block.file}:${block.line}`, block] as const))(
    "does what it says: %s",
    async (_, block) => {
      const { prints, throws } = block;
      expect(await runBlock(block, programs.worker)).toEqual({ prints, throws });
    },
  );
});

/** The words in backquotes in the rows of the table that has a heading. */
function tableWords(file: string, heading: string): string[] {
  const text = readFileSync(`${root}docs/guides/${file}`, "utf8");
  const rows = text.split(`${heading}\n|---`)[1]?.split("\n\n")[0] ?? "";
  return [...rows.matchAll(/`([^`]+)`/g)].map(([, word]) => word as string);
}

describe("the tables in the documentation", () => {
  it("name every module that a script can import", () => {
    const named = tableWords("python-differences.md", "| For | Modules |");
    const modules = [...LIBRARY_NAMES, "sys", "builtins"].filter((name) => !/^_[^_]/.test(name));
    expect(named.toSorted()).toEqual(modules.toSorted());
  });

  it("give every limit and its default", () => {
    const text = readFileSync(`${root}docs/guides/limits-and-untrusted-code.md`, "utf8");
    const rows = [...text.matchAll(/^\| `(\w+)` \| ([\d,]+|Infinity) \|/gm)];
    expect(Object.fromEntries(rows.map(([, name, value]) => [name, Number(value?.replaceAll(",", ""))]))).toEqual(
      DEFAULT_LIMITS,
    );
  });
});

/** The one block of a text. */
function block(language: string, ...lines: string[]): Block {
  const [found] = blocksOf("guide.md", ["# Title", "", `\`\`\`${language}`, ...lines, "```"].join("\n"));
  return found as Block;
}

describe("a block", () => {
  it("says what it prints, and the error that ends it", () => {
    const found = block("ts", "console.log(1); // prints: 1", 'throw new TypeError("no"); // throws: TypeError: no');
    expect(found).toMatchObject({ file: "guide.md", line: 4, language: "ts", prints: ["1"], throws: "TypeError: no" });
    expect(block("python", "print()", "# prints:", "# prints: a").prints).toEqual(["", "a"]);
  });

  it("is in a known language, and ends", () => {
    expect(() => block("typescript", "1")).toThrow("guide.md:3: blocks are in ts, js, python, not in 'typescript'");
    expect(() => blocksOf("guide.md", "```ts\n1")).toThrow("guide.md:1: this block has no end");
  });

  it("that prints something else is found out", async () => {
    expect(await runBlock(block("ts", "console.log(1 + 1, [2n], 'a'); // prints: 3"))).toEqual({
      prints: ["2 [ 2n ] a"],
      throws: null,
    });
    expect(await runBlock(block("python", "print('a')\nprint('b')"))).toEqual({ prints: ["a", "b"], throws: null });
  });

  it("that fails, or does not fail, is found out", async () => {
    expect(await runBlock(block("python", "print(1)\n1 / 0"))).toEqual({
      prints: ["1"],
      throws: "ZeroDivisionError: division by zero",
    });
    const source = [
      'import { createVM, type VM } from "@krait/core";',
      "const vm: VM = createVM();",
      "await vm.run('x')",
    ];
    expect(await runBlock(block("ts", ...source))).toEqual({
      prints: [],
      throws: "NameError: name 'x' is not defined",
    });
    expect(await runBlock(block("ts", 'import { readFileSync } from "node:fs";'))).toMatchObject({
      throws:
        "Error: a guide imports @krait/asyncio, @krait/core, @krait/core/node, @krait/core/tools, @krait/host-plugins, @krait/host-plugins/node, not 'node:fs'",
    });
  });

  it.each([
    block("ts", "console.log(1 + 1); // prints: 3"),
    block("ts", "console.log(1); // prints: 1", "console.log(2);"),
    block("ts", "// prints: never"),
    block("ts", "console.log(1); // throws: Error: never"),
    block("ts", 'throw new TypeError("no"); // throws: TypeError: yes'),
    block("python", "print(2)  # prints: 3"),
    block("python", "1 / 0"),
  ])("does not agree with a wrong promise: %j", async (wrong) => {
    const { prints, throws } = wrong;
    expect(await runBlock(wrong)).not.toEqual({ prints, throws });
  });

  it("with a wrong type is found out", () => {
    const wrong = [
      block("ts", 'import { createVM } from "@krait/core";', 'const vm = createVM({ limits: { wallTimeMs: "1" } });'),
      block("ts", 'import { createVm } from "@krait/core";'),
      block("js", "const n: number = 1;"),
      block("ts", "const n: number = 1;", "console.log(n);"),
    ].map((each, at) => ({ ...each, file: `docs/guide${at}.md` }));
    expect(typeErrors(root, wrong)).toEqual([
      "docs/guide0.md:5: Type 'string' is not assignable to type 'number'.",
      expect.stringContaining(`docs/guide1.md:4: '"@krait/core"' has no exported member named 'createVm'.`),
      "docs/guide2.md:4: Type annotations can only be used in TypeScript files.",
    ]);
  });
});
