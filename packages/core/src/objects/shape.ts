// Shapes: which attribute of an instance stands in which slot, shared by all instances that grew alike.
import type { PyType } from "./type.ts";

/** An instance with more attributes than this keeps them in a dict instead. */
export const SHAPE_LIMIT = 64;

/** One step of a tree of attribute names. Shapes belong to one type of one VM, so a shape implies its type. */
export class Shape {
  readonly type: PyType;
  readonly names: readonly string[];
  /** Slot of each name. Built on first use: most shapes are only passed through. */
  #index: Map<string, number> | null = null;
  #next: Map<string, Shape> | null = null;

  constructor(type: PyType, names: readonly string[]) {
    this.type = type;
    this.names = names;
  }

  /** The slot of `name`, or -1. */
  slotOf(name: string): number {
    let index = this.#index;
    if (index === null) {
      index = new Map();
      for (let i = 0; i < this.names.length; i++) index.set(this.names[i] as string, i);
      this.#index = index;
    }
    return index.get(name) ?? -1;
  }

  /** The shape after `name` was added in the next slot. */
  with(name: string): Shape {
    let next = this.#next;
    if (next === null) this.#next = next = new Map();
    let shape = next.get(name);
    if (shape === undefined) {
      shape = new Shape(this.type, [...this.names, name]);
      if (shape.names.length > this.type.emptySlots.length) this.type.emptySlots.push(undefined);
      this.type.shapedNames += shape.names.length;
      next.set(name, shape);
    }
    return shape;
  }
}
