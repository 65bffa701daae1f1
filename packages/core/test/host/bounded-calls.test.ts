// Calls that the host bounds: by their wall time, and by a signal.
import { describe, expect, it } from "vitest";
import { virtualPlatform } from "../../../../tools/testing/virtual-platform.ts";
import { keywords, type PythonCallable, Scheduler, within } from "../../src/index.ts";
import { openVMs } from "../open-vms.ts";

const openVM = openVMs({ deadlineMs: 0 });

describe("a bounded call", () => {
  it("ends at its wall time, whatever it waits for, and its VM goes on", async () => {
    const platform = virtualPlatform();
    const scheduler = new Scheduler({ platform, quantum: 20 });
    const vm = openVM({ platform, scheduler, limits: { wallTimeMs: Number.POSITIVE_INFINITY } });
    const source = "import time\ndef wait(seconds, *, then=0):\n    time.sleep(seconds)\n    return then\nwait";
    const wait = (await vm.run(source)) as PythonCallable;
    const calls = [
      vm.call("wait", 3600, within({ wallTimeMs: 500 })),
      wait(3600, keywords({ then: 1 }), within({ wallTimeMs: 200 })),
      wait(1, keywords({ then: 2 })),
      wait.object.call("__call__", 1, within({ wallTimeMs: 2_000 })),
    ].map((call) => call.catch((error: unknown) => error));
    const [first, second, ...rest] = await Promise.all(calls);
    expect(first).toMatchObject({ limit: "wallTimeMs", value: 500 });
    expect(second).toMatchObject({ limit: "wallTimeMs", value: 200 });
    expect(rest).toEqual([2, 0]);
  });

  it("ends with its signal, and rejects with the reason", async () => {
    const vm = openVM();
    await vm.run("def spin():\n    while True: pass");
    const controller = new AbortController();
    const call = vm.call("spin", within({ signal: controller.signal })).catch((error: unknown) => error);
    controller.abort("enough");
    expect(await call).toBe("enough");
    expect(await vm.run("1 + 1")).toBe(2);
  });

  it("is refused bounds that do not exist", () => {
    expect(() => within({ wallTime: 3 } as never)).toThrow(
      "within: unknown option 'wallTime'; there are wallTimeMs, signal",
    );
    expect(() => within({ wallTimeMs: 0 })).toThrow("within: wallTimeMs must be above 0, not 0");
  });
});
