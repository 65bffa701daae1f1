// The declaration of a native class: objects of the host's that Python makes, reads, changes and derives from.
import { checkKeys, type Kind, shown } from "../check-keys.ts";
import type { PythonError, TerminatedError } from "../errors.ts";
import { classCodec } from "./class-codec.ts";
import { ClassTemplate, type MemberSpec, type PayloadClass } from "./class-template.ts";
import {
  type Borrow,
  type CallContext,
  declare,
  type FunctionOptions,
  isFunctionSpec,
  type NativeFunctionSpec,
} from "./native-function.ts";
import { isInPlace, METHOD_NAMES, OPERATORS } from "./operators.ts";
import { type Arguments, checkParameters, type Parameter, positional } from "./parameters.ts";
import { isPythonName } from "./python-name.ts";
import { checkType, type Codec, TypeSpec } from "./type-spec.ts";

/** What a native class is declared with. */
export interface ClassOptions<Payload extends object> {
  /** Its docstring; default: none. */
  readonly doc?: string;
  /** A native class that this one derives from, as its payload's class does. */
  readonly base?: ClassTemplate;
  /**
   * The JavaScript class of the payloads: what is of another is refused, and an object of it becomes one of this class
   * wherever a value is converted.
   */
  readonly payload?: PayloadClass<Payload>;
  /** Payloads never change: no setters, no exclusive methods, no borrow flag; default false. */
  readonly frozen?: boolean;
  /** One payload is one Python object per VM: `is` holds; default true. Values such as vectors do without. */
  readonly identity?: boolean;
  /** How many released payloads each VM keeps, to make new objects of; default 0. */
  readonly pool?: number;
}

/** A method's parts: `call` gets the payload first. `borrow` defaults to "shared". */
export interface MethodOptions<Parameters extends readonly Parameter<unknown>[], Result>
  extends FunctionOptions<Parameters, Result> {
  /** How the payload is borrowed for the call; default "shared". */
  readonly borrow?: Borrow;
}

const OPTIONS: Readonly<Record<string, Kind>> = {
  doc: "string",
  base: "any",
  payload: "any",
  frozen: "boolean",
  identity: "boolean",
  pool: "number",
};
const CONSTRUCT: Readonly<Record<string, Kind>> = {
  parameters: "any",
  create: "function",
  reuse: "function",
  doc: "string",
};
const PROPERTY: Readonly<Record<string, Kind>> = { type: "any", get: "function", set: "function", doc: "string" };
const CONTEXT: Readonly<Record<string, Kind>> = { enter: "function", returns: "any", exit: "function" };
/** What methods and operators have besides what every function has. */
const METHOD: Readonly<Record<string, Kind>> = { borrow: "any" };
const OPERATOR: Readonly<Record<string, Kind>> = { borrow: "any", operand: "any" };

/**
 * A class for Python around objects of the host's, its payloads. Add members, then list it in a module; once a VM has
 * used it nothing more can be added. Each method of this class answers it, so calls can be chained, and throws TypeError
 * for a declaration that Python could not have.
 */
export class NativeClass<Payload extends object> extends ClassTemplate {
  /** An instance, in declarations: read from for the length of a call. */
  readonly type: TypeSpec<Payload>;
  /** An instance that a call changes: nobody else may use it meanwhile. */
  readonly exclusive: TypeSpec<Payload>;

  /** Throws TypeError for unknown options or wrong types. */
  constructor(name: string, options: ClassOptions<Payload> = {}) {
    const owner = `NativeClass '${shown(name)}'`;
    const fail = (problem: string): TypeError => new TypeError(`${owner}: ${problem}`);
    if (!isPythonName(name)) throw fail("a name of Python is expected");
    checkKeys(owner, options, OPTIONS);
    const { doc = null, base = null, payload = null, frozen = false, identity = true, pool = 0 } = options;
    if (base !== null && !(base instanceof ClassTemplate)) throw fail("option 'base' must be a NativeClass");
    // Of a function without a prototype nothing can be an instance.
    const hasInstances = typeof payload === "function" && typeof payload.prototype === "object";
    if (payload !== null && !hasInstances) throw fail("option 'payload' must be a class");
    if (!Number.isSafeInteger(pool) || pool < 0) {
      throw fail(`option 'pool' must be a whole number from 0, not ${String(pool)}`);
    }
    super(name, doc, base, payload, { isFrozen: frozen, keepsIdentity: identity, poolSize: pool });
    const codec = classCodec(this) as unknown as Codec<Payload>;
    this.type = new TypeSpec<Payload>(name, codec, [this], this.isFrozen ? null : "shared");
    this.exclusive = new TypeSpec<Payload>(name, codec, [this], this.isFrozen ? null : "exclusive");
  }

