// Bad input through the host: a clear error for each, nothing lost, and the others unaffected.
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { defaultPlatform } from "@krait/core";
import {
  checkPlugins,
  createPluginHost,
  definePlugin,
  events,
  joinSources,
  memorySource,
  memoryStorage,
  PluginError,
  type PluginSource,
  storage,
  timers,
  zipSource,
} from "../src/index.ts";
import { type Files, openHosts, plugin } from "./open-hosts.ts";
import { until } from "./until.ts";

const openHost = openHosts();

/** Goes on whatever becomes of others: each test ends by asking it. */
const FINE = plugin("fine", "import plugin\n@plugin.command('ask')\ndef ask(): return 'fine'", {
  contributes: { commands: { ask: "Answers." } },
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const manifest = (id: string, more: object = {}): string =>
  JSON.stringify({ id, version: "1.0.0", api: "^1.0", ...more }, null, 2);

/** What a host made of plugins that cannot be, each as "code: message"; the fine one is active beside them. */
async function refusals(files: Readonly<Record<string, Files>>, options = {}): Promise<string[]> {
  const { host, failures } = openHost({ ...files, fine: FINE }, options);
  const { active, errors } = await host.start();
  expect(active).toContain("fine");
  expect(await host.commands.run("fine.ask")).toBe("fine");
  expect(failures.length).toBe(errors.length);
  return errors.map(({ code, message }) => `${code}: ${message}`).sort();
}

async function failure(promise: Promise<unknown>): Promise<PluginError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PluginError);
  return error as PluginError;
}

describe("plugins that depend", () => {
  it("on each other, or on what is not there, or of a wrong version, are refused with the names", async () => {
    expect(
      await refusals({
        a: plugin("a", "", { dependencies: { b: "*" } }),
        b: plugin("b", "", { dependencies: { c: "*" } }),
        c: plugin("c", "", { dependencies: { a: "*" } }),
        d: plugin("d", "", { dependencies: { fin: "^1.0" } }),
        e: plugin("e", "", { dependencies: { fine: "^2.1" } }),
        f: plugin("f", "", { dependencies: { e: "*" } }),
      }),
    ).toEqual([
      "dependency-cycle: plugins depend on each other: a -> b -> c -> a",
      "dependency-cycle: plugins depend on each other: b -> c -> a -> b",
      "dependency-cycle: plugins depend on each other: c -> a -> b -> c",
      "dependency-failed: plugin 'f' depends on 'e', which cannot be loaded: plugin 'e' depends on 'fine' ^2.1, and there is version 1.0.0",
      "missing-dependency: plugin 'd' depends on 'fin' ^1.0, which is not there; did you mean 'fine'?",
      "wrong-version: plugin 'e' depends on 'fine' ^2.1, and there is version 1.0.0",
    ]);
  });

  it("have one id with another, or with a native plugin: both places are named, and the first is taken", async () => {
    expect(
      await refusals(
        { one: plugin("twin", ""), two: plugin("twin", ""), three: plugin("timers", "") },
        { modules: [timers()] },
      ),
    ).toEqual([
      "duplicate-id: plugins/three: there is a plugin 'timers' already, in a native plugin of the host",
      expect.stringMatching(
        /^duplicate-id: plugins\/(?:one|two): there is a plugin 'twin' already, in plugins\/(?:one|two)$/,
      ),
    ]);
  });
});

