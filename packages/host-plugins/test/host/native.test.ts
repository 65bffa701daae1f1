// Native plugins: activated in order, disposed of in reverse, bounded in time; and the figures of scripts.
import { queued } from "@krait/asyncio";
import { arg, asyncFunction, defaultPlatform, nativeFunction, nativeModule, t } from "@krait/core";
import { describe, expect, it } from "vitest";
import { virtualPlatform } from "../../../../tools/testing/virtual-platform.ts";
import { createPluginHost, definePlugin, memorySource, PluginError } from "../../src/index.ts";
import { openHosts, plugin } from "../open-hosts.ts";

const openHost = openHosts();

describe("native plugins", () => {
  it("start after those they require, and end before them, with what they hold", async () => {
    const log: string[] = [];
    const native = (id: string, requires: Record<string, string> = {}) =>
      definePlugin({
        id,
        version: "1.2.0",
        requires,
        activate(context) {
          log.push(`${id} begins`);
          context.subscriptions.push(() => void log.push(`${id} releases`));
          context.command("name", () => id);
          context.log.info("hello");
        },
        dispose: () => void log.push(`${id} disposes`),
      });
    const { host, lines } = openHost({}, { modules: [native("top", { base: "^1.0" }), native("base")] });
    await host.start();
    expect(host.plugins.map(({ id, kind, state }) => [id, kind, state])).toEqual([
      ["base", "native", "active"],
      ["top", "native", "active"],
    ]);
    expect(await host.commands.run("top.name")).toBe("top");
    await host.close();
    expect(log).toEqual([
      "base begins",
      "top begins",
      "top disposes",
      "top releases",
      "base disposes",
      "base releases",
    ]);
    expect(lines).toEqual(["base: hello", "top: hello"]);
  });

  it("that never end, or throw, are waited for no longer than they may be, and reported", async () => {
    const never = new Promise<void>(() => {});
    const log: string[] = [];
    const bad = definePlugin({
      id: "bad",
      version: "1.0.0",
      activate({ subscriptions }) {
        subscriptions.push(() => void log.push("first"));
        subscriptions.push(() => never);
        subscriptions.push(() => {
          throw new Error("no");
        });
      },
      dispose: () => never,
    });
    const slow = definePlugin({ id: "slow", version: "1.0.0", activate: () => never });
    const { host, failures } = openHost(
      {},
      {
        modules: [bad, slow],
        platform: defaultPlatform(),
        timeouts: { activationMs: 20, disposeMs: 20, subscriptionMs: 20 },
      },
    );
    const { errors } = await host.start();
    expect(errors.map(({ message }) => message)).toEqual(["plugin 'slow' was not active within 20 ms"]);
    await host.close();
    expect(failures.slice(1)).toEqual([
      "bad, dispose, reported: dispose() did not end within 20 ms",
      "bad, releasing a subscription, reported: no",
      "bad, releasing a subscription, reported: a subscription was not released within 20 ms",
    ]);
    expect(log).toEqual(["first"]);
  });

  it.each([
    ["of one id twice", [{ id: "a" }, { id: "a" }], "duplicate-id: there are two native plugins 'a'"],
    [
      "in a circle",
      [
        { id: "a", requires: { b: "*" } },
        { id: "b", requires: { a: "*" } },
      ],
      "dependency-cycle: plugins depend on each other: a -> b -> a",
    ],
    [
      "that require what is missing",
      [{ id: "a", requires: { c: "*" } }],
      "missing-dependency: plugin 'a' depends on 'c' *, which is not there",
    ],
    [
      "of a hook twice",
      [
        { id: "a", hooks: { h: "first" } },
        { id: "b", hooks: { h: "first" } },
      ],
      "taken-name: there is a hook 'h' already",
    ],
    [
      "of a permission twice",
      [
        { id: "a", permissions: [{ name: "p", doc: "" }] },
        { id: "b", permissions: [{ name: "p", doc: "" }] },
      ],
      "taken-name: two native plugins declare the permission 'p'",
    ],
  ])("%s are refused at once", (_, parts, told) => {
    const modules = parts.map((part) => definePlugin({ version: "1.0.0", ...part } as never));
    let error: unknown;
    try {
      createPluginHost({ source: memorySource({}), modules });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(PluginError);
    expect(`${(error as PluginError).code}: ${(error as PluginError).message}`).toBe(told);
  });

  it("are told keys that do not exist, and hosts options that do not", () => {
    expect(() => definePlugin({ id: "a", version: "1.0.0", activte: () => {} } as never)).toThrow(
      "definePlugin: unknown key 'activte'",
    );
    const wrong =
      (options: object): (() => unknown) =>
      () =>
        createPluginHost({ source: memorySource({}), ...options });
    expect(wrong({ polcy: {} })).toThrow("createPluginHost: unknown option 'polcy'; there are source, modules");
    expect(wrong({ source: {} })).toThrow("option 'source' is missing, or has no method 'list'");
    expect(wrong({ policy: { grant: {} } })).toThrow("policy: unknown key 'grant'; there are grants, ask, restart");
    expect(wrong({ policy: { restart: { attempts: -1 } } })).toThrow("'attempts' must be at least 0, not -1");
    expect(wrong({ timeouts: { callMs: 0 } })).toThrow("'callMs' must be above 0, not 0");
    expect(wrong({ hostVersion: "one" })).toThrow("hostVersion must be a version, not 'one'");
    expect(wrong({ hooks: { h: "frist" } })).toThrow(
      "hook 'h': its kind must be one of first, sequential, parallel, not frist",
    );
  });
});

describe("queues of host functions", () => {
  it("bound what one plugin has under way, and no other waits for it", async () => {
    const running: string[] = [];
    const seen: string[][] = [];
    const slow = definePlugin({
      id: "slow",
      version: "1.0.0",
      modules: ({ id, platform }) => {
        const work = asyncFunction({
          returns: t.none,
          call: async () => {
            running.push(id);
            seen.push([...running]);
            await new Promise<void>((resolve) => void platform.timer(10, resolve));
            running.splice(running.indexOf(id), 1);
          },
        });
        return [nativeModule({ name: "slow", functions: { work: queued(work, { concurrency: 1, capacity: 10 }) } })];
      },
    });
    const source =
      "import asyncio, slow\nasync def on_activate():\n    await asyncio.gather(*[slow.work() for _ in range(3)])";
    const { host } = openHost({ one: plugin("one", source), two: plugin("two", source) }, { modules: [slow] });
    expect((await host.start()).active).toEqual(["one", "two"]);
    expect(seen).toHaveLength(6);
    for (const each of seen) expect(new Set(each).size).toBe(each.length);
    expect(seen.some((each) => each.length === 2)).toBe(true);
  });
});

describe("a host", () => {
  it("stops those that depend on a plugin before it, and starts it again when asked", async () => {
    const { host, states } = openHost({
      bank: plugin("bank", ""),
      shop: plugin("shop", "", { dependencies: { bank: "*" } }),
      town: plugin("town", "", { dependencies: { shop: "*" } }),
      other: plugin("other", ""),
    });
    await host.start();
    states.length = 0;
    await host.stop("bank");
    expect(states).toEqual(["town", "shop", "bank"].flatMap((id) => [`${id}: closing`, `${id}: disabled`]));
    expect(host.plugin("other").state).toBe("active");
    await host.activate("town");
    expect(host.plugins.map(({ state }) => state)).toEqual(["active", "active", "active", "active"]);
  });

  it("tells what each plugin has used, over all its lives, as objects and as a table", async () => {
    const native = definePlugin({
      id: "native",
      version: "1.0.0",
      modules: () => [
        nativeModule({
          name: "native",
          functions: { echo: nativeFunction({ parameters: [arg("n", t.int)], returns: t.int, call: (n) => n }) },
        }),
      ],
    });
    const source = "import native\nfor n in range(100): native.echo(n)";
    const { host } = openHost({ busy: plugin("busy", source), idle: plugin("idle", "") }, { modules: [native] });
    await host.start();
    const [first] = host.figures();
    expect(first).toMatchObject({ id: "busy", state: "active", hostCalls: 100, failures: 0, restarts: 0 });
    expect(first?.instructions).toBeGreaterThan(100);
    expect(first?.activeTimeMs).toBeGreaterThan(0);
    await host.reload("busy");
    expect(host.figures()[0]?.hostCalls).toBe(200);
    const rows = host.table().split("\n");
    expect(rows).toHaveLength(3);
    expect(rows[0]?.split(/ {2,}/)).toEqual([
      "plugin",
      "state",
      "active ms",
      "instructions",
      "memory kB",
      "host calls",
      "worst ms",
      "failures",
      "restarts",
      "dropped",
    ]);
    expect(rows[1]).toMatch(/^busy {4}active {2}.* 200 /);
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  });

  it("tells the longest slice of a plugin that has ended too", async () => {
    const platform = virtualPlatform(0.01);
    const { host } = openHost({ busy: plugin("busy", "for n in range(1000): pass") }, { platform });
    await host.start();
    const worst = host.figures()[0]?.worstSliceMs ?? 0;
    expect(worst).toBeGreaterThan(0);
    await host.stop("busy");
    expect(host.figures()[0]).toMatchObject({ state: "disabled", worstSliceMs: worst });
  });

  it("draws for each plugin from its own seed, the same in each run", async () => {
    const draw = async (): Promise<string[]> => {
      const source = "import random\nprint(random.random())";
      const { host, lines } = openHost({ a: plugin("a", source), b: plugin("b", source) });
      await host.start();
      return [...lines].sort();
    };
    const [one, two] = [await draw(), await draw()];
    expect(one).toEqual(two);
    expect(one[0]?.slice(3)).not.toBe(one[1]?.slice(3));
  });
});
