// Compiling the prelude: each module once, whichever VM imports it first; the code is an immutable template.
import { Code, type CodeFields, CodeKind } from "../bytecode/code.ts";
import { DeferredCode } from "../objects/deferred-code.ts";
import type { Machine } from "../objects/machine.ts";

/** File names of the prelude start like this; see protocol/link.ts, which hides their frames. */
function preludeFilename(name: string): string {
  return `<prelude ${name}>`;
}

function compile(vm: Machine, name: string, source: string): Code {
  return vm.services.compile(vm, source, { filename: preludeFilename(name), mode: "exec" }).code as Code;
}

/**
 * What answers the code of a prelude module: compiled when it is first asked for, and the same from then on. No VM has
 * any part in it: prelude code is never traced, and compiles without warnings.
 */
export function preludeCode(name: string, source: string): (vm: Machine) => Code {
  let code: Code | null = null;
  return (vm) => {
    code ??= withDeferred(name, compile(vm, name, source), []);
    vm.takeLibrary(code);
    return code;
  };
}

/** The code of a module or class with those functions deferred that hold their own text: see tools/python-outline.ts. */
function withDeferred(name: string, { fields }: Code, classes: readonly string[]): Code {
  const constants = fields.constants.map((constant) => {
    if (constant.type !== "code") return constant;
    const inner = constant.code.fields;
    if (inner.kind === CodeKind.Namespace) {
      return { ...constant, code: withDeferred(name, constant.code, [...classes, inner.name]) };
    }
    const held = heldDef(inner);
    if (held === null) return constant;
    return { ...constant, code: new DeferredCode(inner, (vm) => wholeCode(vm, name, inner, held, classes)) };
  });
  return new Code({ ...fields, constants });
}

interface HeldDef {
  readonly line: number;
  readonly text: string;
}

/** The `def` that a function of an outline holds: a NUL and the number of its first line, and then its lines. */
function heldDef({ constants }: CodeFields): HeldDef | null {
  for (const constant of constants) {
    const found = constant.type === "str" ? /^\0(\d+)\n/.exec(constant.value) : null;
    if (found !== null) return { line: Number(found[1]), text: found.input.slice(found[0].length) };
  }
  return null;
}

/** Compile a `def` where it stood: in classes of these names, at its line. */
function wholeCode(vm: Machine, name: string, outline: CodeFields, held: HeldDef, classes: readonly string[]): Code {
  const gap = "\n".repeat(held.line - 1 - classes.length);
  const heads = classes.map((owner, depth) => `${" ".repeat(depth)}class ${owner}:\n`).join("");
  let code = compile(vm, name, gap + heads + held.text);
  for (const inner of [...classes, outline.name]) code = innerCode(code, inner);
  return new Code({ ...code.fields, firstLine: outline.firstLine });
}

function innerCode({ fields }: Code, name: string): Code {
  for (const constant of fields.constants) {
    if (constant.type === "code" && constant.code.fields.name === name) return constant.code;
  }
  throw new Error(`the prelude has no code of ${name}`);
}
