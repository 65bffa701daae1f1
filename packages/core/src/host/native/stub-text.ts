// Pieces of the text of a stub: definitions of functions, docstrings, and what stands between them.
import { parameterParts } from "../../objects/signature-text.ts";
import type { NativeFunctionSpec } from "./native-function.ts";
import type { StubNames } from "./stub-names.ts";

/** Lines that belong together. */
export interface Block {
  readonly lines: readonly string[];
  /** Set off from its neighbours by an empty line. */
  readonly isApart: boolean;
}

/** Longer definitions have a line for each parameter. */
const WIDTH = 100;

/** Blocks one after another, as lines. */
export function joined(blocks: readonly Block[]): string[] {
  const lines: string[] = [];
  blocks.forEach((block, at) => {
    if (at > 0 && (block.isApart || blocks[at - 1]?.isApart)) lines.push("");
    lines.push(...block.lines);
  });
  return lines;
}

/** Lines inside a definition. */
export function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === "" ? "" : `    ${line}`));
}

/** A docstring, its lines moved to the left as far as they go together. */
export function docstring(doc: string): string[] {
  const [first = "", ...others] = doc.replaceAll(/\r\n?/g, "\n").trim().split("\n");
  const margins = others.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const margin = margins.length === 0 ? 0 : Math.min(...margins);
  const lines = [first, ...others.map((line) => line.slice(margin))].map((line) => escaped(line.trimEnd()));
  if (lines.length === 1) return [`"""${(lines[0] as string).replace(/"$/, '\\"')}"""`];
  return [`"""${lines[0]}`, ...lines.slice(1), '"""'];
}

function escaped(line: string): string {
  return line
    .replaceAll("\\", "\\\\")
    .replaceAll('"""', '\\"\\"\\"')
    .replaceAll(/[^\t\P{Cc}]/gu, (unit) => `\\x${unit.charCodeAt(0).toString(16).padStart(2, "0")}`);
}

/** How a function of a stub is defined. */
export interface Definition {
  readonly name: string;
  readonly decorators?: readonly string[];
  readonly isAsync?: boolean;
  /** The parameters, each with its type; "/" and "*" among them. */
  readonly parameters: readonly string[];
  readonly returns: string;
  readonly doc: string | null;
}

/** The definition of a function. */
export function defined({ name, decorators = [], isAsync, parameters, returns, doc }: Definition): Block {
  const start = `${isAsync === true ? "async " : ""}def ${name}(`;
  const end = `) -> ${returns}:`;
  const line = `${start}${parameters.join(", ")}${end}`;
  const head =
    parameters.length === 0 || line.length <= WIDTH
      ? [line]
      : [start, ...indented(parameters.map((each) => `${each},`)), end];
  if (doc !== null) head.push(...indented(docstring(doc)));
  else head.push(`${head.pop() as string} ...`);
  return { lines: [...decorators, ...head], isApart: doc !== null || head.length > 1 };
}

/** The definition of a declared function; `receiver` is the first parameter of a method. */
export function declared(
  names: StubNames,
  name: string,
  spec: NativeFunctionSpec,
  receiver: string | null,
  decorators: readonly string[] = [],
): Block {
  const parameters = parameterParts(spec.parameters, ({ type }) => names.annotation(type));
  if (receiver !== null) parameters.unshift(...receivers(receiver, spec.parameters));
  const isAsync = spec.mode === "async";
  return defined({ name, decorators, isAsync, parameters, returns: names.annotation(spec.returns), doc: spec.doc });
}

/** `self`, with another name where a parameter has this one. */
export function receivers(receiver: string, parameters: NativeFunctionSpec["parameters"]): string[] {
  return parameters.some(({ name }) => name === receiver) ? [`_${receiver}`, "/"] : [receiver];
}
