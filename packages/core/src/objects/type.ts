// Type objects: name, bases, method resolution order, namespace, and the caches of attribute look-up.
import { Shape } from "./shape.ts";
import type { Follower } from "./follower.ts";
import type { Machine } from "./machine.ts";
import { PyObject, type Result, SHARED_MARK, type Value } from "./value.ts";

/** How instances of a type behave as keys of dicts and sets; see `PyType.keyKind`. */
export enum KeyKind {
  Unknown,
  /** `__hash__` and `__eq__` are those of object. */
  Identity,
  /** Hash and equality are native and structural (tuple, frozenset, bytes, ...). */
  Structural,
  /** A payload instance that hashes as its payload. */
  Payload,
  /** A `__hash__` or `__eq__` written in Python decides. */
  Foreign,
  Unhashable,
}

/** Names whose look-up a type remembers. */
const LOOKUP_LIMIT = 2_048;

export interface TypeOptions {
  readonly name: string;
  readonly module?: string;
  readonly bases: readonly PyType[];
  /** Makes a bare instance; inherited from the first base when absent. Null: instances cannot be made. */
  readonly allocate?: ((type: PyType) => PyObject) | null;
  /** Whether classes may derive from it; true when absent. */
  readonly isBase?: boolean;
  readonly hasDict?: boolean;
}

/**
 * A Python type. Built-in types are shared by all VMs and sealed once their methods are in (`isBuiltin`, never changed by
 * a script); classes made by scripts belong to one VM.
 */
export class PyType extends PyObject {
  name: string;
  qualifiedName: string;
  bases: readonly PyType[];
  /** The base whose layout instances have (`__base__`); null for object. */
  base: PyType | null;
  /** The type in the line of `base` that added to the layout of instances last: two of them exclude each other. */
  solid: PyType;
  /** The type itself first, then its ancestors in C3 order. */
  mro: readonly PyType[];
  /** Gives a built-in type its methods, which takes longer than a short script; null once it has, undefined for all others. */
  definition: (() => void) | null | undefined = undefined;
  readonly isBuiltin: boolean;
  isBase: boolean;
  /** A class of the library's own Python that passes for a built-in one: messages name it so, and a script cannot change it. */
  isSealed = false;
  /** Whether instances have a `__dict__`. */
  hasDict: boolean;
  /** Count of `__slots__` members over the whole hierarchy. */
  memberCount = 0;
  /** The built-in type that decides the layout of instances (object for ordinary classes). */
  layout: PyType;
  allocate: ((type: PyType) => PyObject) | null;
  /** Changes whenever the namespace, the bases or those of an ancestor change; inline caches compare it. */
  version = 1;
  /** Cached by protocol/hash.ts; reset on change. */
  keyKind: KeyKind = KeyKind.Unknown;
  isAbstract = false;
  /** What `__dict__` answered last, and for which version; see protocol/class-namespace.ts. */
  namespaceView: { readonly version: number; readonly proxy: PyObject } | null = null;
  /**
   * When calling the class is just making a bare instance and running an `__init__` written in Python: that function.
   * Null: it is more. Undefined: not known yet. Cached by interpret/calls.ts; reset on change.
   */
  plainInit: PyObject | null | undefined = undefined;
  /** The native `__new__` that alone makes instances of a built-in type; null when there is none, undefined when unknown. */
  plainNew: PyObject | null | undefined = undefined;
  /** The native function that makes instances of exactly this type, `__init__` included, of positional arguments; null where `__new__` does. */
  maker: PyObject | null = null;
  /** The next item of an iterator of this very type, or DONE, where no Python runs for it; undefined after raising. */
  leafItem: ((vm: Machine, iterator: never) => Result) | null = null;
  /**
   * The body of the own `__next__` of a built-in type, which needs no look at its receiver and arguments; null where there is
   * none. Cached by protocol/iterate.ts.
   */
  ownNext: ((vm: Machine, self: Value) => Result) | null | undefined = undefined;
  /** The native `__call__` of a built-in type itself that takes one argument; null where there is none. Cached by protocol/call-plainly.ts. */
  ownCall: PyObject | null | undefined = undefined;
  /** Attributes are read as `object` does, with no `__getattr__`; cached by protocol/attribute.ts, reset on change. */
  readsPlainly: boolean | undefined = undefined;
  /** Calling the class just makes an exception that holds the arguments; cached by protocol/plain-exception.ts. */
  isPlainException: boolean | undefined = undefined;
  /**
   * `await` of an instance, where that needs no iterator: answers the value, or undefined after raising, parking the fiber or
   * pushing a frame; `isYielded`: an awaiter has yielded it. Null for all other types, subclasses among them.
   */
  waits: ((vm: Machine, self: never, isYielded?: boolean) => Result) | null = null;
  /**
   * Begins what an `await` of an instance waits for, where no fiber needs to: a follower is told. Answers the number to call it
   * off by; 0 when it has been told already. Null for all other types, subclasses among them.
   */
  follows: ((vm: Machine, self: never, follower: Follower) => number) | null = null;
  /** One undefined for each slot that instances were seen to need: copied for a new instance. */
  readonly emptySlots: undefined[] = [];
  /** Direct subclasses of a type of this VM; those of built-in types stand in `Machine.subclasses`. */
  subclasses: PyType[] = [];
  /** Names in the shapes of its instances, counted once for each shape: what these take up grows with it. */
  shapedNames = 0;
  /** `module.name` for natives; scripts' classes have `__module__` in the namespace. */
  readonly module: string;

