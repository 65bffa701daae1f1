// What becomes of a plugin that fails: it is reported, stopped, started again, disabled; the others never notice.
import { defaultPlatform } from "@krait/core";
import { describe, expect, it } from "vitest";
import { definePlugin, events, type PluginFailure, timers } from "../../src/index.ts";
import { openHosts, plugin } from "../open-hosts.ts";
import { until } from "../until.ts";

const openHost = openHosts();

const HEARING = { permissions: { required: { events: ["*"] } } };
const GRANTED = { grants: { "*": { events: ["*"], timers: true } } } as const;
const policy = { ...GRANTED, restart: { attempts: 2, backoffMs: 100, factor: 3 } };

/** Counts ticks, and emits what it has counted. */
const COUNTER = `
import events
count = 0
@events.on("tick")
def tick(data):
    global count
    count += 1
    events.emit("counter.counted", count)
`;

const on = (body: string): string => `import events\n@events.on("go")\ndef go(data):\n    ${body}\n`;

/** Each ends the VM that it is in. */
const FATAL: Readonly<Record<string, { readonly body: string; readonly told: RegExp; readonly limits?: object }>> = {
  "an endless loop": { body: "while True: pass", told: /burstTimeMs/, limits: { burst_time_ms: 50 } },
  "an endless loop that catches everything": {
    body: "while True:\n        try:\n            while True: pass\n        except BaseException: pass",
    told: /burstTimeMs/,
    limits: { burst_time_ms: 50 },
  },
  "a memory bomb": {
    body: "kept = []\n    while True: kept.append(str(len(kept)) * 1_000)",
    told: /memoryBytes/,
    limits: { memory: "2MB" },
  },
  "a flood of output": { body: "while True: print('x' * 1_000)", told: /outputBytes/, limits: { output: 100_000 } },
  "too many instructions": {
    body: "for i in range(10**9): pass",
    told: /instructions/,
    limits: { instructions: 10_000 },
  },
};

