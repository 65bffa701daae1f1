// compress, filterfalse, takewhile and dropwhile: some of the items.
import { PyAttributed } from "../../objects/attributed.ts";
import { boolType } from "../../objects/builtin-types.ts";
import type { Machine } from "../../objects/machine.ts";
import { DONE, NONE } from "../../objects/singletons.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { callWith } from "../../protocol/call-plainly.ts";
import { more } from "../../protocol/frames.ts";
import { hosted, type Hosted, stepForItem } from "../../protocol/hosting.ts";
import { next } from "../../protocol/iterate.ts";
import { truth } from "../../protocol/truth.ts";
import { defineType, method } from "../../types/define.ts";
import { openAll, type OpenThen } from "../../types/open-iterators.ts";
import { moduleType, newNamed, stop } from "../module-type.ts";

/** Items looked at in one step. */
const STRIDE = 512;

/** What an iterator does with an item once its function has judged it. */
enum Verdict {
  Give,
  Skip,
  Stop,
}

/** A kind of selection: static data. */
interface Kind {
  readonly name: string;
  judge(self: Selection, isTrue: boolean): Verdict;
}

class Selection extends PyAttributed {
  readonly kind: Kind;
  readonly func: Value;
  readonly iterator: Value;
  /** takewhile has met its end, or dropwhile its beginning. */
  isPast = false;

  constructor(type: PyType, kind: Kind, func: Value, iterator: Value) {
    super(type);
    this.kind = kind;
    this.func = func;
    this.iterator = iterator;
  }
}

const filterFalse: Kind = {
  name: "filterfalse",
  judge: (_self, isTrue) => (isTrue ? Verdict.Skip : Verdict.Give),
};
const takeWhile: Kind = {
  name: "takewhile",
  judge(self, isTrue) {
    if (isTrue) return Verdict.Give;
    self.isPast = true;
    return Verdict.Stop;
  },
};
const dropWhile: Kind = {
  name: "dropwhile",
  judge(self, isTrue) {
    if (isTrue) return Verdict.Skip;
    self.isPast = true;
    return Verdict.Give;
  },
};

enum Stage {
  /** The next input is an item. */
  Item,
  /** The next input is what the function said of it. */
  Called,
  /** The next input is the truth of that. */
  Judged,
}

interface SelectState {
  readonly self: Selection;
  item: Value;
  stage: Stage;
}

const SELECT: Hosted<SelectState> = hosted({
  name: "selection",
  step(vm, state, input) {
    const { self } = state;
    let answer: Result = input;
    for (let left = STRIDE; left > 0; left--) {
      if (state.stage === Stage.Item) {
        answer ??= next(vm, self.iterator);
        if (answer === undefined) return undefined;
        if (answer === DONE) return stop(vm);
        if (self.isPast && self.kind === dropWhile) return answer;
        state.item = answer;
        state.stage = Stage.Called;
        const isIdentity = self.kind === filterFalse && (self.func === NONE || self.func === boolType);
        if (!isIdentity) answer = callWith(vm, self.func, answer);
        if (answer === undefined) return undefined;
      }
      if (state.stage === Stage.Called) {
        state.stage = Stage.Judged;
        answer = truth(vm, answer as Value);
        if (answer === undefined) return undefined;
      }
      const verdict = self.kind.judge(self, answer === true);
      if (verdict === Verdict.Give) return state.item;
      if (verdict === Verdict.Stop) return stop(vm);
      state.stage = Stage.Item;
      answer = undefined;
    }
    return more(vm);
  },
});

function nextOf(vm: Machine, self: Selection): Result {
  if (self.isPast && self.kind === takeWhile) return stop(vm);
  return stepForItem(vm, SELECT, { self, item: NONE, stage: Stage.Item });
}

interface Making {
  readonly type: PyType;
  readonly kind: Kind;
  readonly func: Value;
}
const openThen: OpenThen<Making> = {
  run: (_vm, iterators, { type, kind, func }) => new Selection(type, kind, func, iterators[0] as Value),
};

function selectionType(kind: Kind, doc: string): PyType {
  const type = moduleType("itertools", kind.name);
  defineType(type, doc, {
    __new__: newNamed(type, "function, iterable, /", (vm, cls: PyType, func: Value, iterable: Value) =>
      openAll(vm, [iterable], openThen, { type: cls, kind, func }),
    ),
    __iter__: method("", (_vm, self: Selection) => self),
    __next__: method("", nextOf),
  });
  return type;
}

export const filterFalseType: PyType = selectionType(filterFalse, "The items for which a function is false.");
export const takeWhileType: PyType = selectionType(
  takeWhile,
  "The items before the first for which a function is false.",
);
export const dropWhileType: PyType = selectionType(
  dropWhile,
  "The items from the first for which a function is false.",
);

// ---- compress --------------------------------------------------------------------------------------------------------

class Compress extends PyAttributed {
  readonly items: Value;
  readonly selectors: Value;

  constructor(type: PyType, items: Value, selectors: Value) {
    super(type);
    this.items = items;
    this.selectors = selectors;
  }
}

interface CompressState {
  readonly self: Compress;
  item: Value;
  stage: Stage;
}

const COMPRESS: Hosted<CompressState> = hosted({
  name: "compress.__next__",
  step(vm, state, input) {
    const { self } = state;
    let answer: Result = input;
    for (let left = STRIDE; left > 0; left--) {
      if (state.stage === Stage.Item) {
        answer ??= next(vm, self.items);
        if (answer === undefined) return undefined;
        if (answer === DONE) return stop(vm);
        state.item = answer;
        state.stage = Stage.Called;
        answer = undefined;
      }
      if (state.stage === Stage.Called) {
        answer ??= next(vm, self.selectors);
        if (answer === undefined) return undefined;
        if (answer === DONE) return stop(vm);
        state.stage = Stage.Judged;
        answer = truth(vm, answer);
        if (answer === undefined) return undefined;
      }
      if (answer === true) return state.item;
      state.stage = Stage.Item;
      answer = undefined;
    }
    return more(vm);
  },
});

const compressThen: OpenThen<PyType> = {
  run: (_vm, iterators, type) => new Compress(type, iterators[0] as Value, iterators[1] as Value),
};

export const compressType: PyType = moduleType("itertools", "compress");
defineType(compressType, "The items whose selectors are true.", {
  __new__: newNamed(compressType, "data, selectors", (vm, type: PyType, data: Value, selectors: Value) =>
    openAll(vm, [data, selectors], compressThen, type),
  ),
  __iter__: method("", (_vm, self: Compress) => self),
  __next__: method("", (vm, self: Compress) => stepForItem(vm, COMPRESS, { self, item: NONE, stage: Stage.Item })),
});
