// The iterators of deque.
import type { Machine } from "../../objects/machine.ts";
import { newTuple, typeOf } from "../../objects/make.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { raiseRuntimeError, raiseTypeError } from "../../protocol/raise.ts";
import { defineType, method } from "../../types/define.ts";
import { moduleType, newNamed, stop } from "../module-type.ts";
import { Deque, DequeIterator } from "./deque-layout.ts";

/** RuntimeError: the deque is not what it was when the iteration or search began. */
export function raiseMutated(vm: Machine): undefined {
  return raiseRuntimeError(vm, "deque mutated during iteration");
}

function nextOf(vm: Machine, self: DequeIterator): Result {
  const { deque } = self;
  if (deque === null) return stop(vm);
  if (deque.version !== self.version) {
    self.deque = null;
    return raiseMutated(vm);
  }
  if (self.position < 0 || self.position >= deque.size) {
    self.deque = null;
    return stop(vm);
  }
  const item = deque.at(self.position);
  self.position += self.step;
  return item;
}

function itemsLeft(self: DequeIterator): number {
  if (self.deque === null) return 0;
  return self.step === 1 ? self.deque.size - self.position : self.position + 1;
}

function stepsTaken(self: DequeIterator): number {
  return (self.deque as Deque).size - itemsLeft(self);
}

function iteratorType(name: string, step: 1 | -1): PyType {
  const type = moduleType("collections", name, { isBase: false });
  defineType(type, null, {
    __new__: newNamed(type, "deque, index=0, /", (vm, _cls, deque: Value, index: Value = 0) => {
      if (!(deque instanceof Deque))
        return raiseTypeError(vm, `${type.name}() argument 1 must be collections.deque, not ${typeOf(deque).name}`);
      const made = new DequeIterator(type, deque, step);
      if (typeof index === "number" && index > 0) made.position += step * Math.min(index, deque.size);
      return made;
    }),
    __iter__: method("", (_vm, self: DequeIterator) => self),
    __next__: method("", nextOf),
    __reduce__: method("", (_vm, self: DequeIterator) =>
      newTuple([type, newTuple(self.deque === null ? [new Deque(self.plainType)] : [self.deque, stepsTaken(self)])]),
    ),
    __length_hint__: method("", (_vm, self: DequeIterator) => itemsLeft(self)),
  });
  return type;
}

export const dequeIteratorType: PyType = iteratorType("_deque_iterator", 1);
export const dequeReverseIteratorType: PyType = iteratorType("_deque_reverse_iterator", -1);
