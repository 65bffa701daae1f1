// Stubs of native modules: what editors and type checkers read of them (`.pyi`).
import type { ClassTemplate } from "./class-template.ts";
import type { NativeFunctionSpec } from "./native-function.ts";
import type { ModuleSpec } from "./native-module.ts";
import { classBlock } from "./stub-class.ts";
import { StubNames } from "./stub-names.ts";
import { type Block, declared, docstring, joined } from "./stub-text.ts";
import type { TypeSpec } from "./type-spec.ts";

/**
 * The stub of a native module: the text for `<module>.pyi`, which the same declarations always give. Classes of other
 * modules are imported from there; one that no module lists is defined as `@type_check_only`.
 */
export function stubOf(module: ModuleSpec<never>): string {
  const classes = classesOf(module);
  const globals = new Set([
    ...Object.keys(module.functions),
    ...Object.keys(module.constants),
    ...classes.map(({ name }) => name),
  ]);
  const names = new StubNames(module.name, globals, new Set(classes.flatMap((each) => [...each.members.keys()])));
  const blocks: Block[] = [];
  for (const [name, [type]] of Object.entries(module.constants)) {
    blocks.push({ lines: [`${name}: ${names.known("Final")}[${names.annotation(type)}]`], isApart: false });
  }
  for (const each of classes) blocks.push(classBlock(names, each));
  Object.entries(module.functions).forEach(([name, spec], at) => {
    const block = declared(names, name, spec, null);
    blocks.push(at === 0 ? { ...block, isApart: true } : block);
  });
  const head: Block[] = [
    { lines: module.doc === null ? [] : docstring(module.doc), isApart: true },
    { lines: names.importLines(), isApart: true },
  ];
  const tail: Block = { lines: names.aliasLines(), isApart: true };
  const lines = joined([...head, ...blocks, tail].filter((block) => block.lines.length > 0));
  return lines.map((line) => `${line}\n`).join("");
}

/** The classes of a module, and those of no module that its declarations name. */
function classesOf(module: ModuleSpec<never>): ClassTemplate[] {
  const found = new Set(module.classes);
  const add = ({ classes }: TypeSpec<unknown>): void => {
    for (const each of classes) if (each.module === null) found.add(each);
  };
  const addFunction = ({ parameters, returns }: Pick<NativeFunctionSpec, "parameters" | "returns">): void => {
    for (const { type } of parameters) add(type);
    add(returns);
  };
  for (const [type] of Object.values(module.constants)) add(type);
  for (const spec of Object.values(module.functions)) addFunction(spec);
  // The set grows while it is walked.
  for (const { base, construction, members } of found) {
    if (base?.module === null) found.add(base);
    for (const { type } of construction?.parameters ?? []) add(type);
    for (const member of members.values()) {
      if (member.kind === "property" || member.kind === "constant") add(member.type);
      else if (member.kind !== "context") addFunction(member.func);
      else if (member.returns !== null) add(member.returns);
    }
  }
  return [...found];
}
