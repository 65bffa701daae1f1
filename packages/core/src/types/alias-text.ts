// repr of generic aliases and unions: `dict[str, int]`, `int | None`.
import { noneType } from "../objects/builtin-types.ts";
import { GenericAlias, UnionAlias } from "../objects/aliases.ts";
import type { Machine } from "../objects/machine.ts";
import { PyList } from "../objects/sequences.ts";
import { ELLIPSIS } from "../objects/singletons.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { AGAIN, type Asking, asking } from "../protocol/asking.ts";
import { repr } from "../protocol/conversion.ts";
import { asString } from "../protocol/lookup.ts";

/** Aliases nested deeper than this are printed by a frame of their own. */
const NATIVE_DEPTH = 50;

/** Text, or an object whose repr is to be asked. */
type Piece = string | { readonly asked: Value };

/** `repr(alias)`. */
export function aliasRepr(vm: Machine, alias: GenericAlias | UnionAlias): Result {
  const pieces: Piece[] = [];
  describe(alias, pieces, 0);
  if (pieces.every((piece) => typeof piece === "string")) return pieces.join("");
  return asking(vm, piecesAsking, { pieces, texts: [] });
}

const piecesAsking: Asking<{ readonly pieces: readonly Piece[]; readonly texts: string[] }> = {
  name: "repr of an alias",
  ask(vm, { pieces, texts }) {
    const piece = pieces[texts.length] as Piece;
    return typeof piece === "string" ? piece : repr(vm, piece.asked);
  },
  take(_vm, { pieces, texts }, text): Result | typeof AGAIN {
    texts.push(asString(text) as string);
    return texts.length < pieces.length ? AGAIN : texts.join("");
  },
};

function describe(value: Value, pieces: Piece[], depth: number): void {
  if (value === ELLIPSIS) pieces.push("...");
  else if (value instanceof PyType) pieces.push(typeText(value));
  else if (depth > NATIVE_DEPTH) pieces.push({ asked: value });
  else if (value instanceof GenericAlias) {
    if (value.isUnpacked) pieces.push("*");
    describe(value.origin, pieces, depth + 1);
    pieces.push("[");
    if (value.args.items.length === 0) pieces.push("()");
    describeAll(value.args.items, ", ", pieces, depth);
    pieces.push("]");
  } else if (value instanceof UnionAlias) {
    const args = value.args.items;
    for (let i = 0; i < args.length; i++) {
      if (i > 0) pieces.push(" | ");
      if (args[i] === noneType) pieces.push("None");
      else describe(args[i] as Value, pieces, depth + 1);
    }
  } else if (value instanceof PyList) {
    pieces.push("[");
    describeAll(value.items, ", ", pieces, depth);
    pieces.push("]");
  } else pieces.push({ asked: value });
}

function describeAll(items: readonly Value[], separator: string, pieces: Piece[], depth: number): void {
  for (let i = 0; i < items.length; i++) {
    if (i > 0) pieces.push(separator);
    describe(items[i] as Value, pieces, depth + 1);
  }
}

/** The name of a type as annotations show it: with its module, unless that is `builtins`. */
function typeText(type: PyType): string {
  const module = type.isBuiltin ? type.module : asString(type.namespace.get("__module__"));
  return module === undefined || module === "builtins" ? type.qualifiedName : `${module}.${type.qualifiedName}`;
}
