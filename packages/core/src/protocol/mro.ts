// The method resolution order of a class: the C3 merge of its bases' orders.
import type { Machine } from "../objects/machine.ts";
import type { PyType } from "../objects/type.ts";
import { raiseTypeError } from "./raise.ts";
import { shortName } from "./type-name.ts";

/** `type` followed by its ancestors in C3 order, or undefined after raising TypeError. */
export function linearize(vm: Machine, type: PyType, bases: readonly PyType[]): PyType[] | undefined {
  const [only] = bases;
  if (only !== undefined && bases.length === 1) return [type, ...only.mro];
  for (let i = 0; i < bases.length; i++) {
    const base = bases[i] as PyType;
    if (bases.indexOf(base, i + 1) >= 0) return raiseTypeError(vm, `duplicate base class ${shortName(base)}`);
  }
  const orders = [...bases.map((base) => base.mro), bases];
  const heads = orders.map(() => 0);
  // How many orders still hold each class behind their head: only one that no order does may come next.
  const waiting = new Map<PyType, number>();
  for (const order of orders) for (const each of order.slice(1)) waiting.set(each, (waiting.get(each) ?? 0) + 1);
  const merged: PyType[] = [type];
  for (;;) {
    let isEmpty = true;
    let chosen: PyType | undefined;
    for (let i = 0; i < orders.length && chosen === undefined; i++) {
      const head = (orders[i] as readonly PyType[])[heads[i] as number];
      if (head === undefined) continue;
      isEmpty = false;
      if ((waiting.get(head) ?? 0) === 0) chosen = head;
    }
    if (isEmpty) return merged;
    if (chosen === undefined) return raiseTypeError(vm, refusal(orders, heads));
    merged.push(chosen);
    for (let i = 0; i < orders.length; i++) {
      const order = orders[i] as readonly PyType[];
      if (order[heads[i] as number] !== chosen) continue;
      heads[i] = (heads[i] as number) + 1;
      const next = order[heads[i] as number];
      if (next !== undefined) waiting.set(next, (waiting.get(next) as number) - 1);
    }
  }
}

function refusal(orders: readonly (readonly PyType[])[], heads: readonly number[]): string {
  const names: string[] = [];
  for (let i = 0; i < orders.length; i++) {
    const head = (orders[i] as readonly PyType[])[heads[i] as number];
    if (head !== undefined && !names.includes(shortName(head))) names.push(shortName(head));
  }
  return `Cannot create a consistent method resolution order (MRO) for bases ${names.join(", ")}`;
}