describe("a plugin that fails", () => {
  it.each(Object.entries(FATAL))(
    "is stopped and started again, the others never: %s",
    async (_, { body, told, limits }) => {
      const { host, reported, states } = openHost(
        {
          bad: plugin("bad", on(body), { ...HEARING, ...(limits && { limits }) }),
          counter: plugin("counter", COUNTER, HEARING),
        },
        { modules: [events(), timers()], policy },
      );
      const counted: unknown[] = [];
      host.events.on("counter.counted", (count) => void counted.push(count));
      expect((await host.start()).active).toEqual(["bad", "counter"]);
      host.events.emit("go");
      host.events.emit("tick");
      await until(() => reported.length > 0);
      const [failure] = reported as [PluginFailure];
      expect(failure).toMatchObject({ plugin: "bad", outcome: "restarting", restartMs: 100 });
      expect(String(failure.error)).toMatch(told);
      await until(() => host.plugin("bad").state === "active");
      host.events.emit("tick");
      await until(() => counted.length === 2);
      expect(counted).toEqual([1, 2]);
      expect(states.filter((state) => state.startsWith("counter"))).toEqual([
        "counter: waiting",
        "counter: activating",
        "counter: active",
      ]);
      expect(host.figures().find(({ id }) => id === "bad")).toMatchObject({ failures: 1, restarts: 1 });
    },
  );

  it("is started later each time, and disabled in the end; an activation by hand begins anew", async () => {
    const { host, reported } = openHost(
      { bad: plugin("bad", on("while True: pass"), { ...HEARING, limits: { burst_time_ms: 20 } }) },
      { modules: [events(), timers()], policy },
    );
    await host.start();
    for (let round = 0; round < 3; round++) {
      host.events.emit("go");
      await until(() => reported.length === round + 1);
      if (round < 2) await until(() => host.plugin("bad").state === "active");
    }
    expect(reported.map(({ outcome, restartMs }) => [outcome, restartMs])).toEqual([
      ["restarting", 100],
      ["restarting", 300],
      ["disabled", null],
    ]);
    await until(() => host.plugin("bad").state === "disabled");
    expect(host.plugin("bad").error?.code).toBe("stopped");
    await host.activate("bad");
    expect(host.plugin("bad")).toMatchObject({ state: "active", error: null });
  });

  it("goes on after an exception of a handler, which is reported with its traceback; not after many in a row", async () => {
    const source = "import events\n@events.on('go')\ndef go(n):\n    if n: raise ValueError(f'no {n}')\n";
    const { host, reported, failures } = openHost(
      { odd: plugin("odd", source, HEARING) },
      { modules: [events(), timers()], policy: { ...policy, restart: { ...policy.restart, errorsInARow: 3 } } },
    );
    await host.start();
    for (const n of [1, 2, 0, 3, 4]) host.events.emit("go", n);
    await until(() => reported.length === 4);
    expect(reported.map(({ outcome }) => outcome)).toEqual(["reported", "reported", "reported", "reported"]);
    expect(reported[0]?.traceback).toBe(
      "Traceback (most recent call last):\n  File \"plugins/odd/main.py\", line 4, in go\n    if n: raise ValueError(f'no {n}')\n          ^^^^^^^^^^^^^^^^^^^^^^^^^^^\nValueError: no 1\n",
    );
    const errors = host.logs("odd").filter(({ level }) => level === "error");
    expect(errors).toHaveLength(4);
    expect(errors[0]?.message).toMatch(/^event 'go': Traceback [^]*\nValueError: no 1$/);
    host.events.emit("go", 5);
    await until(() => reported.length === 5);
    expect(failures[4]).toBe("odd, event 'go', restarting: no 5");
  });

  it("cannot be activated: with its traceback, again by the policy, and those that depend on it are told why", async () => {
    const { host, failures } = openHost(
      {
        broken: plugin("broken", "def on_activate():\n    raise RuntimeError('not today')"),
        needy: plugin("needy", "", { dependencies: { broken: "*" } }),
        fine: plugin("fine", ""),
      },
      { policy: { restart: { attempts: 1, backoffMs: 10 } } },
    );
    const report = await host.start();
    expect(report.active).toEqual(["fine"]);
    expect(report.errors.map(({ code, message }) => [code, message])).toEqual([
      ["activation-failed", "plugin 'broken' could not be activated: RuntimeError: not today"],
      [
        "dependency-failed",
        "plugin 'needy' depends on 'broken', which failed: plugin 'broken' could not be activated: RuntimeError: not today",
      ],
    ]);
    expect(report.errors[0]?.traceback).toContain('File "plugins/broken/main.py", line 2, in on_activate');
    await until(() => host.plugin("broken").state === "disabled");
    expect(failures.filter((each) => each.startsWith("broken"))).toHaveLength(2);
  });

  it("is not started again when its script does not compile", async () => {
    const { host, failures } = openHost({ typo: plugin("typo", "def f(:\n    pass") });
    const { errors } = await host.start();
    expect(errors.map(({ code }) => code)).toEqual(["bad-script"]);
    expect(host.plugin("typo").state).toBe("disabled");
    expect(failures).toEqual([
      "typo, activation, disabled: plugin 'typo' could not be activated: SyntaxError: invalid syntax",
    ]);
  });

  it("is not active in time: its activation ends at its deadline, whatever it waits for", async () => {
    const { host } = openHost(
      {
        slow: plugin("slow", "import time\ndef on_activate():\n    time.sleep(3600)"),
        spin: plugin("spin", "while True: pass", { limits: { burst_time_ms: 1_000_000 } }),
        fine: plugin("fine", ""),
      },
      {
        platform: defaultPlatform(),
        timeouts: { activationMs: 50 },
        limits: { burstTimeMs: 1_000_000 },
        policy: { restart: { attempts: 0 } },
      },
    );
    const { active, errors } = await host.start();
    expect(active).toEqual(["fine"]);
    expect(errors.map(({ code, message }) => `${code}: ${message}`).sort()).toEqual([
      "activation-timeout: plugin 'slow' was not active within 50 ms",
      "activation-timeout: plugin 'spin' was not active within 50 ms",
    ]);
  });

  it("S5.11 releases each thing it had registered once, when it throws halfway", async () => {
    const log: string[] = [];
    const shelf = definePlugin({
      id: "shelf",
      version: "1.0.0",
      activate({ subscriptions }) {
        subscriptions.push(() => void log.push("first"));
        subscriptions.push({ [Symbol.dispose]: () => void log.push("second") });
        subscriptions.push({ [Symbol.asyncDispose]: async () => void log.push("third") });
        throw new Error("halfway");
      },
      dispose: () => void log.push("dispose"),
    });
    const source = `
import events, plugin
@events.on("tick")
def tick(data): print("ticked")
@plugin.command("go")
def go(): return 1
raise ValueError("halfway")
`;
    const half = plugin("half", source, { ...HEARING, contributes: { commands: { go: "Goes." } } });
    const { host, lines } = openHost(
      { half },
      { modules: [shelf, events(), timers()], policy: { ...GRANTED, restart: { attempts: 0 } } },
    );
    const { errors } = await host.start();
    expect(errors.map(({ plugin: id, code }) => [id, code]).sort()).toEqual([
      ["half", "activation-failed"],
      ["shelf", "activation-failed"],
    ]);
    expect(log).toEqual(["third", "second", "first"]);
    host.events.emit("tick");
    await expect(host.commands.run("half.go")).rejects.toMatchObject({ code: "unknown-name" });
    await host.close();
    expect([log.length, lines]).toEqual([3, []]);
  });

  it("ends by its own timer, and takes its timers with it", async () => {
    const source =
      "import timers\ndef tick(): print('tick')\ntimers.every(0.01, tick)\ntimers.after(0.025, lambda: [0] * 10**9)";
    const { host, lines, reported } = openHost(
      { t: plugin("t", source, { permissions: { required: { timers: true } }, limits: { memory: "1MB" } }) },
      { modules: [events(), timers()], policy: { ...GRANTED, restart: { attempts: 0 } } },
    );
    await host.start();
    await until(() => reported.length > 0);
    expect(lines.length).toBeGreaterThan(0);
    await host.stop("t");
    const told = lines.length;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(lines.length).toBe(told);
  });
});
