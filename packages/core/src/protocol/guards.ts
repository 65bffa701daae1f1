// Guards: what stands before modules that the host lets scripts use only now and then.
import type { Machine } from "../objects/machine.ts";

/**
 * Let a guard be called before each use of a module. It throws what is raised there; one that has nothing to refuse for the
 * time being removes itself, so that uses cost nothing.
 */
export function setGuard(vm: Machine, module: string, guard: () => void): void {
  vm.guards ??= new Map();
  vm.guards.set(module, guard);
}

export function removeGuard(vm: Machine, module: string): void {
  if (vm.guards?.delete(module) === true && vm.guards.size === 0) vm.guards = null;
}

/** Whether the guard of a module, if it has one, lets it be used; false after raising. */
export function passesGuard(vm: Machine, module: string): boolean {
  try {
    vm.guards?.get(module)?.();
    return true;
  } catch (error) {
    vm.services.raiseFromHost(vm, error);
    return false;
  }
}
