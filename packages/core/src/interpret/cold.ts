// The table of instructions, each with its full meaning: one entry and one function each.
import { Op } from "../bytecode/op.ts";
import { OPERANDS } from "../bytecode/operand-letters.ts";
import { assertionErrorType, unboundLocalErrorType } from "../objects/exception-types.ts";
import type { PyException } from "../objects/exception.ts";
import { type Frame, Tag } from "../objects/frame.ts";
import { Cell, type PyFunction } from "../objects/function.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import type { PyList, PySlice, PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import type { PyDict, PySet } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { deleteAttribute } from "../protocol/attribute.ts";
import { ascii, format, repr, str } from "../protocol/conversion.ts";
import { getIterator } from "../protocol/iterate.ts";
import { asString } from "../protocol/lookup.ts";
import { contains, deleteItem, length } from "../protocol/subscript.ts";
import { dictSet, setAdd } from "../protocol/table.ts";
import { dictDeleteString } from "../protocol/table-removal.ts";
import { callNamed, callSpreadPlainly } from "./named-calls.ts";
import { callRegisters, callSpread } from "./calls.ts";
import {
  buildDict,
  buildSet,
  buildSlice,
  buildString,
  dictMerge,
  dictUpdate,
  listExtend,
  setUpdate,
} from "./containers.ts";
import { unpack, unpackStar } from "./unpack.ts";
import { matchesClass } from "../protocol/exception-match.ts";
import { combine, exceptionTriple, raiseStatement, reraise, splitGroup } from "./exceptions.ts";
import { intrinsic } from "./intrinsics.ts";
import { loadBuildClass, loadSpecial, makeFunction, superAttributeOf } from "./functions.ts";
import { awaitableOf, asyncIterator, asyncNext, asyncYield, delegate, delegateOf, endAsyncFor } from "./suspensions.ts";
import { importFrom, importName, importStar } from "./imports.ts";
import { ACCESS_BODIES } from "./access.ts";
import { ARITHMETIC_BODIES } from "./compute.ts";
import { BRANCH_BODIES } from "./branch.ts";
import { CALL_BODIES, CALL_TAGS } from "./call-bodies.ts";
import type { ColdBody } from "./cold-body.ts";
import { deleteName, loadNameOr, raiseNameError, setupAnnotations } from "./names.ts";
import { enterHandler, restoreHandled } from "./unwind.ts";
import { isMapping, isSequence, matchClass, matchKeys, matchRest } from "./patterns.ts";
import { constantOf, joined, nameOf, reg } from "./operand.ts";
import { raise, raiseNew } from "../protocol/raise.ts";
import type { Linked } from "../objects/linked.ts";

export interface ColdOp {
  readonly run: ColdBody;
  /** The answer is stored in register a. */
  readonly writes: boolean;
  readonly hasSecondWord: boolean;
  /** What the frame does with the answer when another frame gives it. */
  readonly tag: Tag;
}

function checkBound(vm: Machine, frame: Frame, a: number): Result {
  if (frame.registers[frame.base + a] !== undefined) return NONE;
  return unboundLocal(vm, (frame.linked as Linked).code.fields.localNames[a] ?? "?");
}

function unboundLocal(vm: Machine, name: string): undefined {
  const message = `cannot access local variable '${name}' where it is not associated with a value`;
  return raiseNew(vm, unboundLocalErrorType, message);
}

