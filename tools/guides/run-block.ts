// Runs one code block of a guide as a reader would, and tells what it printed and how it ended.
import { format } from "node:util";
import ts from "typescript";
import * as asyncio from "@krait/asyncio";
import * as core from "@krait/core";
import * as node from "@krait/core/node";
import * as tools from "@krait/core/tools";
import * as hostPlugins from "@krait/host-plugins";
import * as hostPluginsNode from "@krait/host-plugins/node";
import type { Block, Outcome } from "./blocks.ts";
import { runPlugin } from "./run-plugin.ts";

/** What a block may import. */
const MODULES: Readonly<Record<string, object>> = {
  "@krait/asyncio": asyncio,
  "@krait/core": core,
  "@krait/core/node": node,
  "@krait/core/tools": tools,
  "@krait/host-plugins": hostPlugins,
  "@krait/host-plugins/node": hostPluginsNode,
};

/**
 * Run a block: the entry of a plugin in a plugin host, other Python in a VM of its own, anything else as a module of the host. `workerProgram` is what a VM in a worker
 * runs, in place of the built program that a reader has.
 */
export async function runBlock(block: Block, workerProgram?: string): Promise<Outcome> {
  let output = "";
  let throws: string | null = null;
  const write = (text: string): void => {
    output += text;
  };
  try {
    if (block.language === "python" && block.manifest !== null) await runPlugin(block.manifest, block.source, write);
    else if (block.language === "python") await runPython(block.source, write);
    else await runModule(block.source, write, workerProgram);
  } catch (error) {
    throws = described(error);
  }
  const prints = output.split("\n");
  if (prints.at(-1) === "") prints.pop();
  return { prints, throws };
}

/** A Python exception goes by its own name. */
function described(error: unknown): string {
  if (error instanceof core.PythonError) return `${error.type}: ${error.message}`;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

async function runPython(source: string, write: (text: string) => void): Promise<void> {
  const vm = core.createVM({ stdout: write });
  try {
    await vm.run(source);
  } finally {
    await vm.close();
  }
}

async function runModule(source: string, write: (text: string) => void, worker: string | undefined): Promise<void> {
  const log = (...values: unknown[]): void => write(`${format(...values)}\n`);
  const streams = { stdout: { write }, stderr: { write } };
  // A function and not a file: its console and its process are those given here.
  const run = new Function(`"use strict";\n${asFunction(source)}\nreturn block;`)() as (
    ...given: unknown[]
  ) => Promise<void>;
  await run((name: string) => imported(name, worker), { log }, streams);
}

function imported(name: string, worker: string | undefined): object {
  const module = MODULES[name];
  if (module === node && worker !== undefined) {
    const createWorkerVM: typeof node.createWorkerVM = (options) => node.createWorkerVM({ worker, ...options });
    return { ...node, createWorkerVM };
  }
  if (module === undefined) throw new Error(`a guide imports ${Object.keys(MODULES).join(", ")}, not '${name}'`);
  return module;
}

/** A module as `async function block`, without its types, its imports as declarations of the same names. */
function asFunction(source: string): string {
  const file = ts.createSourceFile("block.ts", source, ts.ScriptTarget.Latest, true);
  const statements = file.statements.map((statement) =>
    ts.isImportDeclaration(statement) ? asDeclaration(statement) : statement.getFullText(),
  );
  return ts.transpileModule(`async function block(modules, console, process) {${statements.join("")}\n}`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  }).outputText;
}

function asDeclaration({ importClause, moduleSpecifier }: ts.ImportDeclaration): string {
  const bindings = importClause?.namedBindings;
  if (bindings === undefined || !ts.isNamedImports(bindings)) throw new Error("a guide imports names, in braces");
  if (importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return "";
  const names = bindings.elements
    .filter((element) => !element.isTypeOnly)
    .map(({ name, propertyName }) => (propertyName ? `${propertyName.text}: ${name.text}` : name.text));
  return `const { ${names.join(", ")} } = modules(${moduleSpecifier.getText()});\n`;
}
