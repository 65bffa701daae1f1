// The library comes as outlines: each function must be, once it runs, what it would be without.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Code, CodeKind } from "../packages/core/src/bytecode/code.ts";
import { preludeCode } from "../packages/core/src/modules/prelude-code.ts";
import { DeferredCode } from "../packages/core/src/objects/deferred-code.ts";
import { Machine, type OperationLimits, type Services } from "../packages/core/src/objects/machine.ts";
import { compileText } from "../packages/core/src/vm/compile.ts";
import { outlineOf } from "./python-outline.ts";

const folder = new URL("../packages/core/src/modules/prelude/", import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".py"))
  .map((name) => name.slice(0, -3))
  .filter((name) => textOf(name) !== outlineOf(textOf(name)));

function textOf(name: string): string {
  return readFileSync(new URL(`${name}.py`, folder), "utf8");
}

function machine(): Machine {
  const services: Partial<Services> = {
    compile: (_vm, text, request) => ({ code: compileText(text, request), error: null, warnings: [] }),
  };
  return new Machine(services as Services, {} as OperationLimits);
}

/** Everything in a code, those inside it too; `deferred` counts the functions that were compiled for it. */
function contents(vm: Machine, code: Code, deferred: string[]): unknown {
  let whole = code;
  if (code instanceof DeferredCode) {
    whole = code.whole(vm);
    deferred.push(code.fields.qualifiedName);
    const { name, qualifiedName, firstLine, kind, positionalCount, docstring } = code.fields;
    expect(whole.fields).toMatchObject({ name, qualifiedName, firstLine, kind, positionalCount, docstring });
  }
  const constants = whole.fields.constants.map((each) =>
    each.type === "code" ? contents(vm, each.code, deferred) : each,
  );
  // Where a `def` ends is known when it is whole.
  const isWhole = (_position: number, at: number): boolean => whole.fields.kind !== CodeKind.Namespace || at % 5 < 3;
  return { ...whole.fields, constants, positions: whole.fields.positions.filter(isWhole) };
}

describe("the outline of a module of the library", () => {
  it.each(names)("%s", (name) => {
    const text = textOf(name);
    const vm = machine();
    const deferred: string[] = [];
    const outlined = contents(vm, preludeCode(name, outlineOf(text))(vm), deferred);
    expect(outlined).toEqual(contents(vm, preludeCode(name, text)(vm), []));
    expect(deferred.length).toBeGreaterThan(0);
  });
});
