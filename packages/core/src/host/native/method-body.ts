// The bodies of methods that answer at once and take at most one argument: operators, setters of state, most of vectors.
import type { Machine } from "../../objects/machine.ts";
import type { NativeBody } from "../../objects/native.ts";
import { PyNative, type Shell } from "../../objects/native-instance.ts";
import { NOT_IMPLEMENTED } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import type { Boundary } from "../boundary.ts";
import { raiseFromJs } from "../js-error.ts";
import { answer } from "./answer.ts";
import { borrowable, giveBack, take } from "./borrow.ts";
import type { MethodSpec } from "./class-template.ts";
import type { Parameter } from "./parameters.ts";
import { refuse } from "./read-arguments.ts";

/** A method without parameters. */
export function bareMethodBody(boundary: Boundary, name: string, { func, borrow }: MethodSpec): NativeBody {
  const { returns } = func;
  const call = func.call as unknown as (payload: object) => unknown;
  return (vm: Machine, self: PyNative): Result => {
    const shell = borrowable(vm, self, borrow);
    if (shell === undefined) return undefined;
    const payload = shell.payload as object;
    take(shell, borrow);
    let given: unknown;
    try {
      given = call(payload);
    } catch (error) {
      return raiseFromJs(boundary, error);
    } finally {
      giveBack(shell, borrow);
    }
    // A method that answers its own payload answers its own object.
    if (given === payload && returns.classes.length > 0) return self;
    return answer(boundary, name, returns, given);
  };
}

/** A method, or an operator, of one argument. */
export function unaryMethodBody(boundary: Boundary, name: string, member: MethodSpec): NativeBody {
  const { func, borrow, isOperator } = member;
  const parameter = func.parameters[0] as Parameter<unknown>;
  const { codec, lends } = parameter.type;
  const { returns } = func;
  const call = func.call as unknown as (payload: object, argument: unknown) => unknown;
  return (vm: Machine, self: PyNative, value: Value | undefined): Result => {
    const shell = borrowable(vm, self, borrow);
    if (shell === undefined) return undefined;
    const argument = value === undefined ? parameter.fallback : codec.read(boundary, value);
    if (argument === undefined) {
      if (isOperator && vm.error === null) return NOT_IMPLEMENTED;
      return refuse(boundary, name, parameter, value as Value);
    }
    const payload = shell.payload as object;
    let lender: Shell | null = null;
    take(shell, borrow);
    if (lends !== null && value instanceof PyNative) {
      lender = borrowable(vm, value, lends) ?? null;
      if (lender === null) {
        giveBack(shell, borrow);
        return undefined;
      }
      take(lender, lends);
    }
    let given: unknown;
    try {
      given = call(payload, argument);
    } catch (error) {
      return raiseFromJs(boundary, error);
    } finally {
      if (lender !== null) giveBack(lender, lends);
      giveBack(shell, borrow);
    }
    if (given === payload && returns.classes.length > 0) return self;
    return answer(boundary, name, returns, given);
  };
}
