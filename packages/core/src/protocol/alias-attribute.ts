// Attributes of generic aliases: a few of their own, all others those of the class behind them.
import type { GenericAlias } from "../objects/aliases.ts";
import type { Machine } from "../objects/machine.ts";
import type { Result } from "../objects/value.ts";
import { genericGetAttribute, getAttribute } from "./attribute.ts";

const OWN: ReadonlySet<string> = new Set([
  "__class__",
  "__bases__",
  "__origin__",
  "__args__",
  "__unpacked__",
  "__parameters__",
  "__typing_unpacked_tuple_args__",
  "__mro_entries__",
  "__reduce_ex__",
  "__reduce__",
  "__copy__",
  "__deepcopy__",
]);

/** `alias.name`. */
export function aliasAttribute(vm: Machine, alias: GenericAlias, name: string): Result {
  return OWN.has(name) ? genericGetAttribute(vm, alias, name) : getAttribute(vm, alias.origin, name);
}
