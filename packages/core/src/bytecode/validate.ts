// Checks that a code object keeps the contract of op.ts and code.ts: operands, regions, jumps, positions.

import { type Code, type Region, RegionKind } from "./code.ts";
import { decodeAll, type Instruction } from "./decode.ts";
import { checkFlow } from "./flow.ts";
import { Op } from "./op.ts";
import { OPERANDS } from "./operand-letters.ts";
import { endsFlow, registersOf } from "./operands.ts";

/** Everything that is wrong with the code and the code inside of it; empty when it is well formed. */
export function validate(code: Code): string[] {
  const problems: string[] = [];
  validateOne(code, problems);
  for (const constant of code.fields.constants) {
    if (constant.type === "code") problems.push(...validate(constant.code));
  }
  return problems;
}

function validateOne(code: Code, problems: string[]): void {
  const { words, regions, qualifiedName, filename } = code.fields;
  const report = (pc: number, message: string): void => {
    problems.push(`${filename}: ${qualifiedName}: ${pc}: ${message}`);
  };
  const instructions = decodeAll(words);
  const last = instructions.at(-1);
  if ((last?.next ?? 0) !== words.length) {
    report(last?.next ?? 0, "no instruction");
    return;
  }
  const starts = new Set(instructions.map((instruction) => instruction.pc));
  checkRegions(regions, starts, words.length, report);
  for (const instruction of instructions) {
    checkOperands(code, instruction, report);
    checkJump(regions, instruction, report);
  }
  if (last === undefined || !endsFlow(last.op)) report(words.length, "the end is reached");
  checkPositions(code, starts, report);
  const before = problems.length;
  if (before === 0) checkFlow(code, instructions, report);
}

type Report = (pc: number, message: string) => void;

function checkOperands(code: Code, instruction: Instruction, report: Report): void {
  const { constants, names, registerCount } = code.fields;
  const { pc, op, a, b, c, bx, x } = instruction;
  const { reads, writes } = registersOf(code, instruction);
  for (const register of [...reads, ...writes]) {
    if (register >= registerCount) report(pc, `${Op[op]}: register ${register} of ${registerCount}`);
  }
  const letters = OPERANDS[op];
  for (const [index, operand] of [a, b, c, x].entries()) {
    const letter = letters[index];
    if ((letter === "k" || letter === "C") && operand >= constants.length) report(pc, `${Op[op]}: constant ${operand}`);
    if (letter === "n" && operand >= names.length) report(pc, `${Op[op]}: name ${operand}`);
    if (letter === "K" && bx >= constants.length) report(pc, `${Op[op]}: constant ${bx}`);
    if (letter === "N" && bx >= names.length) report(pc, `${Op[op]}: name ${bx}`);
  }
}

function checkJump(regions: readonly Region[], instruction: Instruction, report: Report): void {
  const { pc, op, x } = instruction;
  if (OPERANDS[op][3] !== "j") return;
  const isBack = op === Op.JumpBack;
  const kind = isBack ? RegionKind.Loop : RegionKind.Block;
  const fits = regions.some(
    (region) =>
      region.kind === kind && region.start <= pc && pc < region.end && x === (isBack ? region.start : region.end),
  );
  if (!fits) report(pc, `${Op[op]} to ${x} fits no region`);
}

function checkRegions(regions: readonly Region[], starts: ReadonlySet<number>, length: number, report: Report): void {
  const isBoundary = (pc: number): boolean => pc === length || starts.has(pc);
  const open: Region[] = [];
  let lastStart = 0;
  for (const region of regions) {
    const { kind, start, end, handler } = region;
    const name = RegionKind[kind];
    if (start < lastStart) report(start, `${name} is out of order`);
    lastStart = start;
    if (start >= end || !isBoundary(start) || !isBoundary(end)) report(start, `${name} to ${end} is no range`);
    while (open.length > 0 && (open.at(-1) as Region).end <= start) open.pop();
    const outer = open.at(-1);
    if (outer !== undefined && end > outer.end) report(start, `${name} to ${end} is not nested`);
    open.push(region);
    if (kind !== RegionKind.Try) continue;
    if (handler < end || !starts.has(handler)) report(start, `handler at ${handler}`);
  }
}

function checkPositions(code: Code, starts: ReadonlySet<number>, report: Report): void {
  const { positions } = code.fields;
  let last = -1;
  for (let at = 0; at < positions.length; at += 5) {
    const [pc, line, column, endLine, endColumn] = positions.subarray(at, at + 5) as unknown as number[];
    if (pc === undefined || line === undefined || column === undefined) return;
    if (pc <= last || !starts.has(pc)) report(pc, "position out of order");
    last = pc;
    const isRange = (endLine as number) > line || (endLine === line && (endColumn as number) >= column);
    if (line < 0 || !isRange) report(pc, "position is no range");
  }
}
