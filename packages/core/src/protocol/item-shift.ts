// Taking an item out of an array, or putting one in: the host's `splice` costs more than moving the few items behind.
import type { Machine } from "../objects/machine.ts";
import { charge } from "./charge.ts";

/** How many items are moved one by one. */
const FEW = 16;

/** Remove the item at `at`. */
export function takeOut<T>(vm: Machine, items: T[], at: number): void {
  const last = items.length - 1;
  if (last - at > FEW) {
    charge(vm, last - at);
    if (at === 0) items.shift();
    else items.splice(at, 1);
    return;
  }
  for (let to = at; to < last; to++) items[to] = items[to + 1] as T;
  items.pop();
}

/** Put an item before the one at `at`. */
export function putIn<T>(vm: Machine, items: T[], at: number, item: T): void {
  const { length } = items;
  if (length - at > FEW) {
    charge(vm, length - at);
    items.splice(at, 0, item);
    return;
  }
  items.push(item);
  for (let to = length; to > at; to--) items[to] = items[to - 1] as T;
  items[at] = item;
}
