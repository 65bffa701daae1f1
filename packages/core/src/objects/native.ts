// Functions written in TypeScript: their declaration, their parameters, and the bound form.
import {
  boolType,
  builtinFunctionType,
  bytesType,
  complexType,
  floatType,
  intType,
  strType,
  memberDescriptorType,
  methodWrapperType,
  getSetDescriptorType,
  wrapperDescriptorType,
} from "./builtin-types.ts";
import type { Machine } from "./machine.ts";
import type { PyType } from "./type.ts";
import { PyObject, type Result, SHARED_MARK, type Value } from "./value.ts";

/**
 * The body of a native function. It gets the VM, then the arguments in the order of its signature: an omitted optional
 * one is undefined, `*args` a `Value[]`, `**kwargs` a `Map<string, Value>`. A method's first argument is self.
 * It answers a value, or undefined after `raise...` or after pushing a frame (see `NativeOp`).
 */
// biome-ignore lint/suspicious/noExplicitAny: each body declares the types its own checks or its owner guarantee.
export type NativeBody = (vm: Machine, ...args: any[]) => Result;

/** One parameter of a signature. */
export interface NativeParameter {
  readonly name: string;
  readonly kind: "positional" | "any" | "varargs" | "keyword" | "varkeywords";
  readonly isOptional: boolean;
  /** The text of the default, for `help` and stubs. */
  readonly defaultText: string | null;
  /** The type as it was declared, for `help`; null for none. */
  readonly annotation: string | null;
}

/** A signature, parsed from its text on first need. */
export interface NativeSignature {
  readonly parameters: readonly NativeParameter[];
  /** How many arguments can be passed by position: at least, at most (Infinity with `*args`). */
  readonly minimum: number;
  readonly maximum: number;
  /** Some keyword-only parameter has no default. */
  readonly needsKeyword: boolean;
  /** No keyword-only, `*args` or `**kwargs`: positional arguments can be passed straight to the body. */
  readonly isPlain: boolean;
  /** The type of the result as it was declared, for `help`; null for none. */
  readonly returns: string | null;
  /** A call answers an awaitable of that. */
  readonly isAsync: boolean;
  /** Where `*args` stands, if what comes before is required and what comes after may be left out; else -1. */
  readonly rest: number;
}

/** Dunder methods that are ordinary methods in CPython too. */
const PLAIN_DUNDERS: ReadonlySet<string> = new Set([
  "__reduce__",
  "__reduce_ex__",
  "__sizeof__",
  "__dir__",
  "__format__",
  "__reversed__",
  "__length_hint__",
  "__getnewargs__",
  "__getstate__",
  "__setstate__",
  "__copy__",
  "__deepcopy__",
  "__complex__",
  "__bytes__",
  "__round__",
  "__floor__",
  "__ceil__",
  "__trunc__",
  "__enter__",
  "__exit__",
  "__subclasses__",
  "__instancecheck__",
  "__subclasscheck__",
  "__prepare__",
  "__class_getitem__",
]);

/** Whether a method of this name is a slot wrapper, as CPython's special methods are, and no plain method. */
export function isSlotName(name: string): boolean {
  return name.startsWith("__") && name.endsWith("__") && !PLAIN_DUNDERS.has(name);
}

/** The types whose methods get the payload of a subclass instance as self. */
const UNWRAPPED: ReadonlySet<PyType> = new Set([intType, boolType, floatType, complexType, strType, bytesType]);

/**
 * A native function: an immutable template shared by all VMs. `owner` is the type whose method it is; calling it
 * through that type checks its first argument.
 */
export class NativeFunction implements PyObject {
  type: PyType;
  mark: number = SHARED_MARK;
  readonly name: string;
  readonly text: string;
  readonly body: NativeBody;
  readonly owner: PyType | null;
  readonly module: string | null;
  readonly doc: string | null;
  /** The body wants the payload of a subclass instance as self, not the instance. */
  readonly needsUnwrap: boolean;
  /** The type whose `__new__` this is: errors about its arguments name the type. */
  readonly newOf: PyType | null;
  parsed: NativeSignature | null = null;
  /** Bit n: n arguments by position, up to 3, may be passed straight to the body. -1: not known yet. See interpret/calls.ts. */
  direct = -1;
  /** What `help` shows in place of the signature, where the body reads its arguments itself. */
  shown: NativeSignature | null = null;

  constructor(
    type: PyType,
    name: string,
    text: string,
    body: NativeBody,
    owner: PyType | null,
    module: string | null,
    doc: string | null,
    newOf: PyType | null = null,
  ) {
    this.type = type;
    this.name = name;
    this.newOf = newOf;
    this.text = text;
    this.body = body;
    this.owner = owner;
    this.module = module;
    this.doc = doc;
    // What `__format__` raises names the class of the instance.
    this.needsUnwrap = owner !== null && UNWRAPPED.has(owner) && name !== "__format__";
  }

