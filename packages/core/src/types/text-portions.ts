// Changing what is long part by part, so that the host need not wait for it and the limits can stop it.
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import type { Result } from "../objects/value.ts";
import { type Change, nextPortion, type Portion, startPortions } from "../text/portion.ts";
import { allocate } from "../protocol/charge.ts";
import { more, pushNative } from "../protocol/frames.ts";
import { raiseMemoryError } from "../protocol/raise.ts";

/** UTF-16 units changed in one step. */
const PART = 16_384;

interface ChangeState {
  readonly portion: Portion;
  readonly change: Change;
  made: string;
}

/** What the change makes of a text, at once if that is short. */
export function changeText(vm: Machine, text: string, change: Change, option: number = 0): Result {
  const portion = startPortions(text, option);
  const state: ChangeState = { portion, change, made: "" };
  nextPortion(portion, PART);
  return portion.to === text.length ? changePart(vm, state) : pushNative(vm, changeOp, state);
}

function changePart(vm: Machine, state: ChangeState): Result {
  const part = state.change(state.portion);
  allocate(vm, part.length);
  state.made += part;
  return state.made.length > vm.limits.length ? raiseMemoryError(vm) : state.made;
}

const changeOp: NativeOp<ChangeState> = {
  name: "str",
  step(vm, state) {
    const made = changePart(vm, state);
    return made !== undefined && nextPortion(state.portion, PART) ? more(vm) : made;
  },
};