  /**
   * How Python makes an instance. `reuse` puts a released payload, of a class with a pool, into the state that `create`
   * with the same arguments gives; without it released payloads are dropped.
   */
  construct<const Parameters extends readonly Parameter<unknown>[] = []>(options: {
    readonly parameters?: Parameters;
    readonly create: (...args: Arguments<Parameters>) => Payload;
    readonly reuse?: (payload: Payload, ...args: Arguments<Parameters>) => void;
    readonly doc?: string;
  }): this {
    this.#check("construct");
    checkKeys(this.#of("construct"), options, CONSTRUCT, "key");
    const { parameters = [], create, reuse = null, doc = null } = options;
    if (create === undefined) throw this.#error("construct: 'create' must be a function");
    if (this.construction !== null) throw this.#error("construct: there is a constructor already");
    checkParameters(this.#of("construct"), parameters);
    this.construction = { parameters, create: create as never, reuse: reuse as never, doc };
    return this;
  }

  /** An attribute that is computed; without `set` Python cannot assign it. Getting borrows shared, setting exclusive. */
  property<T>(
    name: string,
    options: {
      readonly type: TypeSpec<T>;
      readonly get: (payload: Payload) => T;
      readonly set?: (payload: Payload, value: T) => void;
      readonly doc?: string;
    },
  ): this {
    const what = `property '${shown(name)}'`;
    checkKeys(this.#of(what), options, PROPERTY, "key");
    const { type, get, set = null, doc = null } = options;
    checkType(this.#of(what), "'type'", type);
    if (get === undefined) throw this.#error(`${what}: 'get' must be a function`);
    if (set !== null && !this.canChange()) throw this.#error(`${what} has a setter, but the class is frozen`);
    return this.#add(name, { kind: "property", type: type as TypeSpec<unknown>, get, set: set as never, doc });
  }

  /** A method that answers at once. `borrow: "exclusive"` for one that changes the payload. */
  method<const Parameters extends readonly Parameter<unknown>[] = [], Result = unknown>(
    name: string,
    options: MethodOptions<Parameters, Result> & {
      readonly call: (payload: Payload, ...args: Arguments<Parameters>) => Result;
    },
  ): this {
    return this.#addMethod(name, "sync", options);
  }

  /** A method that Python awaits; it holds its borrow until its Promise has settled or nobody waits for it. */
  asyncMethod<const Parameters extends readonly Parameter<unknown>[] = [], Result = unknown>(
    name: string,
    options: MethodOptions<Parameters, Result> & {
      readonly call: (payload: Payload, ...args: [...Arguments<Parameters>, CallContext]) => Promise<Result>;
    },
  ): this {
    return this.#addMethod(name, "async", options);
  }

  /** A method that Python just calls: the script waits for its Promise, with the borrow held. */
  blockingMethod<const Parameters extends readonly Parameter<unknown>[] = [], Result = unknown>(
    name: string,
    options: MethodOptions<Parameters, Result> & {
      readonly call: (payload: Payload, ...args: [...Arguments<Parameters>, CallContext]) => Promise<Result> | Result;
    },
  ): this {
    return this.#addMethod(name, "blocking", options);
  }

  /** A function that lives on the class. */
  staticMethod(name: string, func: NativeFunctionSpec): this {
    if (!isFunctionSpec(func)) {
      throw this.#error(
        `static method '${shown(name)}' must be made with nativeFunction or its kin, not ${shown(func)}`,
      );
    }
    return this.#add(name, { kind: "static", func });
  }

  /** A value that lives on the class. */
  constant<T>(name: string, type: TypeSpec<T>, value: T): this {
    checkType(this.#of(`constant '${shown(name)}'`), "'type'", type);
    return this.#add(name, { kind: "constant", type: type as TypeSpec<unknown>, value });
  }

  /**
   * An operator of two operands, such as `__add__`, `__rmul__`, `__iadd__` or `__lt__`: an operand that is not of the
   * declared type makes it answer NotImplemented. In-place forms borrow their object exclusively.
   */
  operator<Operand, Result>(
    name: string,
    options: {
      readonly operand: TypeSpec<Operand>;
      readonly returns: TypeSpec<Result>;
      readonly borrow?: Borrow;
      readonly call: (payload: Payload, operand: Operand) => Result;
    },
  ): this {
    if (!OPERATORS.has(name)) throw this.#error(`there is no operator '${shown(name)}' of two operands`);
    const owner = this.#of(`operator '${name}'`);
    checkKeys(owner, options, { operand: "any", returns: "any", borrow: "any", call: "any" }, "key");
    const { operand, borrow = isInPlace(name) ? "exclusive" : "shared" } = options;
    checkType(owner, "'operand'", operand);
    const parameters = [positional("other", operand)];
    const func = declare(owner, "sync", { ...options, parameters }, OPERATOR);
    return this.#add(name, { kind: "method", func, borrow: this.#borrow(name, borrow), isOperator: true });
  }

  /**
   * Makes instances context managers: `with` answers what `enter` does, of the type `returns`, or without that the instance
   * itself. `exit` gets the exception that ended the block, or null; true suppresses it. When a limit, `terminate` or
   * `close` ends a script within the block, no Python runs but `exit` does, with a TerminatedError. Both borrow exclusively.
   */
  context<Entered = void>(options: {
    readonly enter?: (payload: Payload) => Entered;
    readonly returns?: TypeSpec<Entered>;
    readonly exit: (payload: Payload, error: PythonError | TerminatedError | null) => boolean | undefined | void;
  }): this {
    const owner = this.#of("context");
    checkKeys(owner, options, CONTEXT, "key");
    const { enter = null, returns = null, exit } = options;
    if (exit === undefined) throw this.#error("context: 'exit' must be a function");
    if (returns !== null) checkType(owner, "'returns'", returns);
    if (this.members.has("__exit__")) throw this.#error("member '__exit__' is there already");
    const returned = returns as TypeSpec<unknown> | null;
    return this.#add("__enter__", { kind: "context", enter: enter as never, returns: returned, exit: exit as never });
  }

  /** Called with the payload of an instance that Python has released; classes with it or a pool have `release()`. */
  onRelease(hook: (payload: Payload) => void): this {
    this.#check("onRelease");
    if (typeof hook !== "function") throw this.#error(`onRelease: a function is expected, not ${shown(hook)}`);
    if (this.members.has("release")) throw this.#error("member 'release' is there already");
    this.releaseHook = hook;
    return this;
  }

  /** Make the Python objects of a payload unusable, in every VM: its unit has died. Answers whether there were any. */
  invalidate(payload: Payload): boolean {
    return this.invalidateShell(payload);
  }

  /** @internal Whether payloads may have setters. */
  canChange(): boolean {
    return !this.isFrozen;
  }

  #addMethod(
    name: string,
    mode: NativeFunctionSpec["mode"],
    options: MethodOptions<readonly Parameter<unknown>[], unknown> & { readonly call: unknown },
  ): this {
    const func = declare(this.#of(`method '${shown(name)}'`), mode, options, METHOD);
    const { borrow = "shared" } = options;
    return this.#add(name, { kind: "method", func, borrow: this.#borrow(name, borrow), isOperator: false });
  }

  #borrow(name: string, borrow: Borrow): Borrow | null {
    if (borrow !== "shared" && borrow !== "exclusive") {
      throw this.#error(`method '${shown(name)}': 'borrow' must be "shared" or "exclusive", not ${shown(borrow)}`);
    }
    if (!this.isFrozen) return borrow;
    if (borrow === "exclusive")
      throw this.#error(`method '${shown(name)}' borrows exclusively, but the class is frozen`);
    return null;
  }

  #add(name: string, member: MemberSpec): this {
    if (!isPythonName(name)) throw this.#error(`member '${shown(name)}': a name of Python is expected`);
    this.#check(name);
    const isSpecial = name.startsWith("__") && name.endsWith("__");
    if (isSpecial && !OPERATORS.has(name) && !METHOD_NAMES.has(name)) {
      throw this.#error(`member '${name}': this special name cannot be declared`);
    }
    const isTaken =
      this.members.has(name) ||
      (name === "release" && this.isReleasable) ||
      (name === "__exit__" && this.members.get("__enter__")?.kind === "context");
    if (isTaken) throw this.#error(`member '${name}' is there already`);
    this.members.set(name, member);
    return this;
  }

  #check(name: string): void {
    if (this.isSealed) throw this.#error(`'${name}' comes too late: a VM uses the class already`);
  }

  /** How errors name a part of the class. */
  #of(part: string): string {
    return `NativeClass '${this.name}': ${part}`;
  }

  #error(problem: string): TypeError {
    return new TypeError(this.#of(problem));
  }
}
