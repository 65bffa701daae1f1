// The dispatch loop: runs the Python frames of one fiber until it ends, parks or its budget is spent.
import { Op } from "../bytecode/op.ts";
import { dictType, listType, strType, tupleType } from "../objects/builtin-types.ts";
import { type Fiber, Frame, Tag } from "../objects/frame.ts";
import { type Cell, PyFunction, PyMethod } from "../objects/function.ts";
import { PyGenerator } from "../objects/generator.ts";
import { PyInstance } from "../objects/instance.ts";
import { ListIterator, RangeIterator } from "../objects/iterators.ts";
import type { Cache, Linked } from "../objects/linked.ts";
import type { Machine } from "../objects/machine.ts";
import { newList, newTuple } from "../objects/make.ts";
import { NativeFunction } from "../objects/native.ts";
import { PyFloat } from "../objects/numbers.ts";
import { PyList, PyTuple } from "../objects/sequences.ts";
import { DONE, NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import { entryOfText, PyDict } from "../objects/table.ts";
import { PyType } from "../objects/type.ts";
import type { Value } from "../objects/value.ts";
import { FREE } from "../protocol/charge.ts";
import { reserve } from "../protocol/frames.ts";
import { NO_LEAF, nextIfLeaf } from "../protocol/leaf-iterator.ts";
import { Hit } from "./attribute-hit.ts";
import { bareInstance, callNativeRegisters, fillDefaults, hasDefaults, INSTANCE_BYTES } from "./calls.ts";
import { COLD_OPS, type ColdOp } from "./cold.ts";
import { NameHit } from "./names.ts";
import {
  CALLS_CLASS,
  CALLS_NATIVE,
  WALKS_GENERATOR,
  WALKS_LEAF,
  WALKS_LIST,
  WALKS_OTHER,
  WALKS_PAIRS,
} from "./hints.ts";
import { chainFloats } from "./floats.ts";
import { itemsOf, joined } from "./operand.ts";
import { offerPlainly, resumePlainly, yieldPlainly } from "./plain-generators.ts";
import { stepNatives } from "./native-steps.ts";
import { unwind } from "./unwind.ts";

const MAX = Number.MAX_SAFE_INTEGER;

/** Estimates of what instructions allocate, in bytes; what is larger is counted where it is made. */
const SMALL_BYTES = 64;
const FRAME_BYTES = 320;

/**
 * Run the Python frame on top, and those it calls, until the top frame is native, the fiber has ended or parked, or
 * `vm.budget` is spent. The stack is left as plain data, ready to go on.
 *
 * The cases are the fast paths alone: whatever they do not take breaks out of the switch, to the one call of COLD_OPS
 * behind it, where each instruction has its full meaning. V8 compiles this function anew whenever a place in it runs that
 * had not run before, so there are as few places as the speed allows.
 */
export function interpret(vm: Machine, fiber: Fiber): void {
  let frame: Frame = fiber.top;
  let func = frame.func as PyFunction;
  let words: Int32Array = (frame.linked as Linked).words;
  let caches: (Cache | undefined)[] = (frame.linked as Linked).caches;
  let constants: readonly Value[] = (frame.linked as Linked).constants;
  let regs: (Value | undefined)[] = frame.registers;
  let base = frame.base;
  let pc = frame.pc;

  run: for (; ; pc++) {
    const word = words[pc] as number;
    let op: number = word & 0xff;
    let a = (word >>> 8) & 0xff;
    let b = (word >>> 16) & 0xff;
    let c = word >>> 24;

    // The body runs once; Wide merges its operands with the next word's and runs it again.
    dispatch: for (;;) {
      waiting: {
        switch (op) {
          case Op.Wide: {
            const narrow = words[++pc] as number;
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
          case Op.LoadGlobal: {
            const cache = caches[pc + 1];
            const globals = func.globals;
            if (cache !== undefined && cache.version === globals.layout) {
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
            break;
          }
          case Op.LoadCell: {
            const value = (regs[base + b] as Cell).value;
            if (value !== undefined) {
              regs[base + a] = value;
              continue run;
            }
            break;
          }
          case Op.StoreCell:
            (regs[base + a] as Cell).value = regs[base + b];
            continue run;

          // ---- arithmetic
          case Op.Add:
          case Op.InplaceAdd:
          case Op.AddConst:
          case Op.InplaceAddConst: {
            const x = regs[base + b];
            const y = op >= Op.AddConst ? constants[c] : regs[base + c];
            if (typeof x === "number" && typeof y === "number") {
              const sum = x + y;
              if (sum <= MAX && sum >= -MAX) {
                regs[base + a] = sum;
                continue run;
              }
            }
            break;
          }
          case Op.Subtract:
          case Op.InplaceSubtract:
          case Op.SubtractConst:
          case Op.InplaceSubtractConst: {
            const x = regs[base + b];
            const y = op >= Op.AddConst ? constants[c] : regs[base + c];
            if (typeof x === "number" && typeof y === "number") {
              const difference = x - y;
              if (difference <= MAX && difference >= -MAX) {
                regs[base + a] = difference;
                continue run;
              }
            }
            break;
          }
          case Op.Multiply:
          case Op.InplaceMultiply:
          case Op.MultiplyConst: {
            const x = regs[base + b];
            const y = op === Op.MultiplyConst ? constants[c] : regs[base + c];
            if (typeof x === "number" && typeof y === "number") {
              const product = x * y;
              if (product <= MAX && product >= -MAX) {
                // Adding 0 turns the -0 of a zero times a negative into 0.
                regs[base + a] = product + 0;
                continue run;
              }
            }
            break;
          }
          case Op.FloorDivide:
          case Op.InplaceFloorDivide:
          case Op.FloorDivideConst: {
            const x = regs[base + b];
            const y = op === Op.FloorDivideConst ? constants[c] : regs[base + c];
            if (typeof x === "number" && typeof y === "number" && y !== 0) {
              // Rounding a quotient of safe ints moves it by less than 1/y, so never onto the next int. Adding 0: see Multiply.
              regs[base + a] = Math.floor(x / y) + 0;
              continue run;
            }
            break;
          }
          case Op.Modulo:
          case Op.InplaceModulo:
          case Op.ModuloConst: {
            const x = regs[base + b];
            const y = op === Op.ModuloConst ? constants[c] : regs[base + c];
            // Exact, as the product is not above x; and V8's own `%` of doubles is slow.
            if (typeof x === "number" && typeof y === "number" && x >= 0 && y > 0) {
              regs[base + a] = x - Math.floor(x / y) * y;
              continue run;
            }
            break;
          }
          case Op.ShiftRight:
          case Op.InplaceShiftRight:
          case Op.ShiftRightConst: {
            const x = regs[base + b];
            const y = op === Op.ShiftRightConst ? constants[c] : regs[base + c];
            if (typeof x === "number" && typeof y === "number" && (x | 0) === x && y >= 0 && y < 32) {
              regs[base + a] = x >> y;
              continue run;
            }
            break;
          }
          case Op.BitAnd:
          case Op.BitAndConst: {
            const x = regs[base + b];
            const y = op === Op.BitAndConst ? constants[c] : regs[base + c];
            if (typeof x === "number" && typeof y === "number" && (x | 0) === x && (y | 0) === y) {
              regs[base + a] = x & y;
              continue run;
            }
            break;
          }

          // ---- comparison
          case Op.JumpLess:
          case Op.JumpLessConst: {
            const x = regs[base + a] as Value;
            const y = (op === Op.JumpLessConst ? constants[b] : regs[base + b]) as Value;
            let isTrue: number;
            if (typeof x === "number" && typeof y === "number") isTrue = x < y ? 1 : 0;
            else if (x instanceof PyFloat && y instanceof PyFloat) isTrue = x.v < y.v ? 1 : 0;
            else break;
            pc = isTrue === c ? (words[pc + 1] as number) - 1 : pc + 1;
            continue run;
          }
          case Op.JumpLessEqual:
          case Op.JumpLessEqualConst: {
            const x = regs[base + a] as Value;
            const y = (op === Op.JumpLessEqualConst ? constants[b] : regs[base + b]) as Value;
            let isTrue: number;
            if (typeof x === "number" && typeof y === "number") isTrue = x <= y ? 1 : 0;
            else if (x instanceof PyFloat && y instanceof PyFloat) isTrue = x.v <= y.v ? 1 : 0;
            else break;
            pc = isTrue === c ? (words[pc + 1] as number) - 1 : pc + 1;
            continue run;
          }
          case Op.JumpEqual:
          case Op.JumpEqualConst:
          case Op.JumpNotEqual:
          case Op.JumpNotEqualConst: {
            const x = regs[base + a] as Value;
            const y = (op >= Op.JumpLessConst ? constants[b] : regs[base + b]) as Value;
            if (
              (typeof x === "number" && typeof y === "number") ||
              (typeof x === "string" && typeof y === "string" && x.length <= FREE)
            ) {
              const whenEqual = op === Op.JumpEqual || op === Op.JumpEqualConst ? c : c ^ 1;
              pc = (x === y ? 1 : 0) === whenEqual ? (words[pc + 1] as number) - 1 : pc + 1;
              continue run;
            }
            break;
          }
          case Op.JumpGreater:
          case Op.JumpGreaterConst: {
            const x = regs[base + a] as Value;
            const y = (op === Op.JumpGreaterConst ? constants[b] : regs[base + b]) as Value;
            let isTrue: number;
            if (typeof x === "number" && typeof y === "number") isTrue = x > y ? 1 : 0;
            else if (x instanceof PyFloat && y instanceof PyFloat) isTrue = x.v > y.v ? 1 : 0;
            else break;
            pc = isTrue === c ? (words[pc + 1] as number) - 1 : pc + 1;
            continue run;
          }
          case Op.JumpGreaterEqual:
          case Op.JumpGreaterEqualConst: {
            const x = regs[base + a] as Value;
            const y = (op === Op.JumpGreaterEqualConst ? constants[b] : regs[base + b]) as Value;
            let isTrue: number;
            if (typeof x === "number" && typeof y === "number") isTrue = x >= y ? 1 : 0;
            else if (x instanceof PyFloat && y instanceof PyFloat) isTrue = x.v >= y.v ? 1 : 0;
            else break;
            pc = isTrue === c ? (words[pc + 1] as number) - 1 : pc + 1;
            continue run;
          }
          case Op.JumpIsNone:
            pc = (regs[base + a] === NONE ? 1 : 0) === c ? (words[pc + 1] as number) - 1 : pc + 1;
            continue run;
          case Op.JumpIf: {
            const value = regs[base + a];
            if (typeof value === "boolean") {
              pc = (value ? 1 : 0) === c ? (words[pc + 1] as number) - 1 : pc + 1;
              continue run;
            }
            if (typeof value === "number") {
              pc = (value !== 0 ? 1 : 0) === c ? (words[pc + 1] as number) - 1 : pc + 1;
              continue run;
            }
            break;
          }
          case Op.Jump:
            pc = (words[pc + 1] as number) - 1;
            continue run;
          case Op.JumpBack:
            pc = (words[pc + 1] as number) - 1;
            if (--vm.budget > 0) continue run;
            frame.pc = pc + 1;
            return;

          // ---- attributes and items
          case Op.LoadAttribute: {
            const object = regs[base + b];
            const cache = caches[pc + 1];
            if (
              cache !== undefined &&
              object instanceof PyInstance &&
              object.shape === cache.key &&
              cache.kind === Hit.Slot &&
              (cache.type as PyType).version === cache.version
            ) {
              const value = object.slots[cache.index];
              if (value === undefined) break;
              regs[base + a] = value;
              continue run;
            }
            break;
          }
          case Op.StoreAttribute: {
            const object = regs[base + a];
            const cache = caches[pc + 1];
            if (
              cache !== undefined &&
              object instanceof PyInstance &&
              object.shape === cache.key &&
              (cache.type as PyType).version === cache.version
            ) {
              if (cache.kind === Hit.Add) {
                object.shape = cache.shape as PyInstance["shape"];
                object.slots[cache.index] = regs[base + c];
                continue run;
              }
              if (cache.kind === Hit.Slot) {
                object.slots[cache.index] = regs[base + c];
                continue run;
              }
            }
            break;
          }
          case Op.LoadMethod: {
            const object = regs[base + b] as Value;
            const cache = caches[pc + 1];
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
            break;
          }
          case Op.LoadItem:
          case Op.LoadItemConst: {
            const object = regs[base + b] as Value;
            const key = (op === Op.LoadItemConst ? constants[c] : regs[base + c]) as Value;
            if (typeof key === "number") {
              if (
                object instanceof PyList
                  ? object.type === listType
                  : object instanceof PyTuple && object.type === tupleType
              ) {
                const items = (object as PyList | PyTuple).items;
                const item = items[key < 0 ? key + items.length : key];
                if (item !== undefined) {
                  regs[base + a] = item;
                  continue run;
                }
              }
            } else if (
              typeof key === "string" &&
              object instanceof PyDict &&
              object.type === dictType &&
              key.length <= FREE
            ) {
              const at = entryOfText(object, key);
              if (at >= 0) {
                regs[base + a] = object.values[at];
                continue run;
              }
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
            break;
          }

          // ---- calls
          case Op.Call:
          case Op.CallMethod: {
            const callee = regs[base + b] as Value;
            let at = base + b + 1;
            let count = c;
            if (op === Op.CallMethod) {
              if (regs[at] === undefined) at++;
              else count++;
            }
            let called: PyFunction;
            let self: Value | undefined;
            let tag = Tag.Push;
            const hint = caches[pc + 1];
            if (hint === undefined && callee instanceof PyFunction) called = callee;
            else if (hint !== CALLS_CLASS && callee instanceof NativeFunction) {
              if (hint === undefined) caches[pc + 1] = CALLS_NATIVE;
              frame.pc = pc + 1;
              frame.dst = a;
              frame.tag = Tag.Push;
              // LoadMethod has checked the receiver that it put in front of the arguments.
              const isChecked = op === Op.CallMethod && at === base + b + 1;
              vm.supposed += SMALL_BYTES;
              const result = callNativeRegisters(vm, callee, regs, at, count, isChecked);
              if (result === undefined) break waiting;
              regs[base + a] = result;
              if (vm.budget > 0) continue run;
              return;
            } else if (callee instanceof PyMethod) {
              if (!(callee.func instanceof PyFunction)) break;
              called = callee.func;
              self = callee.self;
            } else if (callee instanceof PyType) {
              const init = callee.plainInit as PyFunction | null | undefined;
              if (init === undefined || init === null || !init.linked.isSimple) break;
              called = init;
              tag = Tag.Init;
              if (hint === undefined) caches[pc + 1] = CALLS_CLASS;
            } else if (hint !== undefined) {
              caches[pc + 1] = undefined;
              continue dispatch;
            } else break;
            const target = called.linked;
            if (!target.isSimple) break;
            const total = self === undefined && tag === Tag.Push ? count : count + 1;
            if (total !== target.positionalCount && !hasDefaults(called, total)) break;
            const depth = frame.depth + 1;
            if (depth > vm.limits.recursion) break;
            if (tag === Tag.Init) {
              vm.allocated += INSTANCE_BYTES;
              self = bareInstance(callee as PyType, regs, at, count);
              frame.aux = self;
            }
            if (self !== undefined) {
              regs[--at] = self;
              count++;
            }
            if (count < target.positionalCount) count = fillDefaults(called, regs, at, count);
            frame.pc = pc + 1;
            frame.dst = a;
            frame.tag = tag;
            const stack = fiber.registers;
            if (regs !== stack) {
              // A generator's arguments stand in its own registers: they move to the fiber's.
              const window = frame.limit;
              reserve(stack, window + count);
              for (let i = 0; i < count; i++) stack[window + i] = regs[at + i];
              at = window;
              regs = stack;
            }
            let entered = frame.next;
            if (entered === null || entered.isEscaped) {
              vm.allocated += FRAME_BYTES;
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
            words = target.words;
            caches = target.caches;
            constants = target.constants;
            base = at;
            pc = -1;
            if (--vm.budget > 0) continue run;
            frame.pc = 0;
            return;
          }
          case Op.Return: {
            const value = regs[base + a] as Value;
            const caller = frame.prev as Frame;
            if (
              frame.generator === null &&
              caller.op === null &&
              (caller.tag === Tag.Push ||
                (caller.tag === Tag.Next && caller.then === null) ||
                (caller.tag === Tag.Init
                  ? value === NONE
                  : caller.tag === Tag.Then && value !== NOT_IMPLEMENTED && caller.then?.passes === true))
            ) {
              if (caller.tag === Tag.Then) caller.then = null;
              fiber.top = caller;
              frame = caller;
              func = frame.func as PyFunction;
              const linked = frame.linked as Linked;
              words = linked.words;
              caches = linked.caches;
              constants = linked.constants;
              regs = frame.registers;
              base = frame.base;
              pc = frame.pc - 1;
              regs[base + frame.dst] = frame.tag === Tag.Init ? frame.aux : value;
              continue run;
            }
            break;
          }

          // ---- containers and iteration
          case Op.BuildTuple:
          case Op.BuildList: {
            const items = itemsOf(regs, base + b, c);
            vm.allocated += INSTANCE_BYTES;
            regs[base + a] = op === Op.BuildTuple ? newTuple(items) : newList(items);
            continue run;
          }
          case Op.Unpack: {
            const iterable = regs[base + b] as Value;
            if (iterable instanceof PyTuple && iterable.type === tupleType) {
              const items = iterable.items;
              if (items.length === c) {
                for (let i = 0; i < c; i++) regs[base + a + i] = items[i];
                continue run;
              }
            }
            break;
          }
          case Op.ListAppend:
            (regs[base + a] as PyList).items.push(regs[base + b] as Value);
            continue run;
          case Op.ForEach: {
            const iterator = regs[base + b] as Value;
            const hint = caches[pc + 1];
            if (hint === undefined && iterator instanceof RangeIterator) {
              if (iterator.left !== 0) {
                iterator.left--;
                const value = iterator.value;
                iterator.value = value + iterator.step;
                regs[base + a] = value;
                pc++;
                continue run;
              }
              pc = (words[pc + 1] as number) - 1;
              continue run;
            }
            if (hint === WALKS_OTHER || hint === WALKS_PAIRS) break;
            if (hint === WALKS_LEAF) {
              frame.pc = pc + 2;
              const item = nextIfLeaf(vm, iterator);
              if (item === undefined) break waiting;
              if (item !== NO_LEAF) {
                vm.supposed += SMALL_BYTES;
                if (item !== DONE) {
                  regs[base + a] = item;
                  pc++;
                  continue run;
                }
                pc = (words[pc + 1] as number) - 1;
                continue run;
              }
            } else if (hint !== WALKS_GENERATOR && iterator instanceof ListIterator) {
              if (hint === undefined) caches[pc + 1] = WALKS_LIST;
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
              pc = (words[pc + 1] as number) - 1;
              continue run;
            }
            if (hint !== WALKS_LEAF && iterator instanceof PyGenerator) {
              if (hint === undefined) caches[pc + 1] = WALKS_GENERATOR;
              frame.pc = pc + 2;
              frame.dst = a;
              frame.tag = Tag.Next;
              if (!resumePlainly(vm, iterator)) break;
              break waiting;
            }
            if (hint !== undefined) {
              caches[pc + 1] = undefined;
              continue dispatch;
            }
            break;
          }
          case Op.Yield:
            frame.pc = pc + 1;
            frame.dst = a;
            if (yieldPlainly(vm, frame, regs[base + b] as Value)) break waiting;
            if (offerPlainly(vm, frame, regs[base + b] as Value) === true) {
              regs[base + a] = NONE;
              if (vm.budget > 0) continue run;
              return;
            }
            break;
        }

        if (op <= Op.InplaceSubtractConst && op >= Op.Add && op === (word & 0xff)) {
          const next = chainFloats(frame, pc);
          if (next !== pc) {
            pc = next - 1;
            continue run;
          }
        }

        // What no case took: the full meaning of the instruction.
        const cold = COLD_OPS[op] as ColdOp;
        let second = 0;
        if (cold.hasSecondWord) second = words[++pc] as number;
        frame.pc = pc + 1;
        frame.dst = a;
        frame.tag = cold.tag;
        vm.supposed += SMALL_BYTES;
        const result = cold.run(vm, frame, a, b, c, second);
        if (result === undefined) break waiting;
        if (cold.writes) regs[base + a] = result;
        pc = frame.pc - 1;
        if (vm.budget > 0) continue run;
        return;
      }

      // An operation has raised, or has put another frame on top.
      if (vm.error !== null) unwind(vm, fiber, true);
      if (!stepNatives(vm, fiber)) return;
      frame = fiber.top;
      func = frame.func as PyFunction;
      const linked = frame.linked as Linked;
      words = linked.words;
      caches = linked.caches;
      constants = linked.constants;
      regs = frame.registers;
      base = frame.base;
      pc = frame.pc - 1;
      continue run;
    }
  }
}
