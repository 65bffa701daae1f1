// What takes long inside of one native is stopped by a limit of time: the clock is looked at on the way.
import { describe, expect, it } from "vitest";
import { createVM, Scheduler, LimitError, VirtualPlatform, type VM } from "../../src/index.ts";
import { failure } from "../failing.ts";

/** Each ends in a call of `reached`, which nothing may get to in ten looks at the clock. */
const LONG = {
  "a source is compiled": `exec("reached()\\n" + "a = 1\\n" * 10_000)`,
  "an expression is replaced": `reached(("ab" * 200_000).replace("a", "cd"))`,
  "a text is translated": `reached(("ab" * 200_000).translate({97: "c"}))`,
  "the case of a text is changed": `reached(("ab" * 200_000).swapcase())`,
  "tabs are expanded": `reached(("a\\t" * 200_000).expandtabs())`,
};

/** A VM on a clock that goes on by a millisecond with each look at it. */
function world(): { readonly platform: VirtualPlatform; readonly vm: VM; readonly reached: () => number } {
  const platform = new VirtualPlatform({ stepMs: 1 });
  const scheduler = new Scheduler({ platform, quantum: 1 });
  const vm = createVM({ platform, scheduler, limits: { activeTimeMs: 10 } });
  let count = 0;
  vm.globals.set("reached", () => void count++);
  return { platform, vm, reached: () => count };
}

describe("a limit of time holds while", () => {
  it.each(Object.entries(LONG))("%s", async (_what, source) => {
    const { platform, vm, reached } = world();
    const failing = failure(vm.run(source));
    await platform.advance(1_000);
    expect(await failing).toBeInstanceOf(LimitError);
    expect(reached()).toBe(0);
  });
});
