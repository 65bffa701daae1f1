// A declared function in one VM: the native function that reads its arguments, calls the host and answers.
import { builtinFunctionType, methodDescriptorType, wrapperDescriptorType } from "../../objects/builtin-types.ts";
import type { Machine } from "../../objects/machine.ts";
import { isSlotName, type NativeBody, NativeFunction } from "../../objects/native.ts";
import type { PyNative } from "../../objects/native-instance.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import type { Boundary } from "../boundary.ts";
import { raiseFromJs } from "../js-error.ts";
import { answer } from "./answer.ts";
import { borrowable, giveBack, take } from "./borrow.ts";
import { awaitableCall, HostCall, waitForHost } from "./host-call.ts";
import type { MethodSpec } from "./class-template.ts";
import { bareMethodBody, unaryMethodBody } from "./method-body.ts";
import type { NativeFunctionSpec } from "./native-function.ts";
import { type Parameter, parametersText, signatureOf } from "./parameters.ts";
import { loansOf, readArgument } from "./read-arguments.ts";

type Call = (...args: unknown[]) => unknown;
type Given = Value | Value[] | Map<string, Value> | undefined;

/** A function of a module, or a static method. */
export function bindFunction(
  boundary: Boundary,
  name: string,
  spec: NativeFunctionSpec,
  module: string | null,
): NativeFunction {
  const body =
    spec.mode === "sync" && !lendsArguments(spec) ? directBody(boundary, name, spec) : loanBody(boundary, name, spec);
  return make(builtinFunctionType, name, spec, body, null, module);
}

/** A method of a class; one with a special name is a slot, as those of built-in types are. */
export function bindMethod(boundary: Boundary, owner: PyType, name: string, member: MethodSpec): NativeFunction {
  const body = methodBody(boundary, `${owner.name}.${name}`, member);
  const isSlot = isSlotName(name);
  return make(isSlot ? wrapperDescriptorType : methodDescriptorType, name, member.func, body, owner, null);
}

function methodBody(boundary: Boundary, name: string, member: MethodSpec): NativeBody {
  const { mode, parameters } = member.func;
  if (mode !== "sync") return longMethodBody(boundary, name, member);
  if (parameters.length === 0) return bareMethodBody(boundary, name, member);
  const [{ kind }, ...others] = parameters as readonly [Parameter<unknown>, ...Parameter<unknown>[]];
  const isUnary = others.length === 0 && (kind === "any" || kind === "positional");
  return isUnary ? unaryMethodBody(boundary, name, member) : longMethodBody(boundary, name, member);
}

function make(
  type: PyType,
  name: string,
  spec: NativeFunctionSpec,
  body: NativeBody,
  owner: PyType | null,
  module: string | null,
): NativeFunction {
  const func = new NativeFunction(type, name, parametersText(spec.parameters), body, owner, module, spec.doc);
  func.parsed = signatureOf(spec.parameters, owner !== null, spec.returns, spec.mode === "async");
  return func;
}

/** Whether a call borrows any of its arguments. */
function lendsArguments({ parameters }: NativeFunctionSpec): boolean {
  return parameters.some(({ type }) => type.lends !== null);
}

/** All arguments, read in their order; null after raising. */
function readAll(
  boundary: Boundary,
  name: string,
  spec: NativeFunctionSpec,
  values: readonly Given[],
): unknown[] | null {
  const { parameters } = spec;
  const args: unknown[] = [];
  for (let at = 0; at < parameters.length; at++) {
    const read = readArgument(boundary, name, parameters[at] as Parameter<unknown>, values[at]);
    if (read === undefined) return null;
    args.push(read);
  }
  return args;
}

/** The body of a function that answers at once and borrows nothing. */
function directBody(boundary: Boundary, name: string, spec: NativeFunctionSpec): NativeBody {
  const { parameters, returns } = spec;
  const call = spec.call as Call;
  const [first, second] = parameters as [Parameter<unknown>, Parameter<unknown>];
  switch (parameters.length) {
    case 0:
      return () => {
        let given: unknown;
        try {
          given = call();
        } catch (error) {
          return raiseFromJs(boundary, error);
        }
        return answer(boundary, name, returns, given);
      };
    case 1:
      return (_vm, a: Given) => {
        const x = readArgument(boundary, name, first, a);
        if (x === undefined) return undefined;
        let given: unknown;
        try {
          given = call(x);
        } catch (error) {
          return raiseFromJs(boundary, error);
        }
        return answer(boundary, name, returns, given);
      };
    case 2:
      return (_vm, a: Given, b: Given) => {
        const x = readArgument(boundary, name, first, a);
        if (x === undefined) return undefined;
        const y = readArgument(boundary, name, second, b);
        if (y === undefined) return undefined;
        let given: unknown;
        try {
          given = call(x, y);
        } catch (error) {
          return raiseFromJs(boundary, error);
        }
        return answer(boundary, name, returns, given);
      };
    default:
      return (_vm, ...values: Given[]) => {
        const args = readAll(boundary, name, spec, values);
        if (args === null) return undefined;
        let given: unknown;
        try {
          given = call(...args);
        } catch (error) {
          return raiseFromJs(boundary, error);
        }
        return answer(boundary, name, returns, given);
      };
  }
}

/** The body of a function that borrows arguments, or takes time. */
function loanBody(boundary: Boundary, name: string, spec: NativeFunctionSpec): NativeBody {
  return (vm: Machine, ...values: Given[]): Result => {
    const args = readAll(boundary, name, spec, values);
    if (args === null) return undefined;
    const call = new HostCall(boundary, name, spec, null, null, values, args);
    if (spec.mode === "async") return awaitableCall(call);
    if (spec.mode === "blocking") return waitForHost(vm, call);
    return callWithLoans(vm, boundary, name, spec, null, null, values, args);
  };
}

/** The body of any other method. */
function longMethodBody(boundary: Boundary, name: string, { func, borrow }: MethodSpec): NativeBody {
  return (vm: Machine, self: PyNative, ...values: Given[]): Result => {
    const shell = borrowable(vm, self, func.mode === "async" ? null : borrow);
    if (shell === undefined) return undefined;
    const read = readAll(boundary, name, func, values);
    if (read === null) return undefined;
    const args = [shell.payload, ...read];
    const call = new HostCall(boundary, name, func, self, borrow, values, args);
    if (func.mode === "async") return awaitableCall(call);
    if (func.mode === "blocking") return waitForHost(vm, call);
    return callWithLoans(vm, boundary, name, func, self, borrow, values, args);
  };
}

function callWithLoans(
  vm: Machine,
  boundary: Boundary,
  name: string,
  spec: NativeFunctionSpec,
  self: PyNative | null,
  borrow: MethodSpec["borrow"],
  values: readonly Given[],
  args: readonly unknown[],
): Result {
  const loans = loansOf(vm, self, borrow, spec.parameters, values);
  if (loans === null) return undefined;
  for (const { shell, borrow: kind } of loans) take(shell, kind);
  let given: unknown;
  try {
    given = (spec.call as Call)(...args);
  } catch (error) {
    return raiseFromJs(boundary, error);
  } finally {
    for (const { shell, borrow: kind } of loans) giveBack(shell, kind);
  }
  if (self !== null && given === args[0] && spec.returns.classes.length > 0) return self;
  return answer(boundary, name, spec.returns, given);
}
