// The type contextvars.ContextVar: a name whose value depends on the context that is current.
import { lookupErrorType, runtimeErrorType, valueErrorType } from "../../objects/exception-types.ts";
import type { Machine } from "../../objects/machine.ts";
import { NONE } from "../../objects/singletons.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { repr } from "../../protocol/conversion.ts";
import { asString } from "../../protocol/lookup.ts";
import { raiseNew, raiseTypeError } from "../../protocol/raise.ts";
import { classMethod, defineType, member, method, newMethod } from "../../types/define.ts";
import { classGetItem } from "../../types/generic-alias.ts";
import { classFor } from "../../protocol/class-for.ts";
import { addressOf } from "../../types/object.ts";
import { type ReprsThen, withReprs } from "../repr-all.ts";
import { currentContext } from "./current.ts";
import { ContextVar, contextVarType, type PyContext, Token } from "./layout.ts";
import { type MapNode, mapWith, mapWithout, valueIn } from "./variable-map.ts";

const COUNT: object = Object.freeze({});

/** How many variables a VM has made. */
function count(vm: Machine): { made: number } {
  return vm.record(COUNT, () => ({ made: 0 }));
}

function make(vm: Machine, cls: Value, args: readonly Value[], keywords: ReadonlyMap<string, Value>): Result {
  if (classFor(vm, contextVarType, cls) === undefined) return undefined;
  const given = args.length + keywords.size;
  if (given > 2) {
    const kind = args.length === 0 ? "keyword arguments" : "arguments";
    return raiseTypeError(vm, `ContextVar() takes at most 2 ${kind} (${given} given)`);
  }
  if (args.length === 2) return raiseTypeError(vm, "ContextVar() takes at most 1 positional argument (2 given)");
  const [name] = args;
  if (name === undefined) return raiseTypeError(vm, "ContextVar() takes exactly 1 positional argument (0 given)");
  for (const word of keywords.keys()) {
    if (word !== "default") return raiseTypeError(vm, `ContextVar() got an unexpected keyword argument '${word}'`);
  }
  if (asString(name) === undefined) return raiseTypeError(vm, "context variable name must be a str");
  return new ContextVar(name, keywords.get("default"), count(vm).made++);
}

function get(vm: Machine, self: ContextVar, fallback?: Value): Result {
  return valueIn(currentContext(vm).map, self) ?? fallback ?? self.fallback ?? raiseNew(vm, lookupErrorType, self);
}

function setIn(context: PyContext, variable: ContextVar, value: Value): Token {
  const before = valueIn(context.map, variable);
  context.map = mapWith(context.map, variable, value);
  if (before === undefined) context.size++;
  return new Token(variable, context, before);
}

/** Why a token cannot be used: raised once its repr is known. */
interface Refusal {
  readonly token: Value;
  readonly type: PyType;
  readonly before: string;
  readonly after: string;
}

const REFUSE: Asking<Refusal> = {
  ask: (vm, { token }) => repr(vm, token),
  take: (vm, { type, before, after }, answer) => raiseNew(vm, type, `${before}${asString(answer)}${after}`),
};

function refuse(vm: Machine, token: Token, type: PyType, after: string): undefined {
  return asking(vm, REFUSE, { token, type, before: "", after });
}

const NO_TOKEN: Asking<Value> = {
  ask: repr,
  take: (vm, _value, answer) => raiseTypeError(vm, `expected an instance of Token, got ${asString(answer)}`),
};

function reset(vm: Machine, self: ContextVar, token: Value): Result {
  if (!(token instanceof Token)) return asking(vm, NO_TOKEN, token);
  const context = currentContext(vm);
  if (token.isUsed) return refuse(vm, token, runtimeErrorType, " has already been used once");
  if (token.variable !== self) return refuse(vm, token, valueErrorType, " was created by a different ContextVar");
  if (token.context !== context) return refuse(vm, token, valueErrorType, " was created in a different Context");
  token.isUsed = true;
  if (token.before !== undefined) setIn(context, self, token.before);
  else if (valueIn(context.map, self) !== undefined) {
    context.map = mapWithout(context.map as MapNode, self);
    context.size--;
  }
  return NONE;
}

const SHOWN: ReprsThen<ContextVar> = {
  run(vm, [name, fallback], self) {
    const shown = fallback === undefined ? "" : ` default=${fallback}`;
    return `<ContextVar name=${name}${shown} at ${addressOf(vm, self)}>`;
  },
};

function reprOf(vm: Machine, self: ContextVar): Result {
  return withReprs(vm, self.fallback === undefined ? [self.name] : [self.name, self.fallback], SHOWN, self);
}

export function defineContextVar(): void {
  defineType(contextVarType, null, {
    __new__: newMethod("*args, **kwargs", make),
    __repr__: method("", reprOf),
    get: method("default=None, /", get, "The value here; else the default given, else that of the variable."),
    set: method(
      "value, /",
      (vm, self: ContextVar, value: Value) => setIn(currentContext(vm), self, value),
      "Give it a value in the current context; answers the token that undoes it.",
    ),
    reset: method("token, /", reset, "Give back the value that it had before the change that answered the token."),
    name: member((_vm, self: ContextVar) => self.name),
    __class_getitem__: classMethod("object, /", classGetItem),
  });
}
