// `format` of the plain kinds of values by a specification, within the VM's limits.
import type { Machine } from "../objects/machine.ts";
import { allocate, charge } from "./charge.ts";
import { typeOf } from "../objects/make.ts";
import { PyComplex, PyFloat } from "../objects/numbers.ts";
import type { Result } from "../objects/value.ts";
import { Fault } from "../numeric/fault.ts";
import { complexRepr } from "../text/complex-text.ts";
import { floatRepr } from "../text/float-repr.ts";
import { formatComplex, formatFloat, formatInt } from "../text/format-number.ts";
import { type Align, type FormatSpec, parseFormatSpec } from "../text/format-spec.ts";
import { formatStr } from "../text/format-str.ts";
import { intToString } from "../text/int-print.ts";
import { raiseFault } from "./fault.ts";
import { type FormatKind, parsedFormat } from "./parsed-formats.ts";
import { raiseMemoryError } from "./raise.ts";

/** What a specification means to one kind of values. */
interface SpecKind extends FormatKind<FormatSpec | Fault> {
  readonly typeName: string;
  readonly type: string;
  readonly align: Align;
}

function specKind(typeName: string, type: string, align: Align): SpecKind {
  return { typeName, type, align, parse: (text) => parseFormatSpec(text, typeName, type, align) };
}

const TEXT = specKind("str", "s", "<");
const INT = specKind("int", "d", ">");
const FLOAT = specKind("float", "", ">");
const COMPLEX = specKind("complex", "", ">");

export type Formattable = number | bigint | boolean | string | PyFloat | PyComplex;

/** `format(value, spec)` of an int, float, complex, str (payloads too) by its own type's rules. */
export function formatPlain(
  vm: Machine,
  value: Formattable,
  spec: string,
  typeName: string = typeOf(value).name,
): Result {
  const text = spec === "" ? plainText(vm, value) : specified(vm, value, spec, typeName);
  if (text instanceof Fault) return raiseFault(vm, text);
  if (text !== undefined) charge(vm, text.length);
  return text;
}

function plainText(vm: Machine, value: Formattable): string | Fault {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "True" : "False";
  if (value instanceof PyFloat) return floatRepr(value.v);
  if (value instanceof PyComplex) return complexRepr(value.real, value.imaginary);
  return intToString(value, vm.limits.intTextDigits);
}

function specified(vm: Machine, value: Formattable, spec: string, typeName: string): string | Fault | undefined {
  const isText = typeof value === "string";
  const kind = isText ? TEXT : value instanceof PyFloat ? FLOAT : value instanceof PyComplex ? COMPLEX : INT;
  const parsed =
    kind.typeName === typeName ? parsedFormat(vm, kind, spec) : parseFormatSpec(spec, typeName, kind.type, kind.align);
  if (parsed instanceof Fault) return parsed;
  if (isTooLong(vm, parsed, isText)) return raiseMemoryError(vm);
  allocate(vm, Math.max(parsed.width, isText ? 0 : parsed.precision, 0));
  if (isText) return formatStr(value, parsed, typeName);
  if (value instanceof PyFloat) return formatFloat(value.v, parsed, typeName);
  if (value instanceof PyComplex) return formatComplex(value.real, value.imaginary, parsed, typeName);
  return formatInt(typeof value === "boolean" ? Number(value) : value, parsed, typeName, vm.limits.intTextDigits);
}

// The precision of a number is a length; that of a str only cuts.
function isTooLong(vm: Machine, spec: FormatSpec, isText: boolean): boolean {
  return (
    spec.width > vm.limits.length || (!isText && spec.precision > vm.limits.length && spec.precision <= 2147483647)
  );
}
