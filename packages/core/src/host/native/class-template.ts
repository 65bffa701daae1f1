// What a native class is to the engine: its members as data, its place among its bases, the shells of its payloads.
import { Shell } from "../../objects/native-instance.ts";
import type { PythonError, TerminatedError } from "../errors.ts";
import type { Borrow, NativeFunctionSpec } from "./native-function.ts";
import type { Parameter } from "./parameters.ts";
import type { TypeSpec } from "./type-spec.ts";

/** A method of a class, with how it borrows its object. */
export interface MethodSpec {
  readonly kind: "method";
  readonly func: NativeFunctionSpec;
  readonly borrow: Borrow | null;
  /** An argument of another type is answered with NotImplemented. */
  readonly isOperator: boolean;
}

export interface StaticMethodSpec {
  readonly kind: "static";
  readonly func: NativeFunctionSpec;
}

export interface PropertySpec {
  readonly kind: "property";
  readonly type: TypeSpec<unknown>;
  readonly get: (payload: never) => unknown;
  readonly set: ((payload: never, value: never) => void) | null;
  readonly doc: string | null;
}

export interface ConstantSpec {
  readonly kind: "constant";
  readonly type: TypeSpec<unknown>;
  readonly value: unknown;
}

export interface ContextSpec {
  readonly kind: "context";
  readonly enter: ((payload: never) => unknown) | null;
  /** The type of what `enter` answers; null: `with` answers the instance itself. */
  readonly returns: TypeSpec<unknown> | null;
  readonly exit: (payload: never, error: PythonError | TerminatedError | null) => boolean | undefined | void;
}

export type MemberSpec = MethodSpec | StaticMethodSpec | PropertySpec | ConstantSpec | ContextSpec;

export interface ConstructorSpec {
  readonly parameters: readonly Parameter<unknown>[];
  readonly create: (...args: never[]) => object;
  readonly reuse: ((payload: never, ...args: never[]) => void) | null;
  readonly doc: string | null;
}

/** The JavaScript class of some payloads. */
export type PayloadClass<Payload extends object = object> = abstract new (...args: never[]) => Payload;

/** The part of `NativeClass` that does not know the type of its payloads. */
export class ClassTemplate {
  /** As Python calls it. */
  readonly name: string;
  /** Its docstring; null for none. */
  readonly doc: string | null;
  /** The native class that it derives from; null for none. */
  readonly base: ClassTemplate | null;
  /** Its payloads never change. */
  readonly isFrozen: boolean;
  /** One payload is one Python object in each VM. */
  readonly keepsIdentity: boolean;
  /** How many released payloads each VM keeps. */
  readonly poolSize: number;
  /** @internal */
  readonly members: Map<string, MemberSpec> = new Map();
  /** @internal */
  construction: ConstructorSpec | null = null;
  /** @internal */
  releaseHook: ((payload: never) => void) | null = null;
  /** @internal The name of the module that lists the class. */
  module: string | null = null;
  /** @internal A VM uses the class: nothing can be added any more. */
  isSealed = false;
  readonly #payloadClass: PayloadClass | null;
  readonly #shells: WeakMap<object, Shell>;
  readonly #derived: ClassTemplate[] = [];

  /** @internal */
  constructor(
    name: string,
    doc: string | null,
    base: ClassTemplate | null,
    payloadClass: PayloadClass | null,
    traits: { readonly isFrozen: boolean; readonly keepsIdentity: boolean; readonly poolSize: number },
  ) {
    this.name = name;
    this.doc = doc;
    this.base = base;
    this.isFrozen = traits.isFrozen || (base?.isFrozen ?? false);
    this.keepsIdentity = traits.keepsIdentity;
    this.poolSize = traits.poolSize;
    this.#payloadClass = payloadClass;
    this.#shells = base === null ? new WeakMap() : base.#shells;
    if (base !== null) base.#derived.push(this);
  }

  /** @internal Whether instances have `release()`. */
  get isReleasable(): boolean {
    return this.poolSize > 0 || this.releaseHook !== null;
  }

  /** @internal Nothing can be added any more, nor to its bases. */
  seal(): void {
    this.isSealed = true;
    this.base?.seal();
  }

  /** @internal */
  derivesFrom(other: ClassTemplate): boolean {
    return this === other || (this.base?.derivesFrom(other) ?? false);
  }

  /** @internal The most derived class that a payload of this class belongs to. */
  derivedFor(payload: object): ClassTemplate {
    for (const each of this.#derived) {
      if (each.#payloadClass !== null && payload instanceof each.#payloadClass) return each.derivedFor(payload);
    }
    return this;
  }

  /** @internal Whether an object of the host's is a payload of this class. */
  owns(value: object): boolean {
    return this.#payloadClass === null ? this.#shells.has(value) : value instanceof this.#payloadClass;
  }

  /** @internal Whether a payload may become an instance. */
  accepts(value: unknown): value is object {
    if (typeof value !== "object" || value === null) return false;
    return this.#payloadClass === null || value instanceof this.#payloadClass;
  }

  /** @internal The shell of a payload: the same one each time where identity is kept. */
  shellFor(payload: object): Shell {
    if (!this.keepsIdentity) return new Shell(payload);
    let shell = this.#shells.get(payload);
    if (shell === undefined) {
      shell = new Shell(payload);
      this.#shells.set(payload, shell);
    }
    return shell;
  }

  /** @internal The payload that lies in a shared memory; undefined when it is none of this class. */
  payloadIn(_memory: SharedArrayBuffer): object | undefined {
    return undefined;
  }

  /** @internal Make the shell of a payload unusable, in every VM; false when there is none. */
  invalidateShell(payload: object): boolean {
    const shell = this.#shells.get(payload);
    if (shell === undefined) return false;
    shell.payload = null;
    this.#shells.delete(payload);
    return true;
  }
}
