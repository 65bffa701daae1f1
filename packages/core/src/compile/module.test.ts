// Whole compilations: modes, steps, warnings, limits, and what the code objects say of themselves.
import { describe, expect, it } from "vitest";
import { type Code, CodeKind } from "../bytecode/code.ts";
import { disassemble } from "../bytecode/disassemble.ts";
import { validate } from "../bytecode/validate.ts";
import { parseModule } from "../syntax/parse.ts";
import { Source } from "../syntax/source.ts";
import type { CompileOptions } from "./compilation.ts";
import { compileModule, ModuleCompiler } from "./module.ts";

function compile(text: string, options: Partial<CompileOptions> = {}): Code {
  const source = new Source("test.py", text);
  const code = compileModule(parseModule(source).tree, source, { mode: "exec", ...options });
  expect(validate(code)).toEqual([]);
  return code;
}

function inner(code: Code, name: string): Code {
  const pending = [code];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const constant of next.fields.constants) {
      if (constant.type !== "code") continue;
      if (constant.code.fields.name === name) return constant.code;
      pending.push(constant.code);
    }
  }
  throw new Error(`no code of ${name}`);
}

/** The names of the instructions in order. */
function ops(code: Code): string[] {
  const [listing] = disassemble(code).split("\n\n");
  return [...(listing as string).matchAll(/^[\d ]{11} +([A-Z]\w+)/gm)].map((match) => match[1] as string);
}

describe("modes", () => {
  it("exec returns None", () => {
    expect(ops(compile("f()\n1"))).toEqual(["LoadName", "Call", "LoadConst", "Return"]);
  });

  it("run returns the last expression", () => {
    expect(ops(compile("f()\nx", { mode: "run" }))).toEqual(["LoadName", "Call", "LoadName", "Return"]);
    expect(ops(compile("x = 1", { mode: "run" }))).toEqual(["LoadConst", "StoreName", "LoadConst", "Return"]);
    expect(ops(compile("'text'", { mode: "run" }))).toEqual(["LoadConst", "Return"]);
  });

  it("eval returns its expression", () => {
    const source = new Source("test.py", "x + 1");
    const [statement] = parseModule(source).tree.body;
    if (statement?.kind !== "Expr") throw new Error("no expression");
    const tree = { kind: "Expression", body: statement.value, start: 0, end: 5 } as const;
    expect(ops(compileModule(tree, source, { mode: "eval" }))).toEqual(["LoadName", "AddConst", "Return"]);
  });

  it("single shows every expression, in blocks too", () => {
    expect(compile("if x:\n    y", { mode: "single" }).fields.names).toEqual(["x", "__display__", "y"]);
  });

  it("top-level await is an option", () => {
    expect(() => compile("await x")).toThrow("'await' outside function");
    expect(ops(compile("await x", { topLevelAwait: true }))).toContain("Delegate");
    expect(() => compile("def f():\n    await x", { topLevelAwait: true })).toThrow("'await' outside async function");
  });

  it("analyses or compiles a statement in each step", () => {
    const source = new Source("test.py", "a = 1\nb = 2\n");
    const compiler = new ModuleCompiler(parseModule(source).tree, source, { mode: "exec" });
    let steps = 0;
    while (compiler.step()) steps++;
    expect(steps).toBe(5);
    expect(disassemble(compiler.finish())).toBe(disassemble(compile("a = 1\nb = 2\n")));
  });
});

