// The type _random.Random: a Mersenne Twister.
import { PyAttributed } from "../../objects/attributed.ts";
import type { Machine } from "../../objects/machine.ts";
import { newTuple } from "../../objects/make.ts";
import { PyFloat } from "../../objects/numbers.ts";
import { PyTuple } from "../../objects/sequences.ts";
import { NONE } from "../../objects/singletons.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { abs, type Int } from "../../numeric/int.ts";
import {
  newTwister,
  nextBits,
  nextFloat,
  seedFromInt,
  seedFromWords,
  type Twister,
} from "../../numeric/mersenne-twister.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { hash } from "../../protocol/hash.ts";
import { raiseTooLarge } from "../../protocol/integer-limit.ts";
import { asInt } from "../../protocol/lookup.ts";
import { converting, Want } from "../../protocol/parameters.ts";
import { raiseOverflowError, raiseTypeError, raiseValueError } from "../../protocol/raise.ts";
import { defineType, method, newMethod } from "../../types/define.ts";
import { classFor } from "../../protocol/class-for.ts";
import { moduleType } from "../module-type.ts";

class RandomObject extends PyAttributed {
  readonly twister: Twister = newTwister();
}

/** Words of the state of a twister. */
const SIZE = 624;

const SEED: Asking<{ readonly self: RandomObject; readonly seed: Value }> = {
  ask: (vm, { seed }) => hash(vm, seed),
  take(_vm, { self }, answer) {
    seedFromInt(self.twister, BigInt.asUintN(64, BigInt(asInt(answer) as Int)));
    return NONE;
  },
};

function seedFrom(vm: Machine, self: RandomObject, seed: Value = NONE): Result {
  if (seed === NONE) {
    const bytes = vm.services.randomBytes(4 * SIZE);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    seedFromWords(
      self.twister,
      Uint32Array.from({ length: SIZE }, (_, at) => view.getUint32(4 * at, true)),
    );
    return NONE;
  }
  const whole = asInt(seed);
  if (whole === undefined) return asking(vm, SEED, { self, seed });
  seedFromInt(self.twister, abs(whole));
  return NONE;
}

function getBits(vm: Machine, self: RandomObject, bits: number): Result {
  if (bits < 0) return raiseValueError(vm, "number of bits must be non-negative");
  return bits > vm.limits.integerBits ? raiseTooLarge(vm) : nextBits(self.twister, bits);
}

function setState(vm: Machine, self: RandomObject, state: Value): Result {
  if (!(state instanceof PyTuple)) return raiseTypeError(vm, "state vector must be a tuple");
  if (state.items.length !== SIZE + 1) return raiseValueError(vm, "state vector is the wrong size");
  const words: number[] = [];
  for (const item of state.items) {
    const whole = asInt(item);
    if (whole === undefined) return raiseTypeError(vm, "an integer is required");
    if (whole < 0) return raiseOverflowError(vm, "can't convert negative value to unsigned int");
    words.push(Number(BigInt.asUintN(32, BigInt(whole))));
  }
  const index = words[SIZE] as number;
  if (index > SIZE) return raiseValueError(vm, "invalid state");
  self.twister.words.set(words.slice(0, SIZE));
  self.twister.index = index;
  return NONE;
}

export const randomType: PyType = moduleType("_random", "Random", { allocate: (type) => new RandomObject(type) });
defineType(randomType, "A generator of random numbers.", {
  __new__: newMethod("*args, **kwargs", (vm, cls) => {
    const type = classFor(vm, randomType, cls);
    return type === undefined ? undefined : new RandomObject(type);
  }),
  __init__: method(
    "*args, **kwargs",
    (vm, self: RandomObject, args: readonly Value[], keywords: Map<string, Value>) => {
      if (keywords.size > 0 && self.type === randomType)
        return raiseTypeError(vm, "Random() takes no keyword arguments");
      if (args.length > 1) return raiseTypeError(vm, "Random() requires 0 or 1 argument");
      return seedFrom(vm, self, args[0]);
    },
  ),
  random: method("", (_vm, self: RandomObject) => new PyFloat(nextFloat(self.twister)), "A float in [0, 1)."),
  seed: method("n=None, /", seedFrom, "Begin the sequence that an int, or the hash of another object, stands for."),
  getrandbits: method("k, /", converting([Want.Size], getBits), "An int of k random bits."),
  getstate: method("", (_vm, { twister }: RandomObject) => newTuple([...twister.words, twister.index])),
  setstate: method("state, /", setState),
});
