// The type of sha512 hashes: what str and bytes seeds of random are made with.
import type { Machine } from "../../objects/machine.ts";
import { newBytes } from "../../objects/make.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import { NONE } from "../../objects/singletons.ts";
import type { PyType } from "../../objects/type.ts";
import { PyObject, type Result, type Value } from "../../objects/value.ts";
import { copySha512, digestSha512, newSha512, type Sha512, updateSha512 } from "../../numeric/sha512.ts";
import { hexOfBytes } from "../../text/hex.ts";
import { bufferOf } from "../../protocol/buffer.ts";
import { more, pushNative } from "../../protocol/frames.ts";
import { raiseTypeError } from "../../protocol/raise.ts";
import { defineType, member, method } from "../../types/define.ts";
import { moduleType } from "../module-type.ts";

class HashObject extends PyObject {
  readonly hash: Sha512;

  constructor(hash: Sha512) {
    super(hashType);
    this.hash = hash;
  }
}

/** Bytes hashed in one step. */
const STRIDE = 1 << 16;

interface HashState {
  readonly hash: Sha512;
  readonly data: Uint8Array;
  at: number;
  readonly answer: Value;
}

const hashOp: NativeOp<HashState> = {
  name: "sha512",
  step(vm, state) {
    const { hash, data, answer } = state;
    updateSha512(hash, data.subarray(state.at, state.at + STRIDE));
    state.at += STRIDE;
    return state.at < data.length ? more(vm) : answer;
  },
};

function update(vm: Machine, hash: Sha512, data: Value, answer: Value): Result {
  if (typeof data === "string") return raiseTypeError(vm, "Strings must be encoded before hashing");
  const bytes = bufferOf(vm, data);
  if (bytes === undefined) return undefined;
  if (bytes.length > STRIDE) return pushNative(vm, hashOp, { hash, data: bytes.slice(), at: 0, answer });
  updateSha512(hash, bytes);
  return answer;
}

export const hashType: PyType = moduleType("_sha2", "SHA512Type", { isBase: false });
defineType(hashType, null, {
  update: method("obj, /", (vm, self: HashObject, data: Value) => update(vm, self.hash, data, NONE)),
  digest: method("", (_vm, self: HashObject) => newBytes(digestSha512(self.hash))),
  hexdigest: method("", (_vm, self: HashObject) => hexOfBytes(digestSha512(self.hash))),
  copy: method("", (_vm, self: HashObject) => new HashObject(copySha512(self.hash))),
  name: member(() => "sha512"),
  digest_size: member(() => 64),
  block_size: member(() => 128),
});

/** `_sha2.sha512(data)`. */
export function sha512(vm: Machine, data?: Value): Result {
  const made = new HashObject(newSha512());
  return data === undefined ? made : update(vm, made.hash, data, made);
}
