// groupby: runs of items with equal keys.
import { PyAttributed } from "../../objects/attributed.ts";
import type { Machine } from "../../objects/machine.ts";
import { newTuple } from "../../objects/make.ts";
import { DONE, NONE } from "../../objects/singletons.ts";
import type { PyType } from "../../objects/type.ts";
import { PyObject, type Result, type Value } from "../../objects/value.ts";
import { callWith } from "../../protocol/call-plainly.ts";
import { equals } from "../../protocol/compare.ts";
import { more } from "../../protocol/frames.ts";
import { hosted, type Hosted, stepForItem } from "../../protocol/hosting.ts";
import { next } from "../../protocol/iterate.ts";
import { raiseTypeError } from "../../protocol/raise.ts";
import { defineType, method } from "../../types/define.ts";
import { openAll, type OpenThen } from "../../types/open-iterators.ts";
import { moduleType, newNamed, stop } from "../module-type.ts";

/** Items looked at in one step. */
const STRIDE = 512;

class GroupBy extends PyAttributed {
  readonly iterator: Value;
  readonly key: Value;
  /** The key of the group given out last. */
  wantedKey: Value | undefined = undefined;
  /** The key and value of the item read last; the value goes once it is given out. */
  currentKey: Value | undefined = undefined;
  currentValue: Value | undefined = undefined;
  /** The group that may still draw on this. */
  group: Group | null = null;

  constructor(type: PyType, iterator: Value, key: Value) {
    super(type);
    this.iterator = iterator;
    this.key = key;
  }
}

class Group extends PyObject {
  readonly parent: GroupBy;
  readonly key: Value;

  constructor(parent: GroupBy, key: Value) {
    super(groupType);
    this.parent = parent;
    this.key = key;
  }
}

enum Stage {
  Compare,
  /** The next input tells whether the current key is the wanted one. */
  Compared,
  /** The next input is an item. */
  Item,
  /** The next input is its key. */
  Key,
}

interface GroupState {
  readonly parent: GroupBy;
  /** The group that asks for its next item; null when the next group is asked for. */
  readonly group: Group | null;
  item: Value | undefined;
  stage: Stage;
}

const NEXT: Hosted<GroupState> = hosted({
  name: "groupby.__next__",
  step(vm, state, input) {
    const { parent, group } = state;
    let answer: Result = input;
    for (let left = STRIDE; left > 0 || answer !== undefined; left--) {
      switch (state.stage) {
        case Stage.Compare: {
          const wanted = group === null ? parent.wantedKey : group.key;
          const isNeeded = group === null ? parent.currentKey === undefined : parent.currentValue === undefined;
          if (isNeeded) {
            state.stage = Stage.Item;
            break;
          }
          if (wanted === undefined) return newGroup(parent);
          state.stage = Stage.Compared;
          answer = equals(vm, wanted, parent.currentKey as Value);
          if (answer === undefined) return undefined;
          break;
        }
        case Stage.Compared: {
          const isSame = answer === true;
          answer = undefined;
          if (group !== null) return isSame ? giveOut(parent) : stop(vm);
          if (!isSame) return newGroup(parent);
          state.stage = Stage.Item;
          break;
        }
        case Stage.Item:
          answer ??= next(vm, parent.iterator);
          if (answer === undefined) return undefined;
          if (answer === DONE) return stop(vm);
          state.item = answer;
          state.stage = Stage.Key;
          if (parent.key !== NONE) answer = callWith(vm, parent.key, answer);
          if (answer === undefined) return undefined;
          break;
        default:
          parent.currentValue = state.item;
          parent.currentKey = answer;
          answer = undefined;
          state.stage = Stage.Compare;
      }
    }
    return more(vm);
  },
});

function newGroup(parent: GroupBy): Value {
  parent.wantedKey = parent.currentKey;
  const key = parent.currentKey as Value;
  const group = new Group(parent, key);
  parent.group = group;
  return newTuple([key, group]);
}

function giveOut(parent: GroupBy): Value {
  const value = parent.currentValue as Value;
  parent.currentValue = undefined;
  return value;
}

const openThen: OpenThen<{ readonly type: PyType; readonly key: Value }> = {
  run: (_vm, iterators, { type, key }) => new GroupBy(type, iterators[0] as Value, key),
};

export const groupbyType: PyType = moduleType("itertools", "groupby");
export const groupType: PyType = moduleType("itertools", "_grouper", { isBase: false });

defineType(groupbyType, "Pairs of a key and an iterator over the run of items that have it.", {
  __new__: newNamed(groupbyType, "iterable, key=None", (vm, type: PyType, iterable: Value, key: Value = NONE) =>
    openAll(vm, [iterable], openThen, { type, key }),
  ),
  __iter__: method("", (_vm, self: GroupBy) => self),
  __next__: method("", (vm: Machine, self: GroupBy) => {
    self.group = null;
    return stepForItem(vm, NEXT, { parent: self, group: null, item: undefined, stage: Stage.Compare });
  }),
});

defineType(groupType, null, {
  __new__: newNamed(groupType, "parent, tgtkey, /", (vm, _type, parent: Value, key: Value) =>
    parent instanceof GroupBy ? new Group(parent, key) : raiseTypeError(vm, "incorrect usage of internal _grouper"),
  ),
  __iter__: method("", (_vm, self: Group) => self),
  __next__: method("", (vm: Machine, self: Group) =>
    self.parent.group === self
      ? stepForItem(vm, NEXT, { parent: self.parent, group: self, item: undefined, stage: Stage.Compare })
      : stop(vm),
  ),
});