/** NameError for an empty cell: a free variable of an outer function, or this function's own local. */
function emptyCell(vm: Machine, frame: Frame, register: number): undefined {
  const { fields } = (frame.linked as Linked).code;
  const free = fields.freeRegisters.indexOf(register);
  if (free >= 0) {
    const name = fields.freeNames[free] as string;
    return raiseNameError(
      vm,
      `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
      name,
    );
  }
  const at = fields.cellRegisters.indexOf(register);
  return unboundLocal(vm, fields.cellNames[at] ?? "?");
}

const BODIES: Readonly<Partial<Record<Op, ColdBody>>> = {
  ...ARITHMETIC_BODIES,
  ...BRANCH_BODIES,
  ...ACCESS_BODIES,
  ...CALL_BODIES,
  [Op.Nop]: () => NONE,
  [Op.CheckBound]: checkBound,
  [Op.Unbind]: (_vm, frame, a) => {
    frame.registers[frame.base + a] = undefined;
    return NONE;
  },
  [Op.DeleteGlobal]: (vm, frame, _a, b, c) => {
    const name = nameOf(frame, joined(b, c));
    if (dictDeleteString(vm, (frame.func as PyFunction).globals, name)) return NONE;
    return raiseNameError(vm, `name '${name}' is not defined`, name);
  },
  [Op.DeleteName]: (vm, frame, _a, b, c) => deleteName(vm, frame, nameOf(frame, joined(b, c))),
  [Op.LoadCell]: (vm, frame, _a, b) => emptyCell(vm, frame, b),
  [Op.MakeCell]: (_vm, frame, a) => {
    frame.registers[frame.base + a] = new Cell(frame.registers[frame.base + a]);
    return NONE;
  },
  [Op.CopyFree]: (_vm, frame, a, b) => {
    const { closure } = frame.func as PyFunction;
    for (let i = 0; i < b; i++) frame.registers[frame.base + a + i] = closure[i];
    return NONE;
  },
  [Op.DeleteCell]: (vm, frame, a) => {
    const cell = reg(frame, a) as Cell;
    if (cell.value === undefined) return emptyCell(vm, frame, a);
    cell.value = undefined;
    return NONE;
  },
  [Op.LoadClassCell]: (vm, frame, _a, b, c) => {
    const cell = reg(frame, b) as Cell;
    if (cell.value === undefined) return loadNameOr(vm, frame, frame.namespace as Value, nameOf(frame, c), undefined);
    return loadNameOr(vm, frame, frame.namespace as Value, nameOf(frame, c), cell.value);
  },
  [Op.LoadClassGlobal]: (vm, frame, _a, b, c) => loadNameOr(vm, frame, reg(frame, b), nameOf(frame, c), undefined),
  [Op.LoadClassFree]: (vm, frame, _a, b, c) =>
    loadNameOr(vm, frame, reg(frame, b), nameOf(frame, c), (reg(frame, b + 1) as Cell).value),
  [Op.LoadLocals]: (_vm, frame) => frame.namespace ?? (frame.func as PyFunction).globals,

  [Op.Contains]: (vm, frame, _a, b, c) => contains(vm, reg(frame, c), reg(frame, b)),

  [Op.DeleteAttribute]: (vm, frame, a, b) => deleteAttribute(vm, reg(frame, a), nameOf(frame, b)),
  [Op.LoadSuper]: superAttributeOf,
  [Op.LoadSpecial]: (vm, frame, _a, b, c) => loadSpecial(vm, reg(frame, b), c),
  [Op.DeleteItem]: (vm, frame, a, b) => deleteItem(vm, reg(frame, a), reg(frame, b)),

  [Op.CallKeywords](vm, frame, _a, b, c, x) {
    const callee = reg(frame, b);
    const at = frame.base + b + 1;
    const names = constantOf(frame, x) as PyTuple;
    if (callNamed(vm, callee, frame.registers, at, c, names)) return undefined;
    return callRegisters(vm, callee, frame.registers, at, c, names);
  },
  [Op.CallSpread](vm, frame, _a, b, c) {
    const callee = reg(frame, b);
    const { items } = reg(frame, b + 1) as PyList;
    const keywords = c === 1 ? (reg(frame, b + 2) as PyDict) : null;
    return callSpreadPlainly(vm, callee, items, keywords) ? undefined : callSpread(vm, callee, items, keywords);
  },
  [Op.MakeFunction]: makeFunction,
  [Op.LoadBuildClass]: (vm, frame) => loadBuildClass(vm, frame),

  [Op.BuildSet]: (vm, frame, _a, b, c) => buildSet(vm, frame, b, c),
  [Op.BuildDict]: (vm, frame, _a, b, c) => buildDict(vm, frame, b, c),
  [Op.BuildSlice]: (_vm, frame, _a, b): PySlice => buildSlice(reg(frame, b), reg(frame, b + 1), reg(frame, b + 2)),
  [Op.BuildString]: (vm, frame, _a, b, c) => buildString(vm, frame, b, c),
  [Op.ListExtend]: (vm, frame, a, b, c) =>
    listExtend(vm, reg(frame, a) as PyList, reg(frame, b), c === 0 ? null : reg(frame, c - 1)),
  [Op.ListToTuple]: (_vm, frame, _a, b) => newTuple((reg(frame, b) as PyList).items.slice()),
  [Op.SetAdd]: (vm, frame, a, b) => setAdd(vm, reg(frame, a) as PySet, reg(frame, b)),
  [Op.SetUpdate]: (vm, frame, a, b) => setUpdate(vm, reg(frame, a) as PySet, reg(frame, b)),
  [Op.DictAdd]: (vm, frame, a, b, c) => dictSet(vm, reg(frame, a) as PyDict, reg(frame, b), reg(frame, c)),
  [Op.DictUpdate]: (vm, frame, a, b) => dictUpdate(vm, reg(frame, a) as PyDict, reg(frame, b)),
  [Op.DictMerge]: (vm, frame, a, b, c) => dictMerge(vm, reg(frame, a) as PyDict, reg(frame, b), reg(frame, c)),
  [Op.Unpack]: (vm, frame, a, b, c) => unpack(vm, frame, a, reg(frame, b), c),
  [Op.UnpackStar]: (vm, frame, a, b, c, x) => unpackStar(vm, frame, a, reg(frame, b), c, x),

  [Op.GetIterator]: (vm, frame, _a, b) => getIterator(vm, reg(frame, b)),
  [Op.GetDelegate]: (vm, frame, _a, b) => delegateOf(vm, frame, reg(frame, b)),
  [Op.GetAwaitable]: (vm, frame, _a, b, c) => awaitableOf(vm, reg(frame, b), c),
  [Op.Delegate]: (vm, frame, _a, b) => delegate(vm, frame, reg(frame, b)),
  [Op.GetAsyncIterator]: (vm, frame, _a, b) => asyncIterator(vm, reg(frame, b)),
  [Op.GetAsyncNext]: (vm, frame, _a, b) => asyncNext(vm, reg(frame, b)),
  [Op.EndAsyncFor]: endAsyncFor,
  [Op.AsyncYield]: (vm, frame, _a, b) => asyncYield(vm, reg(frame, b)),

  [Op.Raise]: raiseStatement,
  [Op.Reraise]: (_vm, frame, a) => reraise(_vm, frame, a),
  [Op.EnterHandler]: (vm, frame, _a, b) => enterHandler(vm, frame, reg(frame, b) as PyException),
  [Op.LeaveHandler]: (vm, frame, a) => {
    restoreHandled(vm.fiber, frame, a);
    return NONE;
  },
  [Op.ExceptionTriple]: (_vm, frame, a, b) => exceptionTriple(frame, a, b),
  [Op.SplitGroup]: (vm, frame, a, b, c) => splitGroup(vm, frame, a, reg(frame, b) as PyException, reg(frame, c)),
  [Op.CheckStarType]: (vm, frame, a) => matchesClass(vm, null, reg(frame, a), true),
  [Op.CombineGroups]: (vm, frame, _a, b, c) => combine(vm, reg(frame, b) as PyException, reg(frame, c) as PyList),
  [Op.LoadAssertionError]: () => assertionErrorType,

  [Op.Convert]: (vm, frame, _a, b, c) => {
    const value = reg(frame, b);
    return c === 1 ? str(vm, value) : c === 2 ? repr(vm, value) : ascii(vm, value);
  },
  [Op.Format]: (vm, frame, _a, b) => format(vm, reg(frame, b), ""),
  [Op.FormatWith]: (vm, frame, _a, b, c) => format(vm, reg(frame, b), asString(reg(frame, c)) as string),

  [Op.IsSequence]: (_vm, frame, _a, b) => isSequence(reg(frame, b)),
  [Op.IsMapping]: (_vm, frame, _a, b) => isMapping(reg(frame, b)),
  [Op.Length]: (vm, frame, _a, b) => length(vm, reg(frame, b)),
  [Op.MatchKeys]: (vm, frame, _a, b, c) => matchKeys(vm, reg(frame, b), reg(frame, c) as PyTuple),
  [Op.MatchRest]: (vm, frame, _a, b, c) => matchRest(vm, reg(frame, b), reg(frame, c) as PyTuple),
  [Op.MatchClass]: (vm, frame, _a, b, c, x) =>
    matchClass(vm, reg(frame, b), reg(frame, b + 1), c, constantOf(frame, x) as PyTuple),

  [Op.ImportName]: (vm, frame, _a, b, c) =>
    importName(vm, frame, nameOf(frame, c), reg(frame, b) as number, reg(frame, b + 1)),
  [Op.ImportFrom]: (vm, frame, _a, b, c) => importFrom(vm, reg(frame, b), nameOf(frame, c)),
  [Op.ImportStar]: (vm, frame, a) => importStar(vm, frame, reg(frame, a)),

  [Op.SetupAnnotations]: setupAnnotations,
  [Op.Intrinsic]: (vm, frame, _a, b, c) => intrinsic(vm, frame, b, c),
  [Op.Trace](vm, frame, _a, _b, c) {
    vm.tracer?.tell(frame, c);
    const { interrupt } = vm.fiber;
    if (interrupt === null) return NONE;
    // The hook has asked for it: the line that it was told of does not run.
    vm.fiber.interrupt = null;
    return raise(vm, interrupt);
  },
};

/** Instructions that write their register a themselves, where they write it at all. */
const OWN_WRITERS: ReadonlySet<Op> = new Set([Op.ForEach, Op.MakeCell, Op.CopyFree]);

/** By opcode; undefined for Wide, and where the loop alone carries out the instruction. */
export const COLD_OPS: readonly (ColdOp | undefined)[] = Object.keys(OPERANDS).map((key) => {
  const op = Number(key) as Op;
  const run = BODIES[op];
  if (run === undefined) return undefined;
  const operands = OPERANDS[op];
  const writes = operands[0] === "w" && !OWN_WRITERS.has(op);
  return { run, writes, hasSecondWord: operands.length === 4, tag: CALL_TAGS[op] ?? (writes ? Tag.Push : Tag.Drop) };
});
