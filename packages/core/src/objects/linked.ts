// A code object linked into one VM: its constants as objects, its inline caches, its counters.
import type { Code } from "../bytecode/code.ts";
import { codeType } from "./builtin-types.ts";
import type { Shape } from "./shape.ts";
import type { PyType } from "./type.ts";
import { PyObject, type Value } from "./value.ts";

/** What an inline cache remembers; which fields count depends on `kind`, which each instruction defines. */
export class Cache {
  kind: number;
  /** Shape, type or object that the operand must be. */
  key: unknown;
  /** Version of `type` that must still hold; for names, the layout of the dict. */
  version: number;
  type: PyType | null;
  index: number;
  value: Value | undefined;
  /** The shape an instance takes when the store adds the attribute. */
  shape: Shape | null = null;

  constructor(
    kind: number,
    key: unknown,
    version: number,
    type: PyType | null,
    index: number,
    value: Value | undefined,
  ) {
    this.kind = kind;
    this.key = key;
    this.version = version;
    this.type = type;
    this.index = index;
    this.value = value;
  }
}

/** Python's `code` object as a VM sees it. */
export class Linked extends PyObject {
  readonly code: Code;
  readonly words: Int32Array;
  readonly constants: readonly Value[];
  readonly names: readonly string[];
  /** One place an instruction word, filled on first execution. */
  readonly caches: (Cache | undefined)[];
  readonly registerCount: number;
  readonly localCount: number;
  readonly positionalCount: number;
  /** A plain function that takes exactly `positionalCount` positional arguments: the fast call. */
  readonly isSimple: boolean;
  /** Frames of the prelude do not show in tracebacks. */
  readonly isHidden: boolean;

  constructor(code: Code, constants: readonly Value[], isSimple: boolean, isHidden: boolean) {
    super(codeType);
    const fields = code.fields;
    this.code = code;
    this.words = fields.words;
    this.constants = constants;
    this.names = fields.names;
    this.caches = [];
    for (let i = 0; i < fields.words.length; i++) this.caches.push(undefined);
    this.registerCount = fields.registerCount;
    this.localCount = fields.localNames.length;
    this.positionalCount = fields.positionalCount;
    this.isSimple = isSimple;
    this.isHidden = isHidden;
  }
}
