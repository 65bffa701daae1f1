// A readable listing of code, made from the table of instructions alone.

import { type Code, CodeKind, type Constant, positionAt, type Region, RegionKind } from "./code.ts";
import { decodeAll, type Instruction } from "./decode.ts";
import { Op } from "./op.ts";
import { OPERANDS } from "./operand-letters.ts";

/** The listing of a code object and of all code inside of it. */
export function disassemble(code: Code): string {
  const parts: string[] = [];
  const pending = [code];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    parts.push(listing(next));
    for (const constant of next.fields.constants) if (constant.type === "code") pending.push(constant.code);
  }
  return parts.join("\n");
}

function listing(code: Code): string {
  const { qualifiedName, kind, firstLine, registerCount, regions, words } = code.fields;
  const lines = [`${qualifiedName}: ${CodeKind[kind]}, line ${firstLine}, ${registerCount} registers${describe(code)}`];
  const open: Region[] = [];
  let nextRegion = 0;
  let lastLine = 0;
  const indent = (): string => "  ".repeat(open.length);
  for (const instruction of decodeAll(words)) {
    const { pc } = instruction;
    while (open.length > 0 && (open.at(-1) as Region).end <= pc) open.pop();
    for (; regions[nextRegion]?.start === pc; nextRegion++) {
      const region = regions[nextRegion] as Region;
      lines.push(`${" ".repeat(12)}${indent()}${regionLine(code, region)}`);
      open.push(region);
    }
    const line = positionAt(code, pc)?.line ?? 0;
    const shownLine = line === lastLine ? "" : String(line);
    lastLine = line;
    const prefix = `${shownLine.padStart(5)}${String(pc).padStart(6)} `;
    lines.push(`${prefix}${indent()}${instructionLine(code, instruction)}`.trimEnd());
  }
  return `${lines.join("\n")}\n`;
}

/** Parameters, cells and closure, when there are any. */
function describe(code: Code): string {
  const { localNames, cellNames, freeNames } = code.fields;
  let text = "";
  if (localNames.length > 0) text += `, locals ${localNames.join(" ")}`;
  if (cellNames.length > 0) text += `, cells ${cellNames.join(" ")}`;
  if (freeNames.length > 0) text += `, closure ${freeNames.join(" ")}`;
  return text;
}

function regionLine(code: Code, { kind, end, handler, register }: Region): string {
  switch (kind) {
    case RegionKind.Block:
      return `block to ${end}`;
    case RegionKind.Loop:
      return "loop";
    case RegionKind.Try:
      return `try, ${registerName(code, register)} at ${handler}`;
    case RegionKind.Handler:
      return `handler, ${registerName(code, register)}`;
  }
}

function instructionLine(code: Code, instruction: Instruction): string {
  const { op, a, b, c, bx, x } = instruction;
  const letters = OPERANDS[op];
  const shown: string[] = [];
  for (const [index, operand] of [a, b, c, x].entries()) {
    const letter = letters[index];
    if (letter === undefined || letter === "-") continue;
    shown.push(operandText(code, letter, letter === "K" || letter === "N" ? bx : operand));
  }
  return `${Op[op].padEnd(16)} ${shown.join(", ")}`;
}

function operandText(code: Code, letter: string, operand: number): string {
  const { constants, names } = code.fields;
  switch (letter) {
    case "w":
    case "r":
    case "m":
      return registerName(code, operand);
    case "k":
    case "K":
    case "C":
      return constantText(constants[operand]);
    case "n":
    case "N":
      return `.${names[operand] ?? "?"}`;
    case "j":
      return `-> ${operand}`;
    default:
      return String(operand);
  }
}

function registerName(code: Code, register: number): string {
  const { localNames, freeNames } = code.fields;
  const name = localNames[register] ?? freeNames[register - localNames.length];
  return name === undefined ? `$${register}` : `${name}`;
}

function constantText(constant: Constant | undefined): string {
  switch (constant?.type) {
    case undefined:
      return "?";
    case "none":
      return "None";
    case "ellipsis":
      return "...";
    case "bool":
      return constant.value ? "True" : "False";
    case "int":
      return String(constant.value);
    case "float":
      return Number.isInteger(constant.value) ? constant.value.toFixed(1) : String(constant.value);
    case "imaginary":
      return `${constant.value}j`;
    case "str":
      return JSON.stringify(constant.value);
    case "bytes":
      return `bytes(${[...constant.value].join(" ")})`;
    case "tuple":
      return `(${constant.items.map(constantText).join(", ")})`;
    case "frozenset":
      return `{${constant.items.map(constantText).join(", ")}}`;
    case "code":
      return `<${constant.code.fields.name}>`;
  }
}