  get signature(): NativeSignature {
    let signature = this.parsed;
    if (signature === null) this.parsed = signature = parseSignature(this.text, this.owner !== null);
    return signature;
  }
}

/** A native method read from an object (`builtin_function_or_method` with `__self__`, or a method-wrapper). */
export class BoundNative implements PyObject {
  type: PyType;
  mark = 0;
  readonly func: NativeFunction;
  readonly self: Value;

  constructor(func: NativeFunction, self: Value) {
    this.type = func.type === wrapperDescriptorType ? methodWrapperType : builtinFunctionType;
    this.func = func;
    this.self = self;
  }
}

/** A computed attribute of a built-in type: `getset_descriptor`, or `member_descriptor` for `__slots__`-like ones. */
export class NativeProperty extends PyObject {
  readonly name: string;
  readonly owner: PyType;
  // biome-ignore lint/suspicious/noExplicitAny: the owner guarantees the type of self.
  readonly get: (vm: Machine, self: any) => Result;
  /** Sets, or deletes when the value is undefined. Answers None, or undefined after raising. */
  // biome-ignore lint/suspicious/noExplicitAny: the owner guarantees the type of self.
  readonly set: ((vm: Machine, self: any, value: Value | undefined) => Result) | null;
  readonly doc: string | null;
  /** Its type and whether it can be set, as declared; null for those of built-in types. */
  declared: { readonly annotation: string; readonly isReadOnly: boolean } | null = null;

  constructor(
    name: string,
    owner: PyType,
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    get: (vm: Machine, self: any) => Result,
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    set: ((vm: Machine, self: any, value: Value | undefined) => Result) | null,
    isMember: boolean,
    doc: string | null = null,
  ) {
    super(isMember ? memberDescriptorType : getSetDescriptorType);
    this.mark = SHARED_MARK;
    this.name = name;
    this.owner = owner;
    this.get = get;
    this.set = set;
    this.doc = doc;
  }
}

/** A `__slots__` member of a class made by a script: the index into `PyInstance.members`. */
export class SlotMember extends PyObject {
  readonly name: string;
  readonly owner: PyType;
  readonly index: number;

  constructor(name: string, owner: PyType, index: number) {
    super(memberDescriptorType);
    this.name = name;
    this.owner = owner;
    this.index = index;
  }
}

/** A field of a namedtuple: item `index`. */
export class TupleField extends PyObject {
  readonly index: number;
  doc: Value;

  constructor(type: PyType, index: number, doc: Value) {
    super(type);
    this.index = index;
    this.doc = doc;
  }
}

/** `rest` of a signature with these parameters. */
export function restOf(parameters: readonly NativeParameter[]): number {
  const at = parameters.findIndex(({ kind }) => kind === "varargs");
  const isOther = ({ isOptional, kind }: NativeParameter, i: number) =>
    i !== at && (isOptional === i < at || (kind === "varkeywords" && i > at + 1));
  return parameters.some(isOther) ? -1 : at;
}

/**
 * Parse `"a, b=0, /, *, key=None"`. A method's text does not name `self`, which is added as positional-only.
 * The texts are ours, so a malformed one is a programming error.
 */
function parseSignature(text: string, isMethod: boolean): NativeSignature {
  const parameters: NativeParameter[] = [];
  if (isMethod)
    parameters.push({ name: "self", kind: "positional", isOptional: false, defaultText: null, annotation: null });
  let keywordOnly = false;
  for (const part of text === "" ? [] : text.split(",").map((piece) => piece.trim())) {
    if (part === "/") {
      for (let i = 0; i < parameters.length; i++) {
        const parameter = parameters[i] as NativeParameter;
        parameters[i] = { ...parameter, kind: "positional" };
      }
    } else if (part === "*") {
      keywordOnly = true;
    } else if (part.startsWith("**")) {
      parameters.push({
        name: part.slice(2),
        kind: "varkeywords",
        isOptional: true,
        defaultText: null,
        annotation: null,
      });
    } else if (part.startsWith("*")) {
      parameters.push({ name: part.slice(1), kind: "varargs", isOptional: true, defaultText: null, annotation: null });
      keywordOnly = true;
    } else {
      const equals = part.indexOf("=");
      parameters.push({
        name: equals < 0 ? part : part.slice(0, equals),
        kind: keywordOnly ? "keyword" : "any",
        isOptional: equals >= 0,
        defaultText: equals < 0 ? null : part.slice(equals + 1),
        annotation: null,
      });
    }
  }
  const byPosition = parameters.filter((p) => p.kind === "positional" || p.kind === "any");
  const hasVarArgs = parameters.some((p) => p.kind === "varargs");
  return {
    parameters,
    minimum: byPosition.filter((p) => !p.isOptional).length,
    maximum: hasVarArgs ? Number.POSITIVE_INFINITY : byPosition.length,
    needsKeyword: parameters.some((p) => p.kind === "keyword" && !p.isOptional),
    isPlain: byPosition.length === parameters.length,
    returns: null,
    isAsync: false,
    rest: restOf(parameters),
  };
}
