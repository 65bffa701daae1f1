// Bytes from other objects: from bytes-like ones, from `__bytes__`, from iterables of ints.
import { PyPayload } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyBytes } from "../objects/sequences.ts";
import type { Result, Value } from "../objects/value.ts";
import { AGAIN, type Asking, asking } from "../protocol/asking.ts";
import { bufferOf, isBuffer } from "../protocol/buffer.ts";
import { callMethod } from "../protocol/call.ts";
import { collect, type CollectThen } from "../protocol/collect.ts";
import { index } from "../protocol/conversion.ts";
import { asInt, special } from "../protocol/lookup.ts";
import { raiseTypeError, raiseValueError } from "../protocol/raise.ts";

/**
 * What to do with the bytes: static data, so that a native frame may hold it. The array may be that of a bytes object:
 * copy it to change it.
 */
export interface BytesThen<X> {
  /** Bytes always ask the iterable how many items it has, others where this says so. */
  readonly hints?: true;
  /** `answer`: what `__bytes__` gave the data in. */
  run(vm: Machine, data: Uint8Array, extra: X, answer?: Value): Result;
}

/** Which of the two types asks: their messages differ. */
export type BytesKind = "bytes" | "bytearray";

interface ItemsState {
  readonly items: readonly Value[];
  readonly data: Uint8Array;
  at: number;
  readonly kind: BytesKind;
  readonly action: BytesThen<unknown>;
  readonly extra: unknown;
}

/** A value that is no bytes-like object (and no str) as bytes: an iterable of ints. */
export function bytesFromIterable<X>(
  vm: Machine,
  value: Value,
  kind: BytesKind,
  action: BytesThen<X>,
  extra: X,
): Result {
  if (
    typeof value === "string" ||
    !isIterable(value) ||
    (value instanceof PyPayload && typeof value.payload === "string")
  ) {
    return raiseTypeError(vm, `cannot convert '${typeOf(value).name}' object to ${kind}`);
  }
  return collect(vm, value, kind === "bytes" || action.hints ? ITEMS_THEN : UNHINTED_THEN, {
    kind,
    action: action as BytesThen<unknown>,
    extra,
  });
}

/** Whether `iter(value)` may answer an iterator. */
export function isIterable(value: Value): boolean {
  return special(value, "__iter__") !== undefined || special(value, "__getitem__") !== undefined;
}

interface ItemsInto {
  readonly kind: BytesKind;
  readonly action: BytesThen<unknown>;
  readonly extra: unknown;
}

const ITEMS_THEN: CollectThen<ItemsInto> = {
  run(vm, items, { kind, action, extra }) {
    const data = new Uint8Array(items.length);
    for (let at = 0; at < items.length; at++) {
      const item = asInt(items[at]);
      // An item with an `__index__` of its own: the rest is converted by a native frame, on a copy of the items.
      if (item === undefined) return asking(vm, ITEMS, { items: items.slice(), data, at, kind, action, extra });
      if (!putByte(vm, data, at, item, kind)) return undefined;
    }
    return action.run(vm, data, extra);
  },
};

const UNHINTED_THEN: CollectThen<ItemsInto> = { ...ITEMS_THEN, hints: "none" };

const ITEMS: Asking<ItemsState> = {
  ask: (vm, state) => index(vm, state.items[state.at] as Value),
  take(vm, state, answer) {
    const { items, data, kind, action, extra } = state;
    if (!putByte(vm, data, state.at, asInt(answer) as number, kind)) return undefined;
    state.at++;
    return state.at < items.length ? AGAIN : action.run(vm, data, extra);
  },
};

function putByte(vm: Machine, data: Uint8Array, at: number, value: number | bigint, kind: BytesKind): boolean {
  if (value < 0 || value > 255) {
    raiseValueError(vm, `${kind === "bytes" ? "bytes" : "byte"} must be in range(0, 256)`);
    return false;
  }
  data[at] = Number(value);
  return true;
}

interface CallState {
  readonly value: Value;
  readonly method: Value;
  readonly action: BytesThen<unknown>;
  readonly extra: unknown;
}

const CALL_BYTES: Asking<CallState> = {
  ask: (vm, { method, value }) => callMethod(vm, method, value, []),
  take(vm, { action, extra }, answer) {
    const bytes = answer instanceof PyPayload ? answer.payload : answer;
    if (!(bytes instanceof PyBytes)) {
      return raiseTypeError(vm, `__bytes__ returned non-bytes (type ${typeOf(answer).name})`);
    }
    return action.run(vm, bytes.data, extra, answer);
  },
};

/** The bytes that an object is made of, as `bytes(value)` understands it except for ints and str. */
export function bytesOf<X>(vm: Machine, value: Value, action: BytesThen<X>, extra: X): Result {
  if (value instanceof PyBytes) return action.run(vm, value.data, extra);
  const method = special(value, "__bytes__");
  if (method !== undefined) {
    const state: CallState = { value, method, action: action as BytesThen<unknown>, extra };
    return asking(vm, CALL_BYTES, state);
  }
  if (isBuffer(value)) {
    const data = bufferOf(vm, value);
    return data === undefined ? undefined : action.run(vm, data.slice(), extra);
  }
  return bytesFromIterable(vm, value, "bytes", action, extra);
}
