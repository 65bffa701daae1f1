// Reloading: the new version is checked first, gets what the old one left, and is undone where it cannot start; no event is lost.
import { describe, expect, it } from "vitest";
import { definePlugin, events, type PluginError } from "../../src/index.ts";
import { openHosts, plugin } from "../open-hosts.ts";
import { until } from "../until.ts";

const openHost = openHosts();
const policy = { grants: { "*": { events: ["*"] } } };

/** Counts events, over its versions. */
const counter = (version: string, body = "", more: Readonly<Record<string, unknown>> = {}) =>
  plugin(
    "counter",
    `
import events, plugin
count = plugin.state["count"] if plugin.state else 0
@events.on("tick")
def tick(n):
    global count
    count += 1
    print(plugin.version, n, count)
def on_dispose():
    return {"count": count}
${body}`,
    { version, permissions: { required: { events: ["*"] } }, ...more },
  );

function opened(first = counter("1.0.0"), more = {}) {
  const open = openHost({ counter: first, ...more }, { modules: [events()], policy });
  const reloads: string[] = [];
  open.host.on("reload", (id, version) => void reloads.push(`${id} ${version}`));
  return { ...open, reloads };
}

async function failure(promise: Promise<unknown>): Promise<PluginError> {
  return (await promise.then(
    () => null,
    (error: unknown) => error,
  )) as PluginError;
}

describe("a reload", () => {
  it("gives the new version what the old one left, and every event to one of them", async () => {
    const { host, files, lines, reloads, states } = opened();
    await host.start();
    host.events.emit("tick", 1);
    files.counter = counter("1.1.0");
    const reloading = host.reload("counter");
    for (const n of [2, 3]) host.events.emit("tick", n);
    await until(() => host.plugin("counter").state === "reloading");
    for (const n of [4, 5]) host.events.emit("tick", n);
    await reloading;
    host.events.emit("tick", 6);
    await until(() => lines.length === 6);
    expect(lines.map((line) => line.split(" ").slice(2).join(" "))).toEqual(["1 1", "2 2", "3 3", "4 4", "5 5", "6 6"]);
    expect(lines.map((line) => line.split(" ")[1])).toEqual(["1.0.0", "1.0.0", "1.0.0", "1.1.0", "1.1.0", "1.1.0"]);
    expect(reloads).toEqual(["counter 1.1.0"]);
    expect(states.filter((state) => state.startsWith("counter"))).toEqual(
      ["waiting", "activating", "active", "reloading", "active"].map((state) => `counter: ${state}`),
    );
  });

  it.each([
    ["has a broken manifest", { "plugin.json": "{", "main.py": "" }, "bad-manifest"],
    ["has a script that does not compile", counter("2.0.0", "def ("), "bad-script"],
    ["is made for another host", counter("2.0.0", "", { api: "^9.0" }), "wrong-version"],
    ["depends on what is not there", counter("2.0.0", "", { dependencies: { bank: "*" } }), "missing-dependency"],
    ["depends on who depends on it", counter("2.0.0", "", { dependencies: { user: "*" } }), "dependency-cycle"],
    ["is too new for who depends on it", counter("3.0.0"), "wrong-version"],
    [
      "requires what it is not granted",
      counter("2.0.0", "", { permissions: { required: { other: true } } }),
      "permission-refused",
    ],
    [
      "requires a permission that does not exist",
      counter("2.0.0", "", { permissions: { required: { evnts: ["*"] } } }),
      "unknown-permission",
    ],
    ["has another id", plugin("conter", ""), "wrong-state"],
  ] as const)("that %s leaves the old one as it was", async (_, next, code) => {
    const other = definePlugin({ id: "other", version: "1.0.0", permissions: [{ name: "other", doc: "Others." }] });
    const user = plugin("user", "", { dependencies: { counter: "<3" } });
    const { host, files, lines, failures } = openHost(
      { counter: counter("1.0.0"), user },
      { modules: [events(), other], policy },
    );
    await host.start();
    files.counter = next;
    expect((await failure(host.reload("counter"))).code).toBe(code);
    host.events.emit("tick", 1);
    await until(() => lines.length === 1);
    expect([lines, failures]).toEqual([["counter: 1.0.0 1 1"], []]);
    files.counter = counter("1.2.0");
    await host.reload("counter");
    expect(host.plugin("counter")).toMatchObject({ version: "1.2.0", state: "active" });
  });

  it("to a version that fails when it starts brings the old one back, with what it left", async () => {
    const { host, files, lines, failures, reloads } = opened();
    await host.start();
    host.events.emit("tick", 1);
    files.counter = counter("2.0.0", "raise RuntimeError('not ready')");
    const reloading = failure(host.reload("counter"));
    await until(() => host.plugin("counter").state === "reloading");
    host.events.emit("tick", 2);
    expect(await reloading).toMatchObject({
      code: "activation-failed",
      message: "plugin 'counter' could not be activated: RuntimeError: not ready",
      traceback: expect.stringContaining("RuntimeError: not ready"),
    });
    await until(() => lines.length === 2);
    expect(lines).toEqual(["counter: 1.0.0 1 1", "counter: 1.0.0 2 2"]);
    expect(host.plugin("counter")).toMatchObject({ version: "1.0.0", state: "active", error: null });
    expect(failures).toEqual([
      "counter, reload, reported: plugin 'counter' could not be activated: RuntimeError: not ready",
    ]);
    expect(reloads).toEqual([]);
  });

  it("goes on where on_dispose fails, never ends, or answers what is no data", async () => {
    for (const body of ["1 / 0", "while True: pass", "import time; time.sleep(10**6)", "return print"]) {
      const bad = counter("1.0.0", `def on_dispose():\n    ${body}`);
      const { host, files, failures } = openHost(
        { counter: bad },
        { modules: [events()], policy, timeouts: { disposeMs: 100 } },
      );
      await host.start();
      files.counter = counter("1.1.0", "print(plugin.state)");
      await host.reload("counter");
      expect(host.plugin("counter")).toMatchObject({ version: "1.1.0", state: "active" });
      expect(failures.map((each) => each.split(":")[0])).toEqual(["counter, on_dispose, reported"]);
      expect(host.logs("counter").at(-1)?.message).toBe("None");
    }
  });

  it("during the activation waits for it; two at once that have not begun are one", async () => {
    const { host, files, lines, reloads } = opened(counter("1.0.0", "import time\ntime.sleep(1)\nprint('one')"));
    const starting = host.start();
    await until(() => host.plugins.some(({ id, state }) => id === "counter" && state === "activating"));
    files.counter = counter("1.1.0", "print('two')");
    const both = [host.reload("counter"), host.reload("counter")];
    await Promise.all([starting, ...both]);
    expect(lines).toEqual(["counter: one", "counter: two"]);
    expect(reloads).toEqual(["counter 1.1.0"]);
    const third = host.reload("counter");
    await until(() => host.plugin("counter").state === "reloading");
    files.counter = counter("1.3.0");
    await Promise.all([third, host.reload("counter")]);
    expect(reloads).toEqual(["counter 1.1.0", "counter 1.1.0", "counter 1.3.0"]);
  });

  it("starts a plugin that was disabled or waits for its restart, and leaves one that waits to be started waiting", async () => {
    const { host, files } = opened(counter("1.0.0", "raise RuntimeError"), {
      lazy: plugin("lazy", "", { activation: ["event:never"], permissions: { required: { events: ["*"] } } }),
    });
    await host.start();
    expect(host.plugin("counter").state).toBe("restarting");
    files.counter = counter("1.0.1");
    files.lazy = plugin("lazy", "", { version: "1.0.1", activation: ["event:never"] });
    await Promise.all([host.reload("counter"), host.reload("lazy")]);
    expect(host.plugin("counter")).toMatchObject({ version: "1.0.1", state: "active", error: null });
    expect(host.plugin("lazy")).toMatchObject({ version: "1.0.1", state: "waiting" });
  });

  it("is refused for native plugins, unknown ones, and a host that closes", async () => {
    const { host } = opened();
    await host.start();
    expect(await failure(host.reload("events"))).toMatchObject({
      code: "wrong-state",
      message: "plugin 'events' is native, and cannot be reloaded",
    });
    expect(await failure(host.reload("conter"))).toMatchObject({
      code: "unknown-plugin",
      message: "there is no script plugin 'conter'; did you mean 'counter'?",
    });
    const closing = host.close();
    expect(await failure(host.reload("counter"))).toMatchObject({ code: "host-closed" });
    await closing;
    expect(host.close()).toBe(closing);
  });
});

