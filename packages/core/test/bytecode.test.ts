// Golden listings: what a few small functions compile to. `vitest run -u` writes them anew; read the difference.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { disassemble } from "../src/bytecode/disassemble.ts";
import { validate } from "../src/bytecode/validate.ts";
import { compileModule } from "../src/compile/module.ts";
import { parseModule } from "../src/syntax/parse.ts";
import { Source } from "../src/syntax/source.ts";

const folder = new URL("bytecode/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".py"));

describe("bytecode", () => {
  it.each(names)("%s", async (name) => {
    const source = new Source(name, readFileSync(new URL(name, folder), "utf8"));
    const code = compileModule(parseModule(source).tree, source, { mode: "exec" });
    expect(validate(code)).toEqual([]);
    await expect(disassemble(code)).toMatchFileSnapshot(new URL(name.replace(".py", ".dis"), folder).pathname);
  });
});
