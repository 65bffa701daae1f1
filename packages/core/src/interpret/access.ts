// Names, attributes and items on any operands: the instructions whose caches or fast paths missed.
import { Op } from "../bytecode/op.ts";
import { dictType } from "../objects/builtin-types.ts";
import type { Frame } from "../objects/frame.ts";
import type { Cache, Linked } from "../objects/linked.ts";
import type { PyFunction } from "../objects/function.ts";
import { getItem, setItem } from "../protocol/subscript.ts";
import { loadAttribute, loadMethod, storeAttribute } from "./attribute-cache.ts";
import type { ColdBodies } from "./cold-body.ts";
import { loadGlobal, loadName, storeGlobal, storeName } from "./names.ts";
import { constantOf, joined, nameOf, reg } from "./operand.ts";

function cachesOf(frame: Frame): (Cache | undefined)[] {
  return (frame.linked as Linked).caches;
}

export const ACCESS_BODIES: Readonly<ColdBodies> = {
  [Op.LoadGlobal]: (vm, frame, _a, b, c) =>
    loadGlobal(vm, frame.func as PyFunction, cachesOf(frame), frame.pc, nameOf(frame, joined(b, c))),
  [Op.LoadName]: (vm, frame, _a, b, c) => loadName(vm, frame, cachesOf(frame), frame.pc, nameOf(frame, joined(b, c))),
  [Op.StoreGlobal]: (vm, frame, a, b, c) =>
    storeGlobal(vm, frame.func as PyFunction, cachesOf(frame), frame.pc, nameOf(frame, joined(b, c)), reg(frame, a)),
  [Op.StoreName]: (vm, frame, a, b, c) => {
    const func = frame.func as PyFunction;
    const name = nameOf(frame, joined(b, c));
    if (frame.namespace !== func.globals || func.globals.type !== dictType)
      return storeName(vm, frame, name, reg(frame, a));
    return storeGlobal(vm, func, cachesOf(frame), frame.pc, name, reg(frame, a));
  },
  [Op.LoadAttribute]: (vm, frame, _a, b, c) =>
    loadAttribute(vm, cachesOf(frame), frame.pc, reg(frame, b), nameOf(frame, c)),
  [Op.StoreAttribute]: (vm, frame, a, b, c) =>
    storeAttribute(vm, cachesOf(frame), frame.pc, reg(frame, a), nameOf(frame, b), reg(frame, c)),
  [Op.LoadMethod]: (vm, frame, a, b, c) =>
    loadMethod(vm, cachesOf(frame), frame.pc, reg(frame, b), nameOf(frame, c), frame.registers, frame.base + a + 1),
  [Op.LoadItem]: (vm, frame, _a, b, c) => getItem(vm, reg(frame, b), reg(frame, c)),
  [Op.LoadItemConst]: (vm, frame, _a, b, c) => getItem(vm, reg(frame, b), constantOf(frame, c)),
  [Op.StoreItem]: (vm, frame, a, b, c) => setItem(vm, reg(frame, a), reg(frame, b), reg(frame, c)),
};