describe("registers and operands", () => {
  it("computes into locals in place", () => {
    const code = inner(compile("def f(a, b):\n    c = a + b\n    c += 1\n    return c"), "f");
    expect(ops(code)).toEqual(["Add", "InplaceAddConst", "Return"]);
    expect(code.fields.registerCount).toBe(3);
  });

  it("copies an operand that an assignment expression changes", () => {
    expect(ops(inner(compile("def f(a):\n    return a + (a := 5)"), "f"))).toEqual([
      "Move",
      "LoadConst",
      "Add",
      "Return",
    ]);
  });

  it("swaps without a tuple", () => {
    expect(ops(inner(compile("def f(a, b):\n    a, b = b, a\n    return a"), "f")).slice(0, 3)).toEqual([
      "Move",
      "Move",
      "Move",
    ]);
  });

  it("checks a local once, where it may be unbound", () => {
    const checks = (body: string): number =>
      ops(inner(compile(`def f(a):\n${body.replace(/^/gm, "    ")}`), "f")).filter((op) => op === "CheckBound").length;
    expect(checks("if a: b = 1\nreturn b + b")).toBe(1);
    expect(checks("if a: b = 1\nelse: b = 2\nreturn b")).toBe(0);
    expect(checks("for b in a: c = b\nreturn b, c")).toBe(2);
    expect(checks("while True:\n    b = 1\n    if a: break\nreturn b")).toBe(0);
    expect(checks("try: b = a()\nexcept E: pass\nreturn b")).toBe(1);
    expect(checks("try: b = a()\nexcept E: return\nreturn b")).toBe(0);
    expect(checks("b = 1\nif a: del b\nreturn b")).toBe(1);
    expect(checks("b = 1\nfor c in a:\n    b\n    del b")).toBe(1);
  });

  it("widens operands", () => {
    const lines = Array.from({ length: 400 }, (_, at) => `    n${at} = n${Math.max(at - 1, 0)} + g.a${at}(n0)`);
    const code = inner(compile(`def f(n0):\n${lines.join("\n")}`), "f");
    expect(code.fields.registerCount).toBeGreaterThan(400);
    expect(validate(code)).toEqual([]);
  });

  it("refuses what no register can hold", () => {
    const lines = Array.from({ length: 66_000 }, (_, at) => `    n${at} = 1`);
    expect(() => compile(`def f():\n${lines.join("\n")}`)).toThrow("too complex");
  });

  it("goes over long chains without recursion", () => {
    for (const text of ["a" + " + a".repeat(30_000), "a" + ".b(c)[d]".repeat(30_000), "a" + " < a".repeat(30_000)]) {
      expect(compile(text).fields.words.length).toBeGreaterThan(30_000);
      expect(compile(`if ${text}: pass`).fields.words.length).toBeGreaterThan(30_000);
    }
  });
});

describe("dead code and constants", () => {
  it.each([
    ["while True:\n    f()", ["LoadName", "Call", "JumpBack"]],
    ["if 0:\n    f()", ["LoadConst", "Return"]],
    ["if __debug__:\n    f()", ["LoadName", "Call", "LoadConst", "Return"]],
    ["x = not 1 or 'a' * 2", ["LoadConst", "StoreName", "LoadConst", "Return"]],
    ["raise x\nf()", ["LoadName", "Raise"]],
    ["try:\n    pass\nexcept E:\n    f()", ["LoadConst", "Return"]],
    ["x = -1, (2, None), b'a' + b'b'", ["LoadConst", "StoreName", "LoadConst", "Return"]],
  ])("%j", (text, expected) => {
    expect(ops(compile(text))).toEqual(expected);
  });

  it("folds what cannot fail, and nothing else", () => {
    const constants = (text: string): unknown[] =>
      compile(text).fields.constants.flatMap((constant) => ("value" in constant ? [constant.value] : []));
    expect(constants("x = 2 ** 10 - 7 // 2")).toEqual([1021]);
    expect(constants("x = -7 % 3 + -7 // 2")).toEqual([-2]);
    expect(constants("x = 2 ** 64")).toEqual([18446744073709551616n]);
    expect(constants("x = 1 / 0")).toEqual([1, 0]);
    expect(constants("x = 2 ** 1000")).toEqual([2, 1000]);
    expect(constants("x = 1 / 2 + 1")).toEqual([1.5]);
    expect(Object.is(constants("x = -0")[0], 0)).toBe(true);
    expect(Object.is(constants("x = -0.0")[0], -0)).toBe(true);
  });

  it("keeps constants apart that only look alike", () => {
    const text =
      "x = 1; x = 1.0; x = True; x = 0.0; x = -0.0; x = '1'; x = b'1'; x = (1,); x = (1.0,); x = 1; x = (1,)";
    expect(compile(text).fields.constants).toHaveLength(10);
  });
});

