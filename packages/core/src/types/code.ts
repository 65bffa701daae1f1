// The type code.
import { Code, type CodeFields, CodeKind, type CodePosition, positionAt } from "../bytecode/code.ts";
import { codeType } from "../objects/builtin-types.ts";
import { TupleIterator } from "../objects/iterators.ts";
import { Linked } from "../objects/linked.ts";
import type { Machine } from "../objects/machine.ts";
import { newBytes, newTuple } from "../objects/make.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { link, prepare } from "../protocol/link.ts";
import { asString } from "../protocol/lookup.ts";
import { raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import { hashString } from "../text/str-hash.ts";
import { defineType, member, method } from "./define.ts";
import { addressOf } from "./object.ts";

const KIND_FLAGS: Readonly<Record<CodeKind, number>> = {
  [CodeKind.Function]: 0x3,
  [CodeKind.Generator]: 0x23,
  [CodeKind.Coroutine]: 0x83,
  [CodeKind.AsyncGenerator]: 0x203,
  [CodeKind.Namespace]: 0,
};

const ITERABLE_COROUTINE = 0x100;

/** `co_flags`, with the bits that `inspect` reads. */
function codeFlags(linked: Linked): number {
  const { fields } = linked.code;
  return (
    KIND_FLAGS[fields.kind] |
    (fields.hasVarArgs ? 0x4 : 0) |
    (fields.hasVarKeywords ? 0x8 : 0) |
    (fields.isNested ? 0x10 : 0) |
    (fields.isIterableCoroutine === true ? ITERABLE_COROUTINE : 0) |
    (fields.futureAnnotations ? 0x100_0000 : 0)
  );
}

/** The parameters, then the locals that are no cells. */
function variableNames(linked: Linked): string[] {
  const { fields } = linked.code;
  const parameters =
    fields.positionalCount + fields.keywordOnlyCount + Number(fields.hasVarArgs) + Number(fields.hasVarKeywords);
  return fields.localNames.filter((name, at) => at < parameters || !fields.cellNames.includes(name));
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

function lines(linked: Linked): Line[] {
  const { positions, words } = linked.code.fields;
  const runs: Line[] = [];
  for (let i = 0; i < positions.length; i += 5) {
    const start = (positions[i] as number) * 2;
    const end = (i + 5 < positions.length ? (positions[i + 5] as number) : words.length) * 2;
    const line = positions[i + 1] as number;
    const last = runs[runs.length - 1];
    if (last !== undefined && last.line === line) runs[runs.length - 1] = { ...last, end };
    else runs.push({ start, end, line });
  }
  return runs;
}

function position(at: CodePosition | null): Value {
  return at === null ? newTuple([NONE, NONE, NONE, NONE]) : newTuple([at.line, at.endLine, at.column, at.endColumn]);
}

/** The fields that `replace` can change, by their names in Python. */
const REPLACEABLE: Readonly<Record<string, (value: Value) => Partial<CodeFields> | null>> = {
  co_name: (value) => textField(value, (text) => ({ name: text })),
  co_qualname: (value) => textField(value, (text) => ({ qualifiedName: text })),
  co_filename: (value) => textField(value, (text) => ({ filename: text })),
  // The other flags follow from what is compiled.
  co_flags: (value) => (typeof value === "number" ? { isIterableCoroutine: (value & ITERABLE_COROUTINE) !== 0 } : null),
  co_firstlineno: (value) => (typeof value === "number" ? { firstLine: value } : null),
};

function textField(value: Value, field: (text: string) => Partial<CodeFields>): Partial<CodeFields> | null {
  const text = asString(value);
  return text === undefined ? null : field(text);
}

function replace(vm: Machine, self: Linked, keywords: ReadonlyMap<string, Value>): Result {
  let fields: CodeFields = self.code.fields;
  for (const [name, value] of keywords) {
    const change = REPLACEABLE[name];
    if (change === undefined) return raiseValueError(vm, `replace() cannot change '${name}' here`);
    const changed = change(value);
    if (changed === null) return raiseTypeError(vm, `replace() argument '${name}' is of the wrong type`);
    fields = { ...fields, ...changed };
  }
  return link(vm, new Code(fields));
}

/** Whether two code objects came from the same text, with the same names. */
function isSameCode(a: Linked, b: Linked): boolean {
  if (a === b) return true;
  const [x, y] = [a.code.fields, b.code.fields];
  return (
    x.name === y.name &&
    x.firstLine === y.firstLine &&
    x.positionalCount === y.positionalCount &&
    x.words.length === y.words.length &&
    x.words.every((word, at) => word === y.words[at]) &&
    x.names.join() === y.names.join() &&
    x.localNames.join() === y.localNames.join() &&
    JSON.stringify(x.constants, plainly) === JSON.stringify(y.constants, plainly)
  );
}

function plainly(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? `${value}n` : value;
}

export function defineCode(): void {
  defineType(codeType, "Create a code object.  Not for mere mortals.", {
    __repr__: method("", (vm, self: Linked) => {
      const { filename, firstLine, name } = self.code.fields;
      return `<code object ${name} at ${addressOf(vm, self)}, file "${filename}", line ${firstLine}>`;
    }),
    __eq__: method("value, /", (_vm, self: Linked, other: Value) =>
      other instanceof Linked ? isSameCode(self, other) : NOT_IMPLEMENTED,
    ),
    __hash__: method("", (_vm, self: Linked) => hashString(`${self.code.fields.name}:${self.words.join()}`)),
    replace: method("**kwargs", replace),
    co_lines: method(
      "",
      (_vm, self: Linked) =>
        new TupleIterator(
          newTuple(lines(self).map(({ start, end, line }) => newTuple([start, end, line === 0 ? NONE : line]))),
        ),
    ),
    co_positions: method("", (_vm, self: Linked) => {
      const items: Value[] = [];
      for (let pc = 0; pc < self.words.length; pc++) items.push(position(positionAt(self.code, pc)));
      return new TupleIterator(newTuple(items));
    }),
    co_name: member((_vm, self: Linked) => self.code.fields.name),
    co_qualname: member((_vm, self: Linked) => self.code.fields.qualifiedName),
    co_filename: member((_vm, self: Linked) => self.code.fields.filename),
    co_firstlineno: member((_vm, self: Linked) => self.code.fields.firstLine),
    co_argcount: member((_vm, self: Linked) => self.code.fields.positionalCount),
    co_posonlyargcount: member((_vm, self: Linked) => self.code.fields.positionalOnlyCount),
    co_kwonlyargcount: member((_vm, self: Linked) => self.code.fields.keywordOnlyCount),
    co_nlocals: member((_vm, self: Linked) => variableNames(self).length),
    co_varnames: member((_vm, self: Linked) => newTuple(variableNames(self))),
    co_names: member((_vm, self: Linked) => newTuple(self.names)),
    co_cellvars: member((_vm, self: Linked) => newTuple(self.code.fields.cellNames)),
    co_freevars: member((_vm, self: Linked) => newTuple(self.code.fields.freeNames)),
    co_consts: member((vm, self: Linked) => {
      prepare(vm, self);
      return newTuple(self.constants);
    }),
    co_flags: member((_vm, self: Linked) => codeFlags(self)),
    co_stacksize: member((_vm, self: Linked) => self.registerCount),
    co_code: member((_vm, self: Linked) => newBytes(new Uint8Array(new Int32Array(self.words).buffer))),
  });
}
