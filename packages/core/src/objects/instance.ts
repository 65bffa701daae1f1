// Instances of classes written in Python: a shape and its slots, or a dict once the script asks for one.
import type { PyDict } from "./table.ts";
import type { Shape } from "./shape.ts";
import type { PyType } from "./type.ts";
import type { PyObject, Value } from "./value.ts";

/**
 * While `dict` is null the attributes are `slots`, named by `shape`. Reading `__dict__` moves them into `dict` for good
 * and gives the instance its type's dictionary shape, which no inline cache of a slot matches.
 * `members` are the values of `__slots__`, by index; null when the class has none. Without a `__dict__` there is nothing
 * else to keep in slots: then both are one array.
 */
export class PyInstance implements PyObject {
  type: PyType;
  mark = 0;
  shape: Shape;
  /** At least as many as the shape has names. */
  slots: (Value | undefined)[];
  dict: PyDict | null = null;
  members: (Value | undefined)[] | null;

  constructor(type: PyType) {
    this.type = type;
    this.shape = type.rootShape();
    const members = type.memberCount === 0 ? null : blanks(type.memberCount);
    this.members = members;
    this.slots = type.hasDict ? blankSlots(type) : (members ?? type.emptySlots);
  }
}

/** As many slots as an instance of the type may need. */
function blankSlots({ emptySlots }: PyType): undefined[] {
  return emptySlots.length <= 3 ? blanks(emptySlots.length) : emptySlots.slice();
}

/** Literals, where there are few, cost least. */
function blanks(count: number): undefined[] {
  switch (count) {
    case 1:
      return [undefined];
    case 2:
      return [undefined, undefined];
    case 3:
      return [undefined, undefined, undefined];
    default: {
      const blank: undefined[] = [];
      for (let i = 0; i < count; i++) blank.push(undefined);
      return blank;
    }
  }
}

/** An instance of a subclass of int, str, float, complex, bytes: natives unwrap `payload`. */
export class PyPayload extends PyInstance {
  readonly payload: Value;

  constructor(type: PyType, payload: Value) {
    super(type);
    this.payload = payload;
  }
}
