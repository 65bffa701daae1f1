// The context that a fiber is in, as other packages ask for it, and what the census sees of it.
import { describe, expect, it } from "vitest";
import { type OperationLimits, Machine, type Services } from "../../objects/machine.ts";
import { beginCensus, isReached } from "../../vm/census/census.ts";
import { stepMarking } from "../../vm/census/layouts.ts";
import { reachRoots } from "../../vm/census/roots.ts";
import { copyContext, currentContext } from "./current.ts";
import { ContextVar, PyContext } from "./layout.ts";
import { mapWith, valueIn } from "./variable-map.ts";

function machine(): Machine {
  return new Machine({} as Services, {} as OperationLimits);
}

describe("the current context", () => {
  it("is the base context of the VM for every fiber without one of its own", () => {
    const vm = machine();
    const base = currentContext(vm);
    vm.fiber = vm.newFiber();
    expect(currentContext(vm)).toBe(base);
    expect(currentContext(machine())).not.toBe(base);
    const own = new PyContext();
    vm.fiber.context = own;
    expect(currentContext(vm)).toBe(own);
  });

  it("is copied with its values, which later changes of either leave alone in the other", () => {
    const vm = machine();
    const variable = new ContextVar("v", undefined, 0);
    const base = currentContext(vm);
    base.map = mapWith(base.map, variable, 1);
    base.size = 1;
    const copy = copyContext(vm);
    base.map = mapWith(base.map, variable, 2);
    expect([valueIn(copy.map, variable), valueIn(base.map, variable), copy.size]).toEqual([1, 2, 1]);
  });

  it("is reached by a census: the base context from the VM, that of a fiber from the fiber", () => {
    const vm = machine();
    const [inBase, inFiber, lost] = [new PyContext(), new PyContext(), new PyContext()];
    const base = currentContext(vm);
    const variable = new ContextVar("v", undefined, 0);
    base.map = mapWith(null, variable, inBase);
    const fiber = vm.newFiber();
    fiber.context = new PyContext();
    (fiber.context as PyContext).map = mapWith(null, variable, inFiber);
    const census = beginCensus(vm, true);
    reachRoots(census, vm, { fibers: [fiber], handles: [], exceptions: [] });
    while (!stepMarking(census, 1_000));
    expect([inBase, inFiber, lost].map((each) => isReached(census, each))).toEqual([true, true, false]);
  });
});
