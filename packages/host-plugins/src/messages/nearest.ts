// Near misses: the name that was probably meant.
import { closestName } from "@krait/core/extend";

const single = (name: string): string => `'${name}'`;

/** `; did you mean 'X'?` for the candidate that a name is a slip away from; empty where none is. */
export function nearest(name: string, candidates: Iterable<string>, quoted: (name: string) => string = single): string {
  const near = closestName(name, candidates);
  return near === null ? "" : `; did you mean ${quoted(near)}?`;
}