describe("paths that lead elsewhere", () => {
  it("in ids and entries are refused, with their line", async () => {
    const told = await refusals({
      up: plugin("../up", ""),
      nul: plugin("a\0b", ""),
      proto: plugin("__proto__", ""),
      entry: plugin("entry", "", { entry: "../fine/main.py" }),
      absolute: plugin("absolute", "", { entry: "/etc/passwd.py" }),
      drive: plugin("drive", "", { entry: "C:main.py" }),
    });
    expect(told.map((each) => each.split(": ").slice(0, 2).join(": "))).toEqual([
      "bad-manifest: plugins/absolute/plugin.json:5:12",
      "bad-manifest: plugins/drive/plugin.json:5:12",
      "bad-manifest: plugins/entry/plugin.json:5:12",
      "bad-manifest: plugins/nul/plugin.json:2:9",
      "bad-manifest: plugins/proto/plugin.json:2:9",
      "bad-manifest: plugins/up/plugin.json:2:9",
    ]);
    expect(told[2]).toContain('"../fine/main.py" has the part ".."');
  });

  it("in files and archives are refused, and archives that unpack to too much", async () => {
    const zip = (id: string, more: Readonly<Record<string, Uint8Array>>): Uint8Array =>
      zipSync({ "plugin.json": bytes(manifest(id)), "main.py": bytes(""), ...more });
    const source = joinSources(
      memorySource({ fine: FINE, climber: { ...plugin("climber", ""), "../fine/main.py": "" } }),
      zipSource(
        {
          slip: zip("slip", { "../../fine/main.py": bytes("") }),
          bomb: zip("bomb", { "data.bin": new Uint8Array(3_000_000) }),
          broken: bytes("PK no archive"),
          good: zip("good", {}),
        },
        { limits: { bytes: 1_000_000 } },
      ),
    );
    const { host } = openHost({}, { source });
    const { active, errors } = await host.start();
    expect(active).toEqual(["fine", "good"]);
    expect(errors.map(({ code, message }) => `${code}: ${message}`).sort()).toEqual([
      "bad-archive: plugins/broken: the archive cannot be read: it is no zip archive, or its end is missing",
      "too-large: plugins/bomb: more than 1000000 bytes",
      'unsafe-path: plugins/climber: the path "../fine/main.py" has the part ".."',
      'unsafe-path: plugins/slip: the path "../../fine/main.py" has the part ".."',
    ]);
  });
});

describe("permissions that do not exist", () => {
  const modules = [events(), timers()];

  it("in a manifest are refused with file, line and column", async () => {
    expect(
      await refusals(
        {
          odd: plugin("odd", "", { permissions: { required: { timer: true }, optional: { events: true } } }),
        },
        { modules },
      ),
    ).toEqual([
      'unknown-permission: plugins/odd/plugin.json:7:7: there is no permission "timer"; did you mean "timers"?\n' +
        'plugins/odd/plugin.json:10:17: permissions.optional.events must be a list of names or patterns, as ["api.example.com", "*.example.org"], not true',
    ]);
  });

  it("in a policy are refused when the host is made", () => {
    const made = (grants: object) => () =>
      createPluginHost({ source: memorySource({}), modules, policy: { grants } as never });
    expect(made({ "*": { timer: true } })).toThrow(
      "createPluginHost: policy.grants['*']: there is no permission 'timer'; did you mean 'timers'?",
    );
    expect(made({ bot: { events: true } })).toThrow(
      "createPluginHost: policy.grants['bot']: the permission 'events' takes a list of names or patterns",
    );
    expect(made({ bot: { events: ["*"], timers: true } })).not.toThrow();
  });

  it("in request(), grant() and revoke() are refused, and nothing is changed", async () => {
    const source = `
import plugin
for name in "timer", "__proto__":
    try: plugin.request(name)
    except ValueError as error: print(error)
`;
    const { host, lines } = openHost(
      { bot: plugin("bot", source, { permissions: { required: { timers: true } } }) },
      { modules, policy: { grants: { "*": { timers: true } } } },
    );
    await host.start();
    const unknown = "there is no permission 'timer'; did you mean 'timers'?";
    expect(lines).toEqual([`bot: ${unknown}`, "bot: there is no permission '__proto__'"]);
    for (const act of [() => host.grant("bot", "timer"), () => host.revoke("bot", "timer")]) {
      expect(act).toThrow(expect.objectContaining({ code: "unknown-permission", message: unknown }));
    }
    expect(() => host.grant("bot", "events", true)).toThrow("the permission 'events' takes a list");
    expect(() => host.revoke("bto", "timers")).toThrow("there is no script plugin 'bto'");
    expect(host.grants("bot")).toEqual({ timers: true });
    expect(host.revoke("bot", "timers")).toBe(true);
    expect(host.revoke("bot", "timers")).toBe(false);
  });
});

