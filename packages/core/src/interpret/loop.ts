// The dispatch loop: runs the Python frames of one fiber until it ends, parks or its budget is spent.
import { Op } from "../bytecode/op.ts";
import { type Fiber, Frame, Tag } from "../objects/frame.ts";
import { Cell, PyFunction, PyMethod } from "../objects/function.ts";
import { PyGenerator } from "../objects/generator.ts";
import { PyInstance } from "../objects/instance.ts";
import { ListIterator, RangeIterator } from "../objects/iterators.ts";
import type { Cache, Linked } from "../objects/linked.ts";
import type { Machine } from "../objects/machine.ts";
import { newList, newTuple, typeOf } from "../objects/make.ts";
import { dictType, generatorType, listType, objectType, strType, tupleType } from "../objects/builtin-types.ts";
import { NativeFunction } from "../objects/native.ts";
import { PyFloat } from "../objects/numbers.ts";
import type { PyTuple } from "../objects/sequences.ts";
import { PyList } from "../objects/sequences.ts";
import { DONE, NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import { PyDict } from "../objects/table.ts";
import { PyType } from "../objects/type.ts";
import type { PyException } from "../objects/exception.ts";
import type { PyObject, Result, Value } from "../objects/value.ts";
import { CompareKind, compare } from "../protocol/compare.ts";
import { raiseRecursion, reserve } from "../protocol/frames.ts";
import { next } from "../protocol/iterate.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { isSame } from "../protocol/structural.ts";
import { getItem, setItem } from "../protocol/subscript.ts";
import { truth } from "../protocol/truth.ts";
import { resumeGenerator } from "../protocol/generator.ts";
import { Hit, loadAttribute, loadMethod, storeAttribute } from "./attribute-cache.ts";
import { bareInstance, callNativeRegisters, callRegisters, fillDefaults, plainInitOf } from "./calls.ts";
import { COLD_OPS } from "./cold.ts";
import { compute, computeByMethod } from "./compute.ts";
import { returnValue, yieldValue } from "./deliver.ts";
import { exceptionMatches } from "./exceptions.ts";
import { NameHit, loadGlobal, loadName, storeGlobal, storeName } from "./names.ts";
import { jumpOnTruth } from "./branch.ts";
import { joined } from "./operand.ts";
import { unwind } from "./unwind.ts";

const MAX = Number.MAX_SAFE_INTEGER;

/**
 * Run the Python frame on top, and those it calls, until the top frame is native, the fiber has ended or parked, or
 * `vm.budget` is spent. The stack is left as plain data, ready to go on.
 */
export function interpret(vm: Machine, fiber: Fiber): void {
  const stack = fiber.registers;
  let frame: Frame = fiber.top;
  let func = frame.func as PyFunction;
  let linked: Linked = frame.linked as Linked;
  let words: Int32Array = linked.words;
  let caches: (Cache | undefined)[] = linked.caches;
  let constants: readonly Value[] = linked.constants;
  let regs: (Value | undefined)[] = frame.registers;
  let base = frame.base;
  let pc = frame.pc;

  let answer: Result;
  let left: Value | undefined;
  let right: Value | undefined;

  run: for (;;) {
    const word = words[pc++] as number;
    let op: number = word & 0xff;
    let a = (word >>> 8) & 0xff;
    let b = (word >>> 16) & 0xff;
    let c = word >>> 24;

    // The body runs once; Wide merges its operands with the next word's and runs it again.
    dispatch: for (;;) {
      waiting: {
        computing: {
          jumping: {
            switch (op) {
              case Op.Wide: {
                const narrow = words[pc++] as number;
                op = narrow & 0xff;
                a = (a << 8) | ((narrow >>> 8) & 0xff);
                b = (b << 8) | ((narrow >>> 16) & 0xff);
                c = (c << 8) | (narrow >>> 24);
                continue dispatch;
              }
              case Op.Move:
                regs[base + a] = regs[base + b];
                continue run;
              case Op.LoadConst:
                regs[base + a] = constants[joined(b, c)];
                continue run;
              case Op.LoadGlobal:
              case Op.LoadName: {
                const cache = caches[pc];
                const globals = func.globals;
                const isGlobal = op === Op.LoadGlobal || frame.namespace === globals;
                if (isGlobal && cache !== undefined && cache.version === globals.layout) {
                  if (cache.kind === NameHit.Global) {
                    regs[base + a] = globals.values[cache.index];
                    continue run;
                  }
                  const builtins = func.builtins;
                  if (globals.keys.length === cache.key && builtins.layout === cache.value) {
                    regs[base + a] = builtins.values[cache.index];
                    continue run;
                  }
                }
                const name = linked.names[joined(b, c)] as string;
                const found = isGlobal ? loadGlobal(vm, func, caches, pc, name) : loadName(vm, frame, caches, pc, name);
                if (found !== undefined) {
                  regs[base + a] = found;
                  continue run;
                }
                break;
              }
              case Op.StoreGlobal:
              case Op.StoreName: {
                const globals = func.globals;
                const name = linked.names[joined(b, c)] as string;
                if (op === Op.StoreGlobal || frame.namespace === globals) {
                  const cache = caches[pc];
                  if (cache !== undefined && cache.version === globals.layout && cache.kind === NameHit.Global) {
                    globals.values[cache.index] = regs[base + a];
                  } else storeGlobal(vm, func, caches, pc, name, regs[base + a] as Value);
                  continue run;
                }
                if (storeName(vm, frame, name, regs[base + a] as Value) !== undefined) continue run;
                frame.pc = pc;
                frame.tag = Tag.Drop;
                break waiting;
              }
              case Op.LoadCell: {
                const value = (regs[base + b] as Cell).value;
                if (value !== undefined) {
                  regs[base + a] = value;
                  continue run;
                }
                frame.pc = pc;
                COLD_OPS[op]?.run(vm, frame, a, b, c, 0);
                break;
              }
              case Op.StoreCell:
                (regs[base + a] as Cell).value = regs[base + b];
                continue run;
              case Op.MakeCell:
                regs[base + a] = new Cell(regs[base + a]);
                continue run;
              case Op.CopyFree: {
                const closure = func.closure;
                for (let i = 0; i < b; i++) regs[base + a + i] = closure[i];
                continue run;
              }

              // ---- arithmetic
              case Op.Add:
              case Op.InplaceAdd:
              case Op.AddConst:
              case Op.InplaceAddConst: {
                const x = regs[base + b] as Value;
                const y = (op >= Op.AddConst ? constants[c] : regs[base + c]) as Value;
                if (typeof x === "number" && typeof y === "number") {
                  const sum = x + y;
                  if (sum <= MAX && sum >= -MAX) {
                    regs[base + a] = sum;
                    continue run;
                  }
                } else if (x instanceof PyFloat) {
                  if (y instanceof PyFloat) {
                    regs[base + a] = new PyFloat(x.v + y.v);
                    continue run;
                  }
                } else if (typeof x === "string" && typeof y === "string" && x.length + y.length < vm.limits.length) {
                  regs[base + a] = x + y;
                  continue run;
                }
                left = x;
                right = y;
                break computing;
              }
              case Op.Subtract:
              case Op.InplaceSubtract:
              case Op.SubtractConst:
              case Op.InplaceSubtractConst: {
                const x = regs[base + b] as Value;
                const y = (op >= Op.AddConst ? constants[c] : regs[base + c]) as Value;
                if (typeof x === "number" && typeof y === "number") {
                  const difference = x - y;
                  if (difference <= MAX && difference >= -MAX) {
                    regs[base + a] = difference;
                    continue run;
                  }
                } else if (x instanceof PyFloat && y instanceof PyFloat) {
                  regs[base + a] = new PyFloat(x.v - y.v);
                  continue run;
                }
                left = x;
                right = y;
                break computing;
              }
              case Op.Multiply:
              case Op.InplaceMultiply:
              case Op.MultiplyConst: {
                const x = regs[base + b] as Value;
                const y = (op === Op.MultiplyConst ? constants[c] : regs[base + c]) as Value;
                if (typeof x === "number" && typeof y === "number") {
                  const product = x * y;
                  if (product <= MAX && product >= -MAX) {
                    // Adding 0 turns the -0 of a zero times a negative into 0.
                    regs[base + a] = product + 0;
                    continue run;
                  }
                } else if (x instanceof PyFloat && y instanceof PyFloat) {
                  regs[base + a] = new PyFloat(x.v * y.v);
                  continue run;
                }
                left = x;
                right = y;
                break computing;
              }
              case Op.Divide:
              case Op.InplaceDivide:
              case Op.DivideConst: {
                const x = regs[base + b] as Value;
                const y = (op === Op.DivideConst ? constants[c] : regs[base + c]) as Value;
                if (x instanceof PyFloat && y instanceof PyFloat && y.v !== 0) {
                  regs[base + a] = new PyFloat(x.v / y.v);
                  continue run;
                }
                if (typeof x === "number" && typeof y === "number" && y !== 0) {
                  // Both are exact as doubles, so the quotient is rounded once.
                  regs[base + a] = new PyFloat(x / y);
                  continue run;
                }
                left = x;
                right = y;
                break computing;
              }
              case Op.FloorDivide:
              case Op.InplaceFloorDivide:
              case Op.FloorDivideConst: {
                const x = regs[base + b] as Value;
                const y = (op === Op.FloorDivideConst ? constants[c] : regs[base + c]) as Value;
                if (typeof x === "number" && typeof y === "number" && y !== 0) {
                  // The remainder is exact, so the division is too: a rounded quotient of large ints would not be.
                  const remainder = x % y;
                  const quotient = (x - remainder) / y;
                  regs[base + a] = remainder !== 0 && remainder < 0 !== y < 0 ? quotient - 1 : quotient + 0;
                  continue run;
                }
                left = x;
                right = y;
                break computing;
              }
              case Op.Modulo:
              case Op.InplaceModulo:
              case Op.ModuloConst: {
                const x = regs[base + b] as Value;
                const y = (op === Op.ModuloConst ? constants[c] : regs[base + c]) as Value;
                if (typeof x === "number" && typeof y === "number" && y !== 0) {
                  const remainder = x % y;
                  regs[base + a] = remainder !== 0 && remainder < 0 !== y < 0 ? remainder + y : remainder + 0;
                  continue run;
                }
                left = x;
                right = y;
                break computing;
              }
              case Op.ShiftRight:
              case Op.InplaceShiftRight:
              case Op.ShiftRightConst: {
                const x = regs[base + b] as Value;
                const y = (op === Op.ShiftRightConst ? constants[c] : regs[base + c]) as Value;
                if (typeof x === "number" && typeof y === "number" && (x | 0) === x && y >= 0 && y < 32) {
                  regs[base + a] = x >> y;
                  continue run;
                }
                left = x;
                right = y;
                break computing;
              }
              case Op.BitAnd:
              case Op.BitAndConst: {
                const x = regs[base + b] as Value;
                const y = (op === Op.BitAndConst ? constants[c] : regs[base + c]) as Value;
                if (typeof x === "number" && typeof y === "number" && (x | 0) === x && (y | 0) === y) {
                  regs[base + a] = x & y;
                  continue run;
                }
                left = x;
                right = y;
                break computing;
              }
              case Op.Not: {
                const value = truth(vm, regs[base + b] as Value);
                if (value !== undefined) {
                  regs[base + a] = !value;
                  continue run;
                }
                frame.pc = pc;
                frame.dst = a;
                frame.tag = Tag.Not;
                break waiting;
              }

              // ---- comparison
              case Op.Less:
              case Op.LessEqual:
              case Op.Equal:
              case Op.NotEqual:
              case Op.Greater:
              case Op.GreaterEqual: {
                const result = compare(vm, op - Op.Less, regs[base + b] as Value, regs[base + c] as Value);
                if (result !== undefined) {
                  regs[base + a] = result;
                  continue run;
                }
                break;
              }
              case Op.Is:
                regs[base + a] = isSame(regs[base + b] as Value, regs[base + c] as Value);
                continue run;
              case Op.JumpLess:
              case Op.JumpLessConst: {
                const x = regs[base + a] as Value;
                const y = (op === Op.JumpLessConst ? constants[b] : regs[base + b]) as Value;
                if (typeof x === "number" && typeof y === "number") answer = x < y;
                else if (x instanceof PyFloat && y instanceof PyFloat) answer = x.v < y.v;
                else answer = compare(vm, CompareKind.Less, x, y);
                break jumping;
              }
              case Op.JumpLessEqual:
              case Op.JumpLessEqualConst: {
                const x = regs[base + a] as Value;
                const y = (op === Op.JumpLessEqualConst ? constants[b] : regs[base + b]) as Value;
                if (typeof x === "number" && typeof y === "number") answer = x <= y;
                else if (x instanceof PyFloat && y instanceof PyFloat) answer = x.v <= y.v;
                else answer = compare(vm, CompareKind.LessEqual, x, y);
                break jumping;
              }
              case Op.JumpEqual:
              case Op.JumpEqualConst: {
                const x = regs[base + a] as Value;
                const y = (op === Op.JumpEqualConst ? constants[b] : regs[base + b]) as Value;
                if (typeof x === "number" && typeof y === "number") answer = x === y;
                else answer = compare(vm, CompareKind.Equal, x, y);
                break jumping;
              }
              case Op.JumpNotEqual:
              case Op.JumpNotEqualConst: {
                const x = regs[base + a] as Value;
                const y = (op === Op.JumpNotEqualConst ? constants[b] : regs[base + b]) as Value;
                if (typeof x === "number" && typeof y === "number") answer = x !== y;
                else answer = compare(vm, CompareKind.NotEqual, x, y);
                break jumping;
              }
              case Op.JumpGreater:
              case Op.JumpGreaterConst: {
                const x = regs[base + a] as Value;
                const y = (op === Op.JumpGreaterConst ? constants[b] : regs[base + b]) as Value;
                if (typeof x === "number" && typeof y === "number") answer = x > y;
                else if (x instanceof PyFloat && y instanceof PyFloat) answer = x.v > y.v;
                else answer = compare(vm, CompareKind.Greater, x, y);
                break jumping;
              }
              case Op.JumpGreaterEqual:
              case Op.JumpGreaterEqualConst: {
                const x = regs[base + a] as Value;
                const y = (op === Op.JumpGreaterEqualConst ? constants[b] : regs[base + b]) as Value;
                if (typeof x === "number" && typeof y === "number") answer = x >= y;
                else if (x instanceof PyFloat && y instanceof PyFloat) answer = x.v >= y.v;
                else answer = compare(vm, CompareKind.GreaterEqual, x, y);
                break jumping;
              }
              case Op.JumpIs: {
                const same = isSame(regs[base + a] as Value, regs[base + b] as Value);
                pc = same === (c === 1) ? (words[pc] as number) : pc + 1;
                continue run;
              }
              case Op.JumpIsNone:
                pc = (regs[base + a] === NONE) === (c === 1) ? (words[pc] as number) : pc + 1;
                continue run;
              case Op.JumpIf: {
                const value = regs[base + a] as Value;
                const answer = typeof value === "boolean" ? value : truth(vm, value);
                if (answer !== undefined) {
                  pc = answer === (c === 1) ? (words[pc] as number) : pc + 1;
                  continue run;
                }
                frame.pc = pc + 1;
                frame.tag = Tag.Branch;
                frame.dst = words[pc] as number;
                frame.aux = c === 1;
                break waiting;
              }
              case Op.Jump:
                pc = words[pc] as number;
                continue run;
              case Op.JumpBack:
                pc = words[pc] as number;
                if (--vm.budget > 0) continue run;
                frame.pc = pc;
                return;

              // ---- attributes and items
              case Op.LoadAttribute: {
                const object = regs[base + b] as Value;
                const cache = caches[pc];
                if (cache !== undefined && object instanceof PyInstance && object.shape === cache.key) {
                  if (cache.kind === Hit.Slot && (cache.type as PyType).version === cache.version) {
                    regs[base + a] = object.slots[cache.index];
                    continue run;
                  }
                }
                const value = loadAttribute(vm, caches, pc, object, linked.names[c] as string);
                if (value !== undefined) {
                  regs[base + a] = value;
                  continue run;
                }
                break;
              }
              case Op.StoreAttribute: {
                const object = regs[base + a] as Value;
                const cache = caches[pc];
                if (cache !== undefined && object instanceof PyInstance && object.shape === cache.key) {
                  if ((cache.type as PyType).version === cache.version) {
                    if (cache.kind === Hit.Slot) {
                      object.slots[cache.index] = regs[base + c];
                      continue run;
                    }
                    if (cache.kind === Hit.Add) {
                      object.shape = cache.shape as PyInstance["shape"];
                      object.slots[cache.index] = regs[base + c];
                      continue run;
                    }
                    if (cache.kind === Hit.Member && object.members !== null) {
                      object.members[cache.index] = regs[base + c];
                      continue run;
                    }
                  }
                }
                const done = storeAttribute(vm, caches, pc, object, linked.names[b] as string, regs[base + c] as Value);
                if (done !== undefined) continue run;
                frame.pc = pc;
                frame.tag = Tag.Drop;
                break waiting;
              }
              case Op.LoadMethod: {
                const object = regs[base + b] as Value;
                const cache = caches[pc];
                if (cache !== undefined) {
                  if (cache.kind === Hit.Method) {
                    if (
                      object instanceof PyInstance &&
                      object.shape === cache.key &&
                      (cache.type as PyType).version === cache.version
                    ) {
                      regs[base + a] = cache.value;
                      regs[base + a + 1] = object;
                      continue run;
                    }
                  } else if (cache.kind === Hit.Native) {
                    if (
                      typeof object === "object"
                        ? object.type === cache.key
                        : typeof object === "string" && cache.key === strType
                    ) {
                      regs[base + a] = cache.value;
                      regs[base + a + 1] = object;
                      continue run;
                    }
                  }
                }
                const value = loadMethod(vm, caches, pc, object, linked.names[c] as string, regs, base + a + 1);
                if (value !== undefined) {
                  regs[base + a] = value;
                  continue run;
                }
                break;
              }
              case Op.LoadItem:
              case Op.LoadItemConst: {
                const object = regs[base + b] as Value;
                const key = (op === Op.LoadItemConst ? constants[c] : regs[base + c]) as Value;
                if (typeof key === "number" && typeof object === "object") {
                  if (object.type === listType || object.type === tupleType) {
                    const items = (object as PyList | PyTuple).items;
                    const item = items[key < 0 ? key + items.length : key];
                    if (item !== undefined) {
                      regs[base + a] = item;
                      continue run;
                    }
                  }
                } else if (typeof key === "string" && object instanceof PyDict && object.type === dictType) {
                  const at = object.index.get(key);
                  if (at !== undefined) {
                    regs[base + a] = object.values[at];
                    continue run;
                  }
                }
                const item = getItem(vm, object, key);
                if (item !== undefined) {
                  regs[base + a] = item;
                  continue run;
                }
                break;
              }
              case Op.StoreItem: {
                const object = regs[base + a] as Value;
                const key = regs[base + b] as Value;
                if (typeof key === "number" && object instanceof PyList && object.type === listType) {
                  const items = object.items;
                  const at = key < 0 ? key + items.length : key;
                  if (at >= 0 && at < items.length) {
                    items[at] = regs[base + c] as Value;
                    continue run;
                  }
                }
                if (setItem(vm, object, key, regs[base + c] as Value) !== undefined) continue run;
                frame.pc = pc;
                frame.tag = Tag.Drop;
                break waiting;
              }

              // ---- calls
              case Op.Call:
              case Op.CallMethod: {
                let callee = regs[base + b] as Value;
                let at = base + b + 1;
                let count = c;
                if (op === Op.CallMethod) {
                  if (regs[at] === undefined) at++;
                  else count++;
                }
                frame.pc = pc;
                frame.dst = a;
                frame.tag = Tag.Push;
                let called: PyFunction | null = null;
                if (callee instanceof PyFunction) called = callee;
                else if (callee instanceof NativeFunction) {
                  // LoadMethod has checked the receiver that it put in front of the arguments.
                  const isChecked = op === Op.CallMethod && at === base + b + 1;
                  const result = callNativeRegisters(vm, callee, regs, at, count, isChecked);
                  if (result !== undefined) {
                    regs[base + a] = result;
                    continue run;
                  }
                  break waiting;
                } else if (callee instanceof PyMethod) {
                  if (callee.func instanceof PyFunction) {
                    called = callee.func;
                    regs[--at] = callee.self;
                    count++;
                  }
                } else if (callee instanceof PyType) {
                  const init =
                    callee.plainInit === undefined ? plainInitOf(callee) : (callee.plainInit as PyFunction | null);
                  if (init !== null && init.linked.isSimple && count < init.linked.positionalCount) {
                    const instance =
                      callee.layout === objectType ? new PyInstance(callee) : bareInstance(callee, regs, at, count);
                    regs[--at] = instance;
                    count++;
                    frame.aux = instance;
                    frame.tag = Tag.Init;
                    called = init;
                  }
                }
                if (called !== null && called.linked.isSimple) {
                  const target = called.linked;
                  if (count < target.positionalCount && called.defaults !== null) {
                    count = fillDefaults(called, regs, at, count);
                  }
                  if (count === target.positionalCount) {
                    const depth = frame.depth + 1;
                    if (depth > vm.limits.recursion) {
                      raiseRecursion(vm);
                      break waiting;
                    }
                    if (regs !== stack) {
                      // A generator's arguments stand in its own registers: they move to the fiber's.
                      const window = frame.limit;
                      reserve(stack, window + count);
                      for (let i = 0; i < count; i++) stack[window + i] = regs[at + i];
                      at = window;
                    }
                    let entered = frame.next;
                    if (entered === null || entered.isEscaped) {
                      entered = new Frame(stack);
                      frame.next = entered;
                    }
                    const limit = at + target.registerCount;
                    if (limit > stack.length) reserve(stack, limit);
                    for (let i = at + count, end = at + target.localCount; i < end; i++) stack[i] = undefined;
                    if (entered.registers !== stack) entered.registers = stack;
                    if (entered.prev !== frame) entered.prev = frame;
                    if (entered.func !== called) entered.func = called;
                    if (entered.linked !== target) entered.linked = target;
                    if (entered.op !== null) entered.op = null;
                    entered.depth = depth;
                    entered.base = at;
                    entered.limit = limit;
                    fiber.top = entered;
                    frame = entered;
                    func = called;
                    linked = target;
                    words = target.words;
                    caches = target.caches;
                    constants = target.constants;
                    regs = stack;
                    base = at;
                    pc = 0;
                    if (--vm.budget > 0) continue run;
                    frame.pc = 0;
                    return;
                  }
                }
                if (called !== null) callee = called;
                if (frame.tag === Tag.Init) {
                  frame.tag = Tag.Push;
                  callee = (frame.aux as PyObject).type;
                  at++;
                  count--;
                }
                const result = callRegisters(vm, callee, regs, at, count, null);
                if (result !== undefined) {
                  regs[base + a] = result;
                  continue run;
                }
                break waiting;
              }
              case Op.Return: {
                const value = regs[base + a] as Value;
                const caller = frame.prev as Frame;
                if (
                  frame.generator === null &&
                  caller.op === null &&
                  (caller.tag === Tag.Push ||
                    caller.tag === Tag.Init ||
                    (caller.tag >= Tag.Operator && value !== NOT_IMPLEMENTED))
                ) {
                  fiber.top = caller;
                  let result = value;
                  if (caller.tag === Tag.Init) {
                    if (value !== NONE) {
                      raiseTypeError(vm, `__init__() should return None, not '${typeOf(value).name}'`);
                      break waiting;
                    }
                    result = caller.aux as Value;
                  }
                  frame = caller;
                  func = frame.func as PyFunction;
                  linked = frame.linked as Linked;
                  words = linked.words;
                  caches = linked.caches;
                  constants = linked.constants;
                  regs = frame.registers;
                  base = frame.base;
                  pc = frame.pc;
                  regs[base + frame.dst] = result;
                  continue run;
                }
                returnValue(vm, fiber, value);
                if (vm.error !== null) unwind(vm, fiber, false);
                break waiting;
              }

              // ---- containers and iteration
              case Op.BuildTuple:
              case Op.BuildList: {
                const items: Value[] = [];
                for (let i = base + b, end = i + c; i < end; i++) items.push(regs[i] as Value);
                regs[base + a] = op === Op.BuildTuple ? newTuple(items) : newList(items);
                continue run;
              }
              case Op.ListAppend:
                (regs[base + a] as PyList).items.push(regs[base + b] as Value);
                continue run;
              case Op.ForEach: {
                const iterator = regs[base + b] as Value;
                if (iterator instanceof RangeIterator) {
                  if (iterator.left !== 0) {
                    iterator.left--;
                    const value = iterator.value;
                    iterator.value = value + iterator.step;
                    regs[base + a] = value;
                    pc++;
                    continue run;
                  }
                  pc = words[pc] as number;
                  continue run;
                }
                if (iterator instanceof ListIterator) {
                  const list = iterator.list;
                  if (list !== null) {
                    const item = list.items[iterator.index++];
                    if (item !== undefined) {
                      regs[base + a] = item;
                      pc++;
                      continue run;
                    }
                    iterator.list = null;
                  }
                  pc = words[pc] as number;
                  continue run;
                }
                frame.pc = pc + 1;
                frame.dst = a;
                let item: Result;
                if (iterator instanceof PyGenerator && iterator.type === generatorType) {
                  frame.tag = Tag.Next;
                  item = resumeGenerator(vm, iterator, NONE);
                } else item = next(vm, iterator);
                if (item === DONE) {
                  pc = words[pc] as number;
                  continue run;
                }
                if (item !== undefined) {
                  regs[base + a] = item;
                  pc++;
                  continue run;
                }
                frame.tag = Tag.Next;
                break waiting;
              }
              case Op.Yield:
                frame.pc = pc;
                frame.dst = a;
                frame.tag = Tag.Push;
                yieldValue(vm, fiber, frame, regs[base + b] as Value);
                if (vm.error !== null) unwind(vm, fiber, false);
                break waiting;

              // ---- exceptions
              case Op.JumpUnlessCaught: {
                const answer = exceptionMatches(vm, regs[base + a] as PyException, regs[base + b] as Value);
                if (answer !== undefined) {
                  pc = answer ? pc + 1 : (words[pc] as number);
                  continue run;
                }
                frame.pc = pc + 1;
                break waiting;
              }

              default: {
                const cold = COLD_OPS[op] as NonNullable<(typeof COLD_OPS)[number]>;
                let second = 0;
                if (cold.hasSecondWord) second = words[pc++] as number;
                frame.pc = pc;
                frame.dst = a;
                frame.tag = cold.writes ? Tag.Push : Tag.Drop;
                const result = cold.run(vm, frame, a, b, c, second);
                if (result === undefined) break waiting;
                if (cold.writes) regs[base + a] = result;
                else if (cold.jumps) pc = frame.pc;
                continue run;
              }
            }
            frame.pc = pc;
            frame.dst = a;
            frame.tag = Tag.Push;
            break waiting;
          }
          // A comparison that jumps has its answer.
          if (typeof answer === "boolean") {
            pc = answer === (c === 1) ? (words[pc] as number) : pc + 1;
            continue run;
          }
          jumpOnTruth(vm, frame, answer, c === 1, words[pc] as number, pc + 1);
          break waiting;
        }
        // Arithmetic on operands that have no fast path.
        if (left instanceof PyInstance) {
          frame.pc = pc;
          frame.dst = a;
          if (computeByMethod(vm, frame, op, left, right as Value)) break waiting;
        }
        const result = compute(vm, op, left as Value, right as Value);
        if (result !== undefined) {
          regs[base + a] = result;
          continue run;
        }
        frame.pc = pc;
        frame.dst = a;
        frame.tag = Tag.Push;
      }

      // An operation has raised, or has put another frame on top.
      if (vm.error !== null) unwind(vm, fiber, true);
      frame = fiber.top;
      if (frame.op !== null || fiber.isDone || fiber.park !== null || vm.budget <= 0) return;
      func = frame.func as PyFunction;
      linked = frame.linked as Linked;
      words = linked.words;
      caches = linked.caches;
      constants = linked.constants;
      regs = frame.registers;
      base = frame.base;
      pc = frame.pc;
      continue run;
    }
  }
}
