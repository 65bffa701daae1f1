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

/** What has not run yet has neither constants nor caches. */
const NOT_YET: readonly never[] = Object.freeze([]);

/** Python's `code` object as a VM sees it; what it needs to run is made by `prepare` (protocol/link.ts). */
export class Linked extends PyObject {
  code: Code;
  words: Int32Array;
  constants: readonly Value[] = NOT_YET;
  names: readonly string[];
  /** One place an instruction word, filled on first execution. */
  caches: (Cache | undefined)[] = NOT_YET as never[];
  registerCount: number;
  localCount: number;
  /** Registers from here on are temporaries of expressions; those below are locals and cells of the closure. */
  firstTemporary: number;
  readonly positionalCount: number;
  /** A plain function that takes exactly `positionalCount` positional arguments: the fast call. False until it is prepared. */
  isSimple = false;
  /** A plain function without `*args` and `**kwargs`. False until it is prepared. */
  isFixed = false;
  /** Frames of the prelude do not show in tracebacks. */
  readonly isHidden: boolean;
  isPrepared = false;

  constructor(code: Code, isHidden: boolean) {
    super(codeType);
    const fields = code.fields;
    this.code = code;
    this.words = fields.words;
    this.names = fields.names;
    this.registerCount = fields.registerCount;
    this.localCount = fields.localNames.length;
    this.firstTemporary = this.localCount + fields.freeNames.length;
    this.positionalCount = fields.positionalCount;
    this.isHidden = isHidden;
  }

  /** Go on with the whole of a code of which only the outline was known, before anything of it has run. */
  complete(code: Code): void {
    const fields = code.fields;
    this.code = code;
    this.words = fields.words;
    this.names = fields.names;
    this.registerCount = fields.registerCount;
    this.localCount = fields.localNames.length;
    this.firstTemporary = this.localCount + fields.freeNames.length;
  }
}
