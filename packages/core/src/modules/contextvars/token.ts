// The type contextvars.Token: what undoes one change of a variable, once.
import { runtimeErrorType } from "../../objects/exception-types.ts";
import type { Machine } from "../../objects/machine.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result } from "../../objects/value.ts";
import { raiseNew } from "../../protocol/raise.ts";
import { classMethod, defineType, method, newMethod, property } from "../../types/define.ts";
import { classGetItem } from "../../types/generic-alias.ts";
import { classFor } from "../../protocol/class-for.ts";
import { addressOf } from "../../types/object.ts";
import { type ReprsThen, withReprs } from "../repr-all.ts";
import { MISSING, missingType, type Token, tokenType } from "./layout.ts";

const SHOWN: ReprsThen<Token> = {
  run: (vm, [variable], self) => `<Token${self.isUsed ? " used" : ""} var=${variable} at ${addressOf(vm, self)}>`,
};

function reprOf(vm: Machine, self: Token): Result {
  return withReprs(vm, [self.variable], SHOWN, self);
}

export function defineToken(): void {
  defineType(missingType, null, { __repr__: method("", () => "<Token.MISSING>") });
  defineType(tokenType, null, {
    __new__: newMethod("*args, **kwargs", (vm, cls) =>
      classFor(vm, tokenType, cls) === undefined
        ? undefined
        : raiseNew(vm, runtimeErrorType, "Tokens can only be created by ContextVars"),
    ),
    __hash__: NONE,
    __repr__: method("", reprOf),
    var: property((_vm, self: Token) => self.variable),
    old_value: property((_vm, self: Token) => self.before ?? MISSING),
    MISSING,
    __class_getitem__: classMethod("object, /", classGetItem),
  });
}