describe("a source", () => {
  const good: PluginSource = memorySource({ fine: FINE });
  const answering = (load: (name: string) => unknown): PluginSource => ({
    list: async () => ["bad", "fine"],
    load: async (name) => (name === "fine" ? await good.load(name) : ((await load(name)) as never)),
  });

  it.each([
    [
      "rejects",
      async () => Promise.reject(new Error("no disk")),
      "unreadable: plugin 'bad' could not be read: Error: no disk",
    ],
    ["throws what is no error", () => Promise.reject(7 as never), "unreadable: plugin 'bad' could not be read: 7"],
    [
      "answers nothing",
      () => undefined,
      "unreadable: load() of the source must answer a place and a Map of files for 'bad'",
    ],
    [
      "answers an object of files",
      () => ({ place: "bad", files: {} }),
      "unreadable: load() of the source must answer a place and a Map of files for 'bad'",
    ],
    [
      "answers text for bytes",
      () => ({ place: "bad", files: new Map([["main.py", ""]]) }),
      "unreadable: bad: a file that the source has loaded must have a path and bytes",
    ],
    [
      "answers a path that leads elsewhere",
      () => ({ place: "bad", files: new Map([["../main.py", bytes("")]]) }),
      'unsafe-path: bad: the path "../main.py" has the part ".."',
    ],
    ["answers no manifest", () => ({ place: "bad", files: new Map() }), "no-manifest: bad: "],
  ])("whose load() %s has that plugin refused alone", async (_, load, message) => {
    const { host } = openHost({}, { source: answering(load) });
    const { active, errors } = await host.start();
    expect(active).toEqual(["fine"]);
    expect(errors.map((error) => `${error.code}: ${error.message}`)).toEqual([expect.stringContaining(message)]);
    expect(host.plugins.map(({ id, state }) => `${id}: ${state}`)).toEqual(["fine: active", "bad: refused"]);
  });

  it("whose list() fails, or answers no names, has the start fail; the next one may succeed", async () => {
    let answer: () => unknown = () => Promise.reject(new Error("no disk"));
    const source: PluginSource = { list: async () => (await answer()) as string[], load: (name) => good.load(name) };
    const { host } = openHost({}, { source });
    await expect(host.start()).rejects.toThrow("no disk");
    for (const odd of [undefined, "fine", [1], {}]) {
      answer = () => odd;
      expect(await failure(host.start())).toMatchObject({
        code: "unreadable",
        message: "list() of the source of plugins must answer an array of names",
      });
    }
    answer = () => ["fine", "fine"];
    expect(await host.start()).toEqual({ active: ["fine"], waiting: [], errors: [] });
  });

  it("that fails at a reload leaves the old version running", async () => {
    const { host, files } = openHost({ fine: FINE });
    await host.start();
    files.fine = null as never;
    expect((await failure(host.reload("fine"))).code).toBe("unreadable");
    expect(await host.commands.run("fine.ask")).toBe("fine");
  });
});

describe("sources and storage of the host", () => {
  it("are refused where they are passed, when they are something else", async () => {
    for (const wrong of [null, undefined, 5, "plugins", { list: () => [] }]) {
      expect(() => joinSources(memorySource({}), wrong as never)).toThrow(
        "joinSources: source 2 is missing, or has no",
      );
      await expect(checkPlugins(wrong as never)).rejects.toThrow("checkPlugins: source is missing, or has no method");
    }
    for (const wrong of [null, undefined, 5, "plugins", []]) {
      expect(() => memorySource(wrong as never)).toThrow("memorySource: plugins must be an object, not ");
      expect(() => zipSource(wrong as never)).toThrow("zipSource: archives must be an object, not ");
    }
    expect(() => memorySource({}, { places: "mods" } as never)).toThrow("memorySource: unknown option 'places'");
    expect(() => zipSource({}, { place: 5 } as never)).toThrow("zipSource: option 'place' must be of type string");
    for (const wrong of [null, 5, {}]) {
      expect(() => memoryStorage(wrong as never)).toThrow("memoryStorage: texts must be pairs of id and text, not ");
    }
  });
});

