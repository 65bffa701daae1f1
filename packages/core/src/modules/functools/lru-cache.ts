// The callable behind functools.lru_cache: a hit answers at once, without any frame.
import { PyAttributed } from "../../objects/attributed.ts";
import { objectType } from "../../objects/builtin-types.ts";
import { PyMethod } from "../../objects/function.ts";
import type { Machine } from "../../objects/machine.ts";
import { newDict, newTuple, typeOf } from "../../objects/make.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import { NONE } from "../../objects/singletons.ts";
import type { PyDict } from "../../objects/table.ts";
import type { PyType } from "../../objects/type.ts";
import { PyObject, type Result, shared, type Value } from "../../objects/value.ts";
import { getAttribute } from "../../protocol/attribute.ts";
import { call } from "../../protocol/call.ts";
import { pushNative } from "../../protocol/frames.ts";
import { instanceDictProperty } from "../../protocol/instance-dict.ts";
import { asInt } from "../../protocol/lookup.ts";
import { raiseTypeError } from "../../protocol/raise.ts";
import { type EntryAction, insert, withEntry } from "../../protocol/table.ts";
import { ABSENT, find, FOREIGN } from "../../protocol/table-search.ts";
import { clearTable, removeAt } from "../../protocol/table-removal.ts";
import { isCallable, truth } from "../../protocol/truth.ts";
import { defineType, method } from "../../types/define.ts";
import { moduleType, newNamed } from "../module-type.ts";

/** Known where the key has foreign parts, whose hash is asked for once. */
type HashCode = number | bigint | null;

/** A cached result, in the order of use: the oldest is the first after the wrapper's own. */
class CacheLink extends PyObject {
  readonly key: Value;
  readonly hashCode: HashCode;
  readonly result: Value;
  before: CacheLink | null = null;
  after: CacheLink | null = null;

  constructor(key: Value, hashCode: HashCode, result: Value) {
    super(objectType);
    this.key = key;
    this.hashCode = hashCode;
    this.result = result;
  }
}

class CacheWrapper extends PyAttributed {
  readonly func: Value;
  /** Null without bound. */
  readonly limit: number | null;
  readonly isTyped: boolean;
  readonly infoType: Value;
  readonly cache: PyDict = newDict();
  oldest: CacheLink | null = null;
  newest: CacheLink | null = null;
  hits = 0;
  misses = 0;

  constructor(type: PyType, func: Value, limit: number | null, isTyped: boolean, infoType: Value) {
    super(type);
    this.func = func;
    this.limit = limit;
    this.isTyped = isTyped;
    this.infoType = infoType;
  }
}

/** Stands in keys between positional and keyword arguments. */
const MARK: PyObject = shared(new PyObject(objectType));

function keyOf(self: CacheWrapper, args: readonly Value[], keywords: ReadonlyMap<string, Value>): Value {
  const [first] = args;
  if (!self.isTyped && args.length === 1 && keywords.size === 0) {
    if (typeof first === "number" || typeof first === "string" || typeof first === "bigint") return first;
  }
  const parts: Value[] = [...args];
  if (keywords.size > 0) {
    parts.push(MARK);
    for (const [name, value] of keywords) parts.push(name, value);
  }
  if (self.isTyped) {
    for (const value of args) parts.push(typeOf(value));
    for (const value of keywords.values()) parts.push(typeOf(value));
  }
  return newTuple(parts);
}

function unlink(self: CacheWrapper, link: CacheLink): void {
  if (link.before === null) self.oldest = link.after;
  else link.before.after = link.after;
  if (link.after === null) self.newest = link.before;
  else link.after.before = link.before;
  link.before = null;
  link.after = null;
}

function append(self: CacheWrapper, link: CacheLink): void {
  link.before = self.newest;
  if (self.newest === null) self.oldest = link;
  else self.newest.after = link;
  self.newest = link;
}

function hit(self: CacheWrapper, link: CacheLink): Value {
  self.hits++;
  if (self.limit !== null && link !== self.newest) {
    unlink(self, link);
    append(self, link);
  }
  return link.result;
}

interface Call {
  readonly self: CacheWrapper;
  readonly key: Value;
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
}

function callCached(
  vm: Machine,
  self: CacheWrapper,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): Result {
  if (self.limit === 0) {
    self.misses++;
    return call(vm, self.func, args, keywords);
  }
  const key = keyOf(self, args, keywords);
  const at = find(vm, self.cache, key);
  if (at >= 0) return hit(self, self.cache.values[at] as CacheLink);
  if (at === FOREIGN) return withEntry(vm, self.cache, key, lookUp, { self, key, args, keywords });
  return at === ABSENT ? miss(vm, { self, key, args, keywords }, null) : undefined;
}

