// A declared property in one VM.
import type { Machine } from "../../objects/machine.ts";
import { NativeProperty } from "../../objects/native.ts";
import type { PyNative } from "../../objects/native-instance.ts";
import { NONE } from "../../objects/singletons.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { raiseAttributeError, raiseTypeError } from "../../protocol/raise.ts";
import type { Boundary } from "../boundary.ts";
import { raiseFromJs } from "../js-error.ts";
import { answer } from "./answer.ts";
import { borrowable, giveBack, take } from "./borrow.ts";
import type { PropertySpec } from "./class-template.ts";
import { refusal } from "./type-spec.ts";

export function bindProperty(boundary: Boundary, owner: PyType, name: string, member: PropertySpec): NativeProperty {
  const { type } = member;
  const read = member.get as (payload: object) => unknown;
  const write = member.set as ((payload: object, value: unknown) => void) | null;
  const get = (vm: Machine, self: PyNative): Result => {
    const shell = borrowable(vm, self, "shared");
    if (shell === undefined) return undefined;
    const payload = shell.payload as object;
    let given: unknown;
    take(shell, "shared");
    try {
      given = read(payload);
    } catch (error) {
      return raiseFromJs(boundary, error);
    } finally {
      giveBack(shell, "shared");
    }
    return answer(boundary, `${owner.name}.${name}`, type, given);
  };
  const set = (vm: Machine, self: PyNative, value: Value | undefined): Result => {
    if (write === null || value === undefined) {
      const problem = value === undefined ? "cannot be deleted" : "is read-only";
      return raiseAttributeError(vm, `attribute '${name}' of '${owner.name}' object ${problem}`, self, name);
    }
    const shell = borrowable(vm, self, "exclusive");
    if (shell === undefined) return undefined;
    const converted = type.codec.read(boundary, value);
    if (converted === undefined) {
      if (vm.error !== null) return undefined;
      return raiseTypeError(vm, `attribute '${name}' of '${owner.name}' object ${refusal(boundary, type, value)}`);
    }
    take(shell, "exclusive");
    try {
      write(shell.payload as object, converted);
    } catch (error) {
      return raiseFromJs(boundary, error);
    } finally {
      giveBack(shell, "exclusive");
    }
    return NONE;
  };
  const property = new NativeProperty(name, owner, get, set, false, member.doc);
  property.declared = { annotation: type.annotation, isReadOnly: write === null };
  return property;
}