  #namespace: Map<string, Value> | null = null;
  #lookup: Map<string, Value | undefined> | null = null;
  #rootShape: Shape | null = null;
  #dictShape: Shape | null = null;

  constructor(metatype: PyType | null, options: TypeOptions, isBuiltin: boolean) {
    super(metatype as PyType);
    // `type` is its own metatype, and the only type made without one.
    if (metatype === null) this.type = this;
    this.name = options.name;
    this.qualifiedName = options.name;
    this.module = options.module ?? "builtins";
    this.bases = options.bases;
    this.isBuiltin = isBuiltin;
    if (isBuiltin) this.mark = SHARED_MARK;
    this.isBase = options.isBase ?? true;
    const first = options.bases[0];
    this.base = first ?? null;
    this.hasDict = options.hasDict ?? first?.hasDict ?? false;
    this.allocate = options.allocate === undefined ? (first?.allocate ?? null) : options.allocate;
    this.layout = options.allocate !== undefined || first === undefined ? this : first.layout;
    this.solid = options.allocate !== undefined || first === undefined ? this : first.solid;
    this.memberCount = first?.memberCount ?? 0;
    // Built-in types have single inheritance; scripts' classes get their C3 order from protocol/class.ts.
    this.mro = first === undefined ? [this] : [this, ...first.mro];
  }

  /** The class namespace (`__dict__`), in definition order. */
  get namespace(): Map<string, Value> {
    this.#namespace ??= new Map();
    if (this.definition) this.definition();
    return this.#namespace;
  }

  /** The attribute `name` as found along the MRO, unbound; undefined when no class has it. */
  lookup(name: string): Value | undefined {
    let known = this.#lookup;
    if (known !== null) {
      const cached = known.get(name);
      // A miss is cached as an entry that holds undefined.
      if (cached !== undefined || known.has(name)) return cached;
    }
    // A script may ask for any number of names, of shared types too.
    if (known === null || known.size >= LOOKUP_LIMIT) this.#lookup = known = new Map();
    let found: Value | undefined;
    for (const type of this.mro) {
      found = type.namespace.get(name);
      if (found !== undefined) break;
    }
    known.set(name, found);
    return found;
  }

  /** The class along the MRO whose namespace holds `name`. */
  ownerOf(name: string): PyType | undefined {
    return this.mro.find((type) => type.namespace.has(name));
  }

  /** Whether this is `other` or derives from it (by MRO, with no Python code run). */
  isSubtype(other: PyType): boolean {
    return this === other || this.mro.includes(other);
  }

  /** The empty shape of instances. */
  rootShape(): Shape {
    let shape = this.#rootShape;
    if (shape === null) this.#rootShape = shape = new Shape(this, []);
    return shape;
  }

  /** The shape of instances that keep their attributes in a dict: it has no names and never grows. */
  dictShape(): Shape {
    let shape = this.#dictShape;
    if (shape === null) this.#dictShape = shape = new Shape(this, []);
    return shape;
  }

  /** Forget what was cached about this type and all that derive from it: call after every change. */
  changed(): void {
    const stack: PyType[] = [this];
    for (let type = stack.pop(); type !== undefined; type = stack.pop()) {
      type.version++;
      type.keyKind = KeyKind.Unknown;
      type.plainInit = undefined;
      type.plainNew = undefined;
      type.isPlainException = undefined;
      type.readsPlainly = undefined;
      type.#lookup = null;
      for (const subclass of type.subclasses) stack.push(subclass);
    }
  }
}

/** Whether an object of any origin is a Python object. Of others it reads nothing, which could run a getter. */
export function isPythonObject(value: object): boolean {
  return "mark" in value && (value as Partial<PyObject>).type instanceof PyType;
}
