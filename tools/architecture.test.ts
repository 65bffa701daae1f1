// Holds the sources to the house rules, and shows with counterexamples that each rule can fail.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { length, moduleState, opening, settledInterfaces } from "./architecture.ts";

/** How long a file may be, and those that one job keeps together. */
const LINES = 400;
const LONG_FILES: Readonly<Record<string, number>> = {
  "packages/core/src/bytecode/op.ts": 800,
  "packages/core/src/interpret/loop.ts": 800,
  "packages/core/src/syntax/ast.ts": 800,
  "packages/core/src/syntax/expression-parser.ts": 800,
  "packages/core/src/syntax/parser.ts": 800,
  "packages/core/src/syntax/tokenizer.ts": 800,
};

/** Module-level state with a reason: scratch space that is written and read within one call, by file. */
const ALLOWED_STATE: Readonly<Record<string, readonly string[]>> = {};

const root = fileURLToPath(new URL("..", import.meta.url));
const files = readdirSync(`${root}packages`).flatMap((name) => {
  const src = `packages/${name}/src`;
  if (!existsSync(root + src)) return [];
  return readdirSync(`${root}${src}`, { recursive: true, encoding: "utf8" })
    .map((file) => `${src}/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".ts"));
});
const sources = files.filter((file) => !file.endsWith(".test.ts"));

/** Every finding of a rule, as `file:line: message`. */
function violations(among: readonly string[], rule: (file: string, text: string) => string[]): string[] {
  return among.flatMap((file) => rule(file, readFileSync(root + file, "utf8")).map((finding) => `${file}:${finding}`));
}

describe("the sources", () => {
  it("are found", () => {
    expect(sources).toContain("packages/core/src/index.ts");
  });
  it("keep no mutable state in a module", () => {
    const settled = settledInterfaces(sources.map((file) => readFileSync(root + file, "utf8")));
    expect(violations(sources, (file, text) => moduleState(file, text, ALLOWED_STATE[file], settled))).toEqual([]);
  });
  it("open with a comment on their job", () => {
    expect(violations(files, (_, text) => opening(text))).toEqual([]);
  });
  it("are short", () => {
    expect(violations(sources, (file, text) => length(text, LONG_FILES[file] ?? LINES))).toEqual([]);
  });
});

describe("settledInterfaces", () => {
  it("takes interfaces of readonly members and methods, and those that extend them", () => {
    const texts = [
      "interface Code { readonly name: string; run(): void }",
      "interface More extends Code { readonly a: 1 }",
    ];
    expect([...settledInterfaces(texts)]).toEqual(["Code", "More"]);
    expect(moduleState("a.ts", "const op: Code = { name: '', run() {} };", [], settledInterfaces(texts))).toEqual([]);
  });
  it.each([
    "interface A { name: string }",
    "interface A extends B { readonly name: string } interface B { count: number }",
    "interface A extends Elsewhere { readonly name: string }",
  ])("refuses %s", (text) => {
    expect(settledInterfaces([text]).has("A")).toBe(false);
  });
});

describe("moduleState", () => {
  it.each([
    "let count = 0;",
    "export let count: number;",
    "var count = 0;",
    "const { a } = b; let c;",
    "const cache = new Map();",
    "export const cache: Map<string, number> = new Map();",
    "const cache: WeakMap<object, number> = make();",
    "const seen = new Set<string>([1]);",
    "const seen = new WeakSet();",
    "const stack = [];",
    "const stack: number[] = [];",
    "const stack: Array<number> = make();",
    "const pair: [number, number] = make();",
    "const table = {};",
    "const table: Record<string, number> = {};",
    "const table: Table = { a: 1 };",
    "const table: { a: number } = { a: 1 };",
    "const table = { a: 1 } satisfies Table;",
    "const table = ({ a: 1 } as Table)!;",
    "const table = flag ? { a: 1 } : null;",
    "const table = Object.create(null);",
    "const table: Map<string, number> | null = null;",
    "const scratch = new Float64Array(1);",
    "const scratch = new DataView(new ArrayBuffer(8));",
    "namespace inner { let count = 0; }",
    "{ var count = 0; }",
    "class A { static count = 0; }",
    "export class A { static readonly all = []; }",
    "class A { static readonly all: A[] = []; }",
  ])("refuses %s", (text) => {
    expect(moduleState("a.ts", text)).toEqual([expect.stringMatching(/^1: /)]);
  });

  it.each([
    "const limit = 3;",
    "const pattern = /x/u;",
    "const names: readonly string[] = [];",
    "const pair: readonly [number, number] = [1, 2];",
    "const names: ReadonlyArray<string> = make();",
    "const names: ReadonlySet<string> = new Set([]);",
    "const names: ReadonlyMap<string, number> = new Map();",
    "const table: Readonly<Record<string, number>> = {};",
    "const table: { readonly a: number; f(): void } = { a: 1, f() {} };",
    "const bytes: ArrayLike<number> = new Uint8Array(256);",
    "const table = { a: [1] } as const;",
    "const table = { a: 1 } as const satisfies Table;",
    "const table = Object.freeze({ a: 1 });",
    "const table: Record<string, number> = Object.freeze({});",
    "const none = new PyNone();",
    "const f = () => { let count = 0; return count; };",
    "function f() { let count = 0; const list = []; return [count, list]; }",
    "class A { count = 0; list = []; static f() {} static readonly limit = 3; }",
    "declare let count: number; declare const map: Map<string, number>;",
    "enum Op { A }",
  ])("accepts %s", (text) => {
    expect(moduleState("a.ts", text)).toEqual([]);
  });

  it("reports the line and lets a named exception pass", () => {
    const text = "// Job.\n\nlet a = 0;\nconst b = [];\n";
    expect(moduleState("a.ts", text)).toEqual([expect.stringMatching(/^3: a /), expect.stringMatching(/^4: b /)]);
    expect(moduleState("a.ts", text, ["a", "b"])).toEqual([]);
  });
});

describe("opening", () => {
  it.each(["", "const a = 1;\n", "\n// Late.\n", "//\n", "/** A block. */\n", "#!/usr/bin/env node\nrun();\n"])(
    "refuses %j",
    (text) => {
      expect(opening(text)).toHaveLength(1);
    },
  );
  it.each(["// Adds.\n", "// Adds.\r\nx\r\n", "#!/usr/bin/env node\n// Runs.\n"])("accepts %j", (text) => {
    expect(opening(text)).toEqual([]);
  });
});

describe("length", () => {
  it("counts lines up to the limit", () => {
    expect(length("a\n".repeat(400), 400)).toEqual([]);
    expect(length("a\n".repeat(401), 400)).toHaveLength(1);
    expect(length(`${"a\n".repeat(400)}a`, 400)).toHaveLength(1);
  });
  it("leaves generated tables alone", () => {
    expect(length(`// Generated from Unicode 16.\n${"a\n".repeat(500)}`, 400)).toEqual([]);
  });
});
