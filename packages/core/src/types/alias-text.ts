// repr of generic aliases and unions: `dict[str, int]`, `int | None`.
import { noneType } from "../objects/builtin-types.ts";
import { type GenericAlias, UnionAlias } from "../objects/aliases.ts";
import type { Machine } from "../objects/machine.ts";
import { PyList } from "../objects/sequences.ts";
import { ELLIPSIS } from "../objects/singletons.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { AGAIN, type Asking, asking } from "../protocol/asking.ts";
import { repr } from "../protocol/conversion.ts";
import { asString } from "../protocol/lookup.ts";

/** Text, or an object whose repr is to be asked. */
type Piece = string | { readonly asked: Value };

/** `repr(alias)`. */
export function aliasRepr(vm: Machine, alias: GenericAlias | UnionAlias): Result {
  const pieces: Piece[] = [];
  const { items } = alias.args;
  if (alias instanceof UnionAlias) describeAll(items, " | ", pieces, false);
  else {
    if (alias.isUnpacked) pieces.push("*");
    describe(alias.origin, pieces, false);
    pieces.push("[");
    if (items.length === 0) pieces.push("()");
    describeAll(items, ", ", pieces, true);
    pieces.push("]");
  }
  if (pieces.every((piece) => typeof piece === "string")) return pieces.join("");
  return asking(vm, piecesAsking, { pieces, texts: [] });
}

const piecesAsking: Asking<{ readonly pieces: readonly Piece[]; readonly texts: string[] }> = {
  ask(vm, { pieces, texts }) {
    const piece = pieces[texts.length] as Piece;
    return typeof piece === "string" ? piece : repr(vm, piece.asked);
  },
  take(_vm, { pieces, texts }, text): Result | typeof AGAIN {
    texts.push(asString(text) as string);
    return texts.length < pieces.length ? AGAIN : texts.join("");
  },
};

/** What is nested is asked for its own text: it may be shared, or hold itself. */
function describe(value: Value, pieces: Piece[], showsList: boolean): void {
  if (value === ELLIPSIS) pieces.push("...");
  else if (value instanceof PyType) pieces.push(typeText(value));
  else if (showsList && value instanceof PyList) {
    pieces.push("[");
    describeAll(value.items, ", ", pieces, false);
    pieces.push("]");
  } else pieces.push({ asked: value });
}

function describeAll(items: readonly Value[], separator: string, pieces: Piece[], showsList: boolean): void {
  for (let i = 0; i < items.length; i++) {
    if (i > 0) pieces.push(separator);
    if (separator === " | " && items[i] === noneType) pieces.push("None");
    else describe(items[i] as Value, pieces, showsList);
  }
}

/** The name of a type as annotations show it: with its module, unless that is `builtins`. */
function typeText(type: PyType): string {
  const module = type.isBuiltin ? type.module : asString(type.namespace.get("__module__"));
  return module === undefined || module === "builtins" ? type.qualifiedName : `${module}.${type.qualifiedName}`;
}
