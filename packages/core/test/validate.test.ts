// Every code object that the corpus and the prelude compile to keeps the contract of the bytecode.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Code } from "../src/bytecode/code.ts";
import { disassemble } from "../src/bytecode/disassemble.ts";
import { Op } from "../src/bytecode/op.ts";
import { decodeAll } from "../src/bytecode/decode.ts";
import { validate } from "../src/bytecode/validate.ts";
import { unicodeNames } from "../src/unicode/names.ts";
import { compileText } from "../src/vm/compile.ts";
import { readCorpus } from "../../../tools/testing/corpus.ts";

const corpus = readCorpus(join(import.meta.dirname, "language")).filter((chunk) => chunk.syntax === null);
const folder = join(import.meta.dirname, "../src/modules/prelude");
const prelude = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".py"));

const names = unicodeNames();

function compile(source: string | Uint8Array, filename: string, mode: "exec" | "run" = "exec"): Code {
  const isAsync = mode === "run";
  return compileText(source, { filename, mode, topLevelAwait: isAsync }, { unicodeName: names });
}

/** The code and all code inside of it. */
function all(code: Code): Code[] {
  const inner = code.fields.constants.flatMap((constant) => (constant.type === "code" ? all(constant.code) : []));
  return [code, ...inner];
}

describe("compiled code is valid", () => {
  it.each(corpus.map((chunk) => [`${chunk.file}:${chunk.line} ${chunk.title}`, chunk] as const))(
    "%s",
    (_name, chunk) => {
      for (const mode of ["exec", "run"] as const) {
        const code = compile(chunk.source, "chunk.py", mode);
        expect(validate(code)).toEqual([]);
      }
    },
  );

  it.each(prelude)("prelude/%s", (name) => {
    const code = compile(readFileSync(join(folder, name)), name);
    expect(validate(code)).toEqual([]);
    expect(disassemble(code)).toContain("Return");
  });
});

describe("the corpus", () => {
  const codes = corpus.flatMap((chunk) => all(compile(chunk.source, "chunk.py")));

  it("compiles the same way every time", () => {
    for (const chunk of corpus.slice(0, 200)) {
      const [first, second] = [0, 1].map(() => disassemble(compile(chunk.source, "chunk.py")));
      expect(second).toBe(first);
    }
  });

  it("uses nearly every instruction", () => {
    const used = new Set(codes.flatMap((code) => decodeAll(code.fields.words).map(({ op }) => op)));
    const names = Object.values(Op).filter((name) => typeof name === "string");
    const unused = names.filter((name) => !used.has(Op[name as keyof typeof Op]));
    expect(unused.length).toBeLessThan(names.length / 10);
  });

  it("has a position in the source for every instruction that can raise", () => {
    for (const code of codes) {
      const { positions, words } = code.fields;
      if (words.length > 2) expect(positions.length).toBeGreaterThan(0);
    }
  });
});