describe("code objects", () => {
  it("know their names, lines and kinds", () => {
    const code = compile(
      "@dec\ndef f():\n    class C:\n        async def g(self): yield\n    return lambda: (x for x in y)",
    );
    const about = (name: string): unknown[] => {
      const { qualifiedName, firstLine, kind } = inner(code, name).fields;
      return [qualifiedName, firstLine, CodeKind[kind]];
    };
    expect(about("f")).toEqual(["f", 1, "Function"]);
    expect(about("C")).toEqual(["f.<locals>.C", 3, "Namespace"]);
    expect(about("g")).toEqual(["f.<locals>.C.g", 4, "AsyncGenerator"]);
    expect(about("<genexpr>")).toEqual(["f.<locals>.<lambda>.<locals>.<genexpr>", 5, "Generator"]);
  });

  it("clean their docstrings", () => {
    const doc = (text: string): string | null =>
      inner(compile(`def f():\n    ${JSON.stringify(text)}`), "f").fields.docstring;
    expect(doc("  a\n    b\n\n      c\n")).toBe("a\nb\n\n  c\n");
    expect(doc("a\n\tb\n")).toBe("a\nb\n");
    expect(doc("\n   \n   x\n     y\n\n   ")).toBe("\n\nx\n  y\n\n");
    expect(inner(compile("def f(): 1"), "f").fields.docstring).toBe(null);
  });

  it("mangle private names", () => {
    const code = compile("class _C:\n    def f(self, __a): return self.__b + __a.__c__ + __d");
    expect(inner(code, "f").fields.names).toEqual(["_C__b", "__c__", "_C__d"]);
    expect(inner(code, "f").fields.localNames).toEqual(["self", "_C__a"]);
  });

  it("share registers among comprehensions, but not cells", () => {
    const code = inner(
      compile("def f(x):\n    [x for x in y]; [x for x in y]; [lambda: x for x in y]; {x for x in [x for x in y]}"),
      "f",
    );
    expect(code.fields.localNames).toEqual(["x", "x", "x"]);
    expect(code.fields.cellRegisters).toEqual([2]);
  });

  it("list the attributes that methods assign to self", () => {
    const code = compile(
      "class C:\n    def f(self):\n        self.a = self.b = 1\n        self.c += 1\n        def g(): self.d: int = 2",
    );
    const tuples = inner(code, "C").fields.constants.filter((constant) => constant.type === "tuple");
    expect(tuples).toEqual([{ type: "tuple", items: ["a", "b", "d"].map((value) => ({ type: "str", value })) }]);
  });
});

describe("warnings", () => {
  function warnings(text: string): string[] {
    const messages: string[] = [];
    compile(text, { onWarning: ({ message, start }) => messages.push(`${start} ${message}`) });
    return messages;
  }

  it.each([
    ["x is 1", ['0 "is" with \'int\' literal. Did you mean "=="?']],
    ["x is not ('a',)", ['0 "is not" with \'tuple\' literal. Did you mean "!="?']],
    ["x is None is True", []],
    ["[(1, 2) (3, 4)]", ["1 'tuple' object is not callable; perhaps you missed a comma?"]],
    ["[1 [2]]", ["1 'int' object is not subscriptable; perhaps you missed a comma?"]],
    ["['a' ['b']]", ["1 str indices must be integers or slices, not str; perhaps you missed a comma?"]],
    ["assert (x, 'why')", ["0 assertion is always true, perhaps remove parentheses?"]],
    ["try: f()\nfinally: x is 1", ['18 "is" with \'int\' literal. Did you mean "=="?']],
  ])("%j", (text, expected) => {
    expect(warnings(text)).toEqual(expected);
  });
});
