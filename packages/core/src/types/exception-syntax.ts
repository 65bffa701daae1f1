// The type SyntaxError: where in the source the error stands.
import { syntaxErrorType } from "../objects/exception-types.ts";
import type { PyException } from "../objects/exception.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import type { Keywords } from "../protocol/call.ts";
import { collect, type CollectThen } from "../protocol/collect.ts";
import { str } from "../protocol/conversion.ts";
import { asInt, asString } from "../protocol/lookup.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { defineType, method } from "./define.ts";
import { refuseKeywords } from "./exception.ts";
import { field, setFields } from "./exception-field.ts";

const FIELDS = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"] as const;

const DETAILS: CollectThen<PyException> = {
  run(vm, items, self) {
    if (items.length < 4) return raiseTypeError(vm, `function takes at least 4 arguments (${items.length} given)`);
    if (items.length > 6) return raiseTypeError(vm, `function takes at most 6 arguments (${items.length} given)`);
    if (items.length === 5) return raiseTypeError(vm, "end_offset must be provided when end_lineno is provided");
    for (let i = 0; i < items.length; i++) setFields(self, { [FIELDS[i] as string]: items[i] as Value });
    return NONE;
  },
};

function init(vm: Machine, self: PyException, args: readonly Value[], keywords: Keywords): Result {
  if (!refuseKeywords(vm, self, keywords)) return undefined;
  self.args = newTuple(args);
  setFields(self, { msg: args[0] ?? NONE });
  return args.length === 2 ? collect(vm, args[1] as Value, DETAILS, self) : NONE;
}

const TEXT: Asking<PyException> = {
  ask: (vm, self) => str(vm, self.fields?.get("msg") ?? self.args.items[0] ?? NONE),
  take(_vm, self, answer) {
    const text = asString(answer) as string;
    const filename = asString(self.fields?.get("filename"));
    const name = filename === undefined ? undefined : filename.slice(filename.lastIndexOf("/") + 1);
    const line = asInt(self.fields?.get("lineno"));
    if (name !== undefined && line !== undefined) return `${text} (${name}, line ${line})`;
    if (name !== undefined) return `${text} (${name})`;
    return line === undefined ? text : `${text} (line ${line})`;
  },
};

export function defineSyntaxError(): void {
  defineType(syntaxErrorType, "Invalid syntax.", {
    __init__: method("*args, **kwargs", init),
    __str__: method("", (vm, self: PyException) => asking(vm, TEXT, self)),
    msg: field("msg", (self) => self.args.items[0]),
    ...Object.fromEntries(FIELDS.map((name) => [name, field(name)])),
    print_file_and_line: field("print_file_and_line"),
  });
}