describe("a watched source", () => {
  it("reloads what has changed, loads what is new, and tells of what fails", async () => {
    let changed: (name: string) => void = () => {};
    let isWatched = true;
    const files = { counter: counter("1.0.0") };
    const open = opened();
    const { host } = openHost(files, {
      modules: [events()],
      policy,
      source: {
        list: async () => ["counter"],
        load: async (name) => ({
          place: name,
          files: new Map(
            Object.entries(sources[name] ?? {}).map(([path, text]) => [path, new TextEncoder().encode(text as string)]),
          ),
        }),
        watch: (listener) => {
          changed = listener;
          return async () => void (isWatched = false);
        },
      },
    });
    const sources: Record<string, Readonly<Record<string, unknown>>> = { counter: files.counter };
    const failures: string[] = [];
    host.on("failure", ({ during, error }) => void failures.push(`${during}: ${(error as Error).message}`));
    await host.start();
    const stop = host.watch();
    expect(() => host.watch()).toThrow("watched already");
    expect(() => open.host.watch()).toThrow("cannot be watched");
    sources.counter = counter("1.1.0");
    changed("counter");
    await until(() => host.plugin("counter").version === "1.1.0" && host.plugin("counter").state === "active");
    sources.counter = counter("1.2.0", "def (");
    changed("counter");
    await until(() => failures.length === 1);
    expect(failures[0]).toMatch(/^reload: counter\/main\.py:11:5: SyntaxError/);
    sources.fresh = plugin("fresh", "");
    changed("fresh");
    await until(() => host.plugins.some(({ id, state }) => id === "fresh" && state === "active"));
    await stop();
    expect(isWatched).toBe(false);
  });
});
