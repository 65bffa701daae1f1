// The parameters of a native function, as its declaration lists them.
import type { NativeParameter, NativeSignature } from "../../objects/native.ts";
import { parameterParts } from "../../objects/signature-text.ts";
import { shown } from "../check-keys.ts";
import { literalText } from "./literal-text.ts";
import { isPythonName } from "./python-name.ts";
import { checkType, TypeSpec } from "./type-spec.ts";

/** One parameter; `T` is the type of the argument in TypeScript. Made by `arg`, `positional`, `keyword`, `rest`, `keywordRest`. */
export interface Parameter<T> {
  /** As Python calls it. */
  readonly name: string;
  /** The type of the argument, or of each one that it gathers. */
  readonly type: TypeSpec<T>;
  /** How callers pass it. */
  readonly kind: NativeParameter["kind"];
  /** It has a default. */
  readonly isOptional: boolean;
  /** What an omitted argument is. */
  readonly fallback: T | undefined;
  /** The default as Python writes it; null for none. */
  readonly defaultText: string | null;
}

/** The TypeScript types of the arguments of a list of parameters. */
export type Arguments<Parameters extends readonly Parameter<unknown>[]> = {
  [At in keyof Parameters]: Parameters[At] extends Parameter<infer T> ? T : never;
};

/** A parameter that callers pass by position or by name; with a default it is optional. */
export function arg<T>(name: string, type: TypeSpec<T>, fallback?: T): Parameter<T> {
  return parameter(name, type, "any", fallback);
}

/** A parameter that callers pass by position alone. */
export function positional<T>(name: string, type: TypeSpec<T>, fallback?: T): Parameter<T> {
  return parameter(name, type, "positional", fallback);
}

/** A parameter that callers pass by name alone. */
export function keyword<T>(name: string, type: TypeSpec<T>, fallback?: T): Parameter<T> {
  return parameter(name, type, "keyword", fallback);
}

/** `*name`: the positional arguments that are left, as an array. */
export function rest<T>(name: string, type: TypeSpec<T>): Parameter<T[]> {
  return gathering(name, type, "varargs", []);
}

/** `**name`: the keyword arguments that are left, as an object. */
export function keywordRest<T>(name: string, type: TypeSpec<T>): Parameter<Record<string, T>> {
  return gathering(name, type, "varkeywords", {});
}

/** A parameter that gathers many arguments, each of one type. */
function gathering<Each, T>(
  name: string,
  type: TypeSpec<Each>,
  kind: NativeParameter["kind"],
  fallback: T,
): Parameter<T> {
  check(name, type);
  const each = new TypeSpec<T>(type.annotation, type.codec as never, type.classes);
  return new CheckedParameter<T>(name, each, kind, fallback, null);
}

function parameter<T>(
  name: string,
  type: TypeSpec<T>,
  kind: NativeParameter["kind"],
  fallback: T | undefined,
): Parameter<T> {
  check(name, type);
  const defaultText = fallback === undefined ? null : literalText(fallback, type.annotation.startsWith("float"));
  return new CheckedParameter<T>(name, type, kind, fallback, defaultText);
}

function check(name: string, type: unknown): void {
  if (!isPythonName(name)) throw new TypeError(`parameter '${shown(name)}': a name of Python is expected`);
  checkType(`parameter '${name}'`, "'type'", type);
}

/** A parameter that was checked, and stays as it is; nothing else is taken for one. */
class CheckedParameter<T> implements Parameter<T> {
  readonly name: string;
  readonly type: TypeSpec<T>;
  readonly kind: NativeParameter["kind"];
  readonly isOptional: boolean;
  readonly fallback: T | undefined;
  readonly defaultText: string | null;

  constructor(
    name: string,
    type: TypeSpec<T>,
    kind: NativeParameter["kind"],
    fallback: T | undefined,
    defaultText: string | null,
  ) {
    this.name = name;
    this.type = type;
    this.kind = kind;
    this.isOptional = fallback !== undefined;
    this.fallback = fallback;
    this.defaultText = defaultText;
    Object.freeze(this);
  }
}

/** The order that Python wants: positional-only, by position or name, `*args`, keyword-only, `**kwargs`. */
const ORDER: Readonly<Record<NativeParameter["kind"], number>> = {
  positional: 0,
  any: 1,
  varargs: 2,
  keyword: 3,
  varkeywords: 4,
};

/** Throws TypeError when Python could not have such parameters; `owner` names the function. */
export function checkParameters(owner: string, parameters: readonly Parameter<unknown>[]): void {
  if (!Array.isArray(parameters)) {
    throw new TypeError(`${owner}: 'parameters' must be an array, not ${shown(parameters)}`);
  }
  let previous: Parameter<unknown> | null = null;
  const names = new Set<string>();
  for (const [at, each] of parameters.entries()) {
    if (!(each instanceof CheckedParameter)) {
      throw new TypeError(`${owner}: parameter ${at + 1} must be made with arg or its kin, not ${shown(each)}`);
    }
    const { name, kind, isOptional } = each;
    const fail = (problem: string): TypeError => new TypeError(`${owner}: parameter '${name}' ${problem}`);
    if (names.has(name)) throw fail("is there twice");
    names.add(name);
    if (previous !== null && ORDER[kind] < ORDER[previous.kind]) throw fail(`must stand before '${previous.name}'`);
    if (previous?.kind === kind && (kind === "varargs" || kind === "varkeywords"))
      throw fail("is a second one of its kind");
    const isByPosition = ORDER[kind] < 2;
    if (isByPosition && previous?.isOptional === true && !isOptional) {
      throw fail(`needs a default, because '${previous.name}' before it has one`);
    }
    previous = each;
  }
}

/** The signature, with self before the parameters for a method; `returns` is null for a constructor. */
export function signatureOf(
  parameters: readonly Parameter<unknown>[],
  isMethod: boolean,
  returns: TypeSpec<unknown> | null,
  isAsync: boolean,
): NativeSignature {
  const all: NativeParameter[] = parameters.map(({ name, kind, isOptional, defaultText, type }) => {
    return { name, kind, isOptional, defaultText, annotation: type.annotation };
  });
  if (isMethod) {
    all.unshift({ name: "self", kind: "positional", isOptional: false, defaultText: null, annotation: null });
  }
  const byPosition = all.filter(({ kind }) => kind === "positional" || kind === "any");
  return {
    parameters: all,
    minimum: byPosition.filter(({ isOptional }) => !isOptional).length,
    maximum: all.some(({ kind }) => kind === "varargs") ? Number.POSITIVE_INFINITY : byPosition.length,
    isPlain: byPosition.length === all.length,
    isOpen: false,
    returns: returns?.annotation ?? null,
    isAsync,
  };
}

/** The parameters as Python writes them, without their types: "kind, /, level=1". */
export function parametersText(parameters: readonly Parameter<unknown>[]): string {
  return parameterParts(parameters, () => null).join(", ");
}
