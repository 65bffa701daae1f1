// What sys tells about the interpreter and its numbers: version_info, float_info, flags and the like.
import type { PyType } from "../../objects/type.ts";
import type { Value } from "../../objects/value.ts";
import { PyFloat } from "../../objects/numbers.ts";
import { NONE } from "../../objects/singletons.ts";
import { HASH_IMAGINARY, HASH_INFINITY, HASH_MODULUS } from "../../numeric/hash.ts";
import { newNamespace } from "../namespace.ts";
import { StructSequence, structType } from "../struct-sequence.ts";

/** `sys.maxsize`: CPython's on 64-bit machines. */
const MAX_SIZE = 9223372036854775807n;

function struct(name: string, doc: string, values: Readonly<Record<string, Value>>): StructSequence {
  const type = structType({ module: "sys", name, doc, fields: Object.keys(values) });
  return new StructSequence(type, Object.values(values));
}

const VERSION_INFO: StructSequence = struct("version_info", "The version of Python.", {
  major: 3,
  minor: 13,
  micro: 0,
  releaselevel: "final",
  serial: 0,
});

const FLOAT_INFO = struct("float_info", "How floats are represented.", {
  max: new PyFloat(Number.MAX_VALUE),
  max_exp: 1024,
  max_10_exp: 308,
  min: new PyFloat(2.2250738585072014e-308),
  min_exp: -1021,
  min_10_exp: -307,
  dig: 15,
  mant_dig: 53,
  epsilon: new PyFloat(Number.EPSILON),
  radix: 2,
  rounds: 1,
});

const INT_INFO = struct("int_info", "How ints are represented.", {
  bits_per_digit: 30,
  sizeof_digit: 4,
  default_max_str_digits: 4300,
  str_digits_check_threshold: 640,
});

const HASH_INFO = struct("hash_info", "How numbers and strings are hashed.", {
  width: 64,
  modulus: HASH_MODULUS,
  inf: HASH_INFINITY,
  nan: 0,
  imag: HASH_IMAGINARY,
  algorithm: "krait",
  hash_bits: 53,
  seed_bits: 0,
  cutoff: 0,
});

const THREAD_INFO = struct("thread_info", "How threads are implemented: there are none.", {
  name: NONE,
  lock: NONE,
  version: NONE,
});

const FLAGS = struct("flags", "The options of the interpreter.", {
  debug: 0,
  inspect: 0,
  interactive: 0,
  optimize: 0,
  dont_write_bytecode: 1,
  no_user_site: 1,
  no_site: 1,
  ignore_environment: 1,
  verbose: 0,
  bytes_warning: 0,
  quiet: 0,
  hash_randomization: 0,
  isolated: 1,
  dev_mode: false,
  utf8_mode: 1,
  warn_default_encoding: 0,
  safe_path: true,
  int_max_str_digits: 4300,
});

export const asyncgenHooksType: PyType = structType({
  module: "sys",
  name: "asyncgen_hooks",
  doc: "The hooks of asynchronous generators.",
  fields: ["firstiter", "finalizer"],
});
asyncgenHooksType.name = "asyncgen_hooks";

/** Constants that every VM may share. */
export const INFORMATION: Readonly<Record<string, Value>> = {
  version_info: VERSION_INFO,
  float_info: FLOAT_INFO,
  int_info: INT_INFO,
  hash_info: HASH_INFO,
  thread_info: THREAD_INFO,
  flags: FLAGS,
  maxsize: MAX_SIZE,
  maxunicode: 0x10ffff,
  byteorder: "little",
  platform: "krait",
  copyright: "Copyright (c) 2026 The Krait authors",
  api_version: 1013,
  hexversion: 0x030d00f0,
  version: "3.13.0 (krait)",
  dont_write_bytecode: true,
  pycache_prefix: NONE,
  executable: "",
  prefix: "",
  exec_prefix: "",
  base_prefix: "",
  base_exec_prefix: "",
  platlibdir: "lib",
  abiflags: "",
  float_repr_style: "short",
};

/** `sys.implementation`, which scripts may change: one for each VM. */
export function newImplementation(): Value {
  return newNamespace({
    name: "krait",
    cache_tag: NONE,
    version: VERSION_INFO,
    hexversion: 0x030d00f0,
  });
}