describe("native plugins", () => {
  it.each([
    [
      "throw in modules()",
      () => {
        throw new Error("boom");
      },
      "Error: boom",
    ],
    ["answer no array", () => 7 as never, "modules() must answer an array"],
  ])("that %s keep scripts from starting, and are named", async (_, modules, told) => {
    const bad = definePlugin({ id: "bad", version: "1.0.0", modules });
    const { host } = openHost({ bot: plugin("bot", "") }, { modules: [bad], policy: { restart: { attempts: 0 } } });
    const { errors } = await host.start();
    expect(errors.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      `activation-failed: the native plugin 'bad' has no modules for plugin 'bot': ${told}`,
    ]);
    expect(host.plugin("bot").state).toBe("disabled");
  });
});

describe("storage through the host", () => {
  const KEEPER = plugin(
    "keeper",
    `
import storage
def on_activate():
    print(storage.get("n"))
    try: storage.set("big", "x" * 900)
    except OSError as error: print(error)
    storage.set("n", 1)
    print(storage.keys())
`,
    { permissions: { required: { storage: 500 } } },
  );
  const options = { modules: [storage()], policy: { grants: { "*": { storage: 500 } } } };

  it("that is damaged or full is told, and loses nothing that could be read", async () => {
    const backend = memoryStorage([["keeper", '{"format":1,"version":1,"data":{"n":']]);
    const { host, lines, failures } = openHost({ keeper: KEEPER, fine: FINE }, { ...options, storage: backend });
    expect((await host.start()).active).toEqual(["fine", "keeper"]);
    expect(lines).toEqual([
      "keeper: None",
      "keeper: 'big' takes at least 900 bytes, and 'keeper' may store 500 bytes",
      "keeper: ['n']",
    ]);
    expect(failures.length).toBe(1);
    await host.close();
    expect([...backend.texts.keys()].sort()).toEqual(["keeper", "keeper.damaged-1"]);
    expect(backend.texts.get("keeper")).toContain('"n":1');
  });
});

describe("a plugin that does not end", () => {
  it.each([
    ["loops", "while True: pass"],
    [
      "catches everything",
      "while True:\n        try:\n            while True: pass\n        except BaseException: pass",
    ],
    ["waits", "import time; time.sleep(3600)"],
  ])("because its on_dispose %s is ended all the same, and that is told", async (_, body) => {
    const { host, failures, states } = openHost(
      { stuck: plugin("stuck", `def on_dispose():\n    ${body}`), fine: FINE },
      { platform: defaultPlatform(), limits: { burstTimeMs: 30 }, timeouts: { disposeMs: 60 } },
    );
    await host.start();
    await host.stop("stuck");
    expect(failures).toEqual([
      expect.stringMatching(/^stuck, on_dispose, reported: script stopped: it passed the limit/),
    ]);
    expect(states.at(-1)).toBe("stuck: disabled");
    expect(await host.commands.run("fine.ask")).toBe("fine");
    await host.activate("stuck");
    expect(host.plugin("stuck").state).toBe("active");
  });

  it("during a reload is replaced; reloads of several at once disturb none", async () => {
    const version = (n: number): Files =>
      plugin("stuck", `def on_dispose():\n    while True: pass`, { version: `1.0.${n}` });
    const { host, files } = openHost(
      { stuck: version(0), fine: FINE },
      { platform: defaultPlatform(), limits: { burstTimeMs: 30 } },
    );
    const starting = host.start();
    await until(() => host.plugins.length === 2);
    files.stuck = version(1);
    await Promise.all([starting, host.reload("stuck"), host.reload("fine"), host.reload("stuck")]);
    expect(host.plugins.map(({ id, state, version: is }) => [id, state, is])).toEqual([
      ["fine", "active", "1.0.0"],
      ["stuck", "active", "1.0.1"],
    ]);
  });
});