const lookUp: EntryAction<PyDict, Call> = {
  run: (vm, cache, _key, at, hashCode, asked) =>
    at === ABSENT ? miss(vm, asked, hashCode) : hit(asked.self, cache.values[at] as CacheLink),
};

enum Stage {
  Call,
  /** The next input is the result of the function. */
  Result,
  /** The result is kept; what is too old may go. */
  Kept,
  End,
}

interface MissState extends Call {
  readonly hashCode: HashCode;
  result: Value;
  stage: Stage;
}

function miss(vm: Machine, { self, key, args, keywords }: Call, hashCode: HashCode): undefined {
  self.misses++;
  return pushNative(vm, missOp, { self, key, args, keywords, hashCode, result: NONE, stage: Stage.Call });
}

const missOp: NativeOp<MissState> = {
  name: "cached call",
  step(vm, state, input) {
    const { self, key } = state;
    let answer: Result = input;
    if (state.stage === Stage.Call) {
      state.stage = Stage.Result;
      answer = call(vm, self.func, state.args, state.keywords);
      if (answer === undefined) return undefined;
    }
    if (state.stage === Stage.Result) {
      state.result = answer as Value;
      state.stage = Stage.Kept;
      answer = withEntry(vm, self.cache, key, keepAction, state, state.hashCode);
      if (answer === undefined) return undefined;
    }
    if (state.stage === Stage.Kept) {
      state.stage = Stage.End;
      const { oldest, limit } = self;
      if (limit !== null && oldest !== null && self.cache.size > limit) {
        unlink(self, oldest);
        answer = withEntry(vm, self.cache, oldest.key, dropAction, null, oldest.hashCode);
        if (answer === undefined) return undefined;
      }
    }
    return state.result;
  },
};

/** Keeps a result, unless the same call was made and kept meanwhile. */
const keepAction: EntryAction<PyDict, MissState> = {
  run(vm, cache, key, at, hashCode, { self, result }) {
    if (at !== ABSENT) return NONE;
    const link = new CacheLink(key, hashCode, result);
    cache.values[insert(vm, cache, key, hashCode)] = link;
    if (self.limit !== null) append(self, link);
    return NONE;
  },
};

const dropAction: EntryAction<PyDict, null> = {
  run(vm, cache, _key, at) {
    if (at !== ABSENT) removeAt(vm, cache, at);
    return NONE;
  },
};

function make(vm: Machine, type: PyType, func: Value, maximum: Value, typed: Value, infoType: Value): Result {
  if (!isCallable(func)) return raiseTypeError(vm, "the first argument must be callable");
  const limit = maximum === NONE ? null : asInt(maximum);
  if (limit === undefined) return raiseTypeError(vm, "maxsize should be integer or None");
  const isTyped = truth(vm, typed) === true;
  return new CacheWrapper(type, func, limit === null ? null : Math.max(0, Number(limit)), isTyped, infoType);
}

export const cacheWrapperType: PyType = moduleType("functools", "_lru_cache_wrapper", { hasDict: true });
defineType(cacheWrapperType, "A callable that keeps the results of recent calls.", {
  __new__: newNamed(cacheWrapperType, "user_function, maxsize, typed, cache_info_type", make),
  __call__: method("*args, **kwargs", callCached),
  __get__: method("instance, owner=None, /", (_vm, self: CacheWrapper, object: Value) =>
    object === NONE ? self : new PyMethod(self, object),
  ),
  __dict__: instanceDictProperty(cacheWrapperType),
  __copy__: method("", (_vm, self: CacheWrapper) => self),
  __deepcopy__: method("memo, /", (_vm, self: CacheWrapper) => self),
  __reduce__: method("", (vm, self: CacheWrapper) => getAttribute(vm, self, "__qualname__")),
  cache_info: method(
    "",
    (vm, { infoType, hits, misses, limit, cache }: CacheWrapper) =>
      call(vm, infoType, [hits, misses, limit ?? NONE, cache.size]),
    "How often results were found or not, and how many are kept.",
  ),
  cache_clear: method(
    "",
    (_vm, self: CacheWrapper) => {
      clearTable(self.cache);
      self.oldest = null;
      self.newest = null;
      self.hits = 0;
      self.misses = 0;
      return NONE;
    },
    "Forget all results.",
  ),
});
