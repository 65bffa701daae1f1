// The permission `game`: where a script that has not got it, or has lost it, is stopped.
import { type Machine, passesGuard, removeGuard, type Result, setGuard } from "@krait/core/extend";
import type { PluginClient } from "../../definition.ts";
import type { Permission } from "../../permissions/permission.ts";

export const GAME_PERMISSION: Permission = { name: "game", doc: "Use vectors, matrices, curves and grids." };

/** What the guard stands before: the module, and the one that it takes its names from. */
const MODULES = ["game", "_game"] as const;

/**
 * Ask for a plugin's permission at each import of the module, and in all that is `guarded`. The guard goes once it was
 * granted, and comes back with each change of the grant: the first use is audited, not every vector that is made.
 */
export function guardGame(vm: Machine, client: PluginClient): void {
  const { name } = GAME_PERMISSION;
  const guard = (): void => {
    client.permit(name);
    for (const module of MODULES) removeGuard(vm, module);
  };
  const stand = (): void => {
    for (const module of MODULES) setGuard(vm, module, guard);
  };
  stand();
  client.subscriptions.push(client.watchGrant(name, stand));
}

/** Whether the script may use the module now; false after raising. */
export function mayUse(vm: Machine): boolean {
  return vm.guards === null || passesGuard(vm, "game");
}

/** What a script calls by a name of the module: refused, at each call, where it may not use that any more. */
export function guarded<Args extends readonly unknown[]>(
  body: (vm: Machine, ...args: Args) => Result,
): (vm: Machine, ...args: Args) => Result {
  return (vm, ...args) => (mayUse(vm) ? body(vm, ...args) : undefined);
}
