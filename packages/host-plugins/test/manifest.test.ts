// Manifests: what good ones say, what is told of broken ones, and that nothing else ever comes out.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkPermissions,
  type Permission,
  type PluginBundle,
  PluginError,
  readManifest,
  type ReadManifest,
} from "@krait/host-plugins";
import { BROKEN_JSON, BROKEN_TOML, type BrokenManifest } from "./broken-manifests.ts";

const encoder = new TextEncoder();

function bundle(files: Readonly<Record<string, string | Uint8Array>>): PluginBundle {
  return {
    place: "plugins/a",
    files: new Map(
      Object.entries({ "main.py": "", ...files }).map(([path, data]) => [
        path,
        typeof data === "string" ? encoder.encode(data) : data,
      ]),
    ),
  };
}

function failure(run: () => unknown): PluginError {
  try {
    run();
  } catch (error) {
    if (error instanceof PluginError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

/** The error as `line:column: message` for each problem. */
function told(error: PluginError): string[] {
  return error.problems.map(({ message, place }) => `${place?.line}:${place?.column}: ${message}`);
}

const FULL = `
id = "town-economy"
name = "Economy of towns"
version = "1.2.0-beta.1+build.5"
api = "^1.0.0"
entry = "ai/start.py"
storage_version = 3
activation = ["event:battle.ended", "hook:price", "command:pay"]

[dependencies]
weather = ">=1.0.0 <3"
geo_map = "*"

[permissions.required]
timers = true
net = ["api.example.com", "*.example.org"]
[permissions.optional]
storage = "1.5MB"
cache = 4096

[limits]
wall_time_ms = 1000
active_time_ms = 100
burst_time_ms = 50
instructions = 1_000_000
memory = "16MiB"
recursion_depth = 100
integer_bits = 4096
string_length = 10_000
output = 1000
tasks = 10
timers = 11
pending_host_calls = 12

[contributes]
hooks = ["price", "town:tax"]
[contributes.commands]
pay = "Pays a town"
`;

describe("a good manifest", () => {
  const files = { "ai/start.py": "" };
  const full = {
    id: "town-economy",
    name: "Economy of towns",
    version: "1.2.0-beta.1+build.5",
    api: "^1.0.0",
    entry: "ai/start.py",
    storageVersion: 3,
    activation: ["event:battle.ended", "hook:price", "command:pay"],
    dependencies: { weather: ">=1.0.0 <3", geo_map: "*" },
    permissions: {
      required: { timers: true, net: ["api.example.com", "*.example.org"] },
      optional: { storage: 1_500_000, cache: 4096 },
    },
    limits: {
      wallTimeMs: 1000,
      activeTimeMs: 100,
      burstTimeMs: 50,
      instructions: 1_000_000,
      memoryBytes: 16 * 2 ** 20,
      recursionDepth: 100,
      integerBits: 4096,
      stringLength: 10_000,
      outputBytes: 1000,
      tasks: 10,
      timers: 11,
      pendingHostCalls: 12,
    },
    contributes: { hooks: ["price", "town:tax"], commands: { pay: "Pays a town" } },
  };

  it("says all that it can, in TOML", () => {
    const { manifest } = readManifest(bundle({ ...files, "plugin.toml": FULL }));
    expect({ ...manifest, dependencies: { ...manifest.dependencies } }).toMatchObject(full);
    expect(Object.keys(manifest).sort()).toEqual(Object.keys(full).sort());
  });

  it("says the same in JSON, here of what needs to be said only", () => {
    const text =
      '\ufeff{"id": "a", "version": "0.0.1", "api": "1.x", "limits": {}, "permissions": {}, "contributes": {}}';
    expect(readManifest(bundle({ "plugin.json": text })).manifest).toEqual({
      id: "a",
      name: "a",
      version: "0.0.1",
      api: "1.x",
      entry: "main.py",
      storageVersion: 1,
      activation: ["startup"],
      dependencies: {},
      permissions: { required: {}, optional: {} },
      limits: {},
      contributes: { hooks: [], commands: {} },
    });
  });

  it.each([
    'id = "a"\nversion = "1.0.0"\napi = "*"\n',
    '# hello\r\nid = \'a-b_c9\'\r\nversion = """1.0.0"""\r\napi = "~1.2 || 3"',
    'contributes.commands.go-on = "x"\nid = "a"\nversion = "1.0.0"\napi = "*"\nactivation = ["command:go-on"]',
    'id = "a"\nversion = "1.0.0"\napi = "*"\npermissions = { required = { "net.fetch" = ["*"] } }',
    `id = "${"a".repeat(64)}"\nversion = "1.0.0"\napi = "*"\nname = "Größe 🏰"`,
  ])("%j", (text) => {
    expect(readManifest(bundle({ "plugin.toml": text })).manifest.storageVersion).toBe(1);
  });

  it("is frozen, and finds no name that it does not say", () => {
    const { manifest } = readManifest(bundle({ ...files, "plugin.toml": FULL }));
    expect([manifest.dependencies.constructor, manifest.permissions.required.toString]).toEqual([undefined, undefined]);
    expect(() => Object.assign(manifest.permissions.required, { files: true })).toThrow(TypeError);
    expect(() => (manifest.activation as string[]).push("startup")).toThrow(TypeError);
    expect(() => (manifest.permissions.required.net as string[]).push("*")).toThrow(TypeError);
  });
});

describe("a broken manifest", () => {
  const text = ({ text }: BrokenManifest): string => JSON.stringify(text);

  it.each(BROKEN_TOML.map((each) => [text(each), each] as const))("TOML %s", (_text, each) => {
    const error = failure(() => readManifest(bundle({ "plugin.toml": each.text })));
    expect(told(error)).toEqual(each.told);
    expect([error.code, error.place?.file]).toEqual(["bad-manifest", "plugins/a/plugin.toml"]);
    expect(error.message).toBe(each.told.map((line) => `plugins/a/plugin.toml:${line}`).join("\n"));
  });

  it.each(BROKEN_JSON.map((each) => [text(each), each] as const))("JSON %s", (_text, each) => {
    const error = failure(() => readManifest(bundle({ "plugin.json": each.text })));
    expect(told(error)).toEqual(each.told);
    expect([error.code, error.place?.file]).toEqual(["bad-manifest", "plugins/a/plugin.json"]);
  });

  it.each([
    [{}, "no-manifest", "plugins/a: there is neither a plugin.toml nor a plugin.json"],
    [
      { "plugin.toml": "", "plugin.json": "" },
      "bad-manifest",
      "plugins/a/plugin.toml: there is a plugin.json too: a plugin has one manifest",
    ],
    [{ "plugin.toml": Uint8Array.of(0xff) }, "bad-manifest", "plugins/a/plugin.toml: not UTF-8"],
    [
      { "plugin.json": " ".repeat(32_769) },
      "bad-manifest",
      "plugins/a/plugin.json: larger than 32768 bytes: it has 32769",
    ],
  ] as const)("as a file: %j", (files, code, message) => {
    const error = failure(() => readManifest(bundle(files)));
    expect([error.code, error.message, error.plugin]).toEqual([code, message, "a"]);
  });

  it("is named by its id where that can be read, else by its folder", () => {
    const named = (id: string) => failure(() => readManifest(bundle({ "plugin.toml": `id = ${id}` }))).plugin;
    expect([named('"economy"'), named('"Economy"'), named("5")]).toEqual(["economy", "a", "a"]);
  });

  it("tells fifty problems at most", () => {
    const keys = Array.from({ length: 200 }, (_, n) => `key${n} = 1`).join("\n");
    expect(failure(() => readManifest(bundle({ "plugin.toml": keys }))).problems).toHaveLength(50);
  });
});

describe("checkPermissions", () => {
  const kinds: ReadonlyMap<string, Permission> = new Map([
    ["timers", { name: "timers", doc: "Waits." }],
    ["net", { name: "net", doc: "Fetches.", form: "patterns" }],
    ["storage", { name: "storage", doc: "Stores.", form: "bytes" }],
  ]);
  const reading = (permissions: string): ReadManifest =>
    readManifest(bundle({ "plugin.toml": `id = "a"\nversion = "1.0.0"\napi = "*"\n${permissions}` }));

  it("lets kinds with their parameters pass", () => {
    const read = reading('[permissions.required]\ntimers = true\nnet = ["*"]\n[permissions.optional]\nstorage = "1MB"');
    expect(() => checkPermissions(read, kinds)).not.toThrow();
  });

  it.each([
    ["[permissions.required]\ntimer = true", ['5:1: there is no permission "timer"; did you mean "timers"?']],
    ["[permissions.optional]\nfiles = true", ['5:1: there is no permission "files"; there are net, storage, timers']],
    [
      'permissions.required.timers = 1\npermissions.optional.net = "1MB"',
      [
        "4:31: permissions.required.timers must be true, not 1",
        '5:28: permissions.optional.net must be a list of names or patterns, as ["api.example.com", "*.example.org"], not 1000000',
      ],
    ],
    [
      '[permissions.required]\nstorage = ["x"]\nnet = ["a*b"]',
      [
        '5:11: permissions.required.storage must be a number of bytes, or a size as "1MB" or "64KiB", not a list',
        '6:7: permissions.required.net must be a list of names or patterns, as ["api.example.com", "*.example.org"], not a list',
      ],
    ],
  ])("refuses %j", (permissions, expected) => {
    const error = failure(() => checkPermissions(reading(permissions), kinds));
    expect([error.code, error.plugin, told(error)]).toEqual(["unknown-permission", "a", expected]);
  });

  it("says so where no plugin declares any", () => {
    const error = failure(() => checkPermissions(reading("[permissions.required]\nnet = true"), new Map()));
    expect(told(error)).toEqual(['5:1: there is no permission "net"; there are none']);
  });
});

describe("whatever a manifest holds", () => {
  /** A manifest, or a PluginError with a place: anything else fails the test. */
  const settles = (name: string, data: string | Uint8Array): void => {
    try {
      readManifest(bundle({ [name]: data }));
    } catch (error) {
      expect(error).toBeInstanceOf(PluginError);
      expect((error as PluginError).place?.file).toBe(`plugins/a/${name}`);
    }
  };

  it("bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, toml) =>
        settles(toml ? "plugin.toml" : "plugin.json", bytes),
      ),
      { numRuns: 1000 },
    );
  });

  it("any JSON under any key", () => {
    const names =
      "id version api entry limits permissions activation contributes dependencies memory required optional commands hooks " +
      "__proto__ constructor toString valueOf";
    const key = fc.constantFrom(...names.split(" "));
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom("a", "1.0.0", "*", "1MB", "main.py", "event:x", true, null, 0, -0, 1e308, 5),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.array(fc.tuple(key, tie("value")), { maxLength: 6 }),
      ),
    })).value;
    // Pairs become an object's text, so that keys as __proto__ stand in it as they are.
    const shown = (each: unknown): string => {
      if (!Array.isArray(each)) return JSON.stringify(each);
      const isPairs = each.every((item) => Array.isArray(item) && item.length === 2 && typeof item[0] === "string");
      if (!isPairs) return `[${each.map(shown).join(",")}]`;
      return `{${each.map(([name, item]) => `${JSON.stringify(name)}:${shown(item)}`).join(",")}}`;
    };
    fc.assert(
      fc.property(value, (each) => settles("plugin.json", shown(each))),
      { numRuns: 2000 },
    );
  });

  it("any sequence of what TOML is made of", () => {
    const words =
      'id a limits permissions.required __proto__ constructor "a_b" [ ] [[ ]] { } = , . # " \' """ \'\'\' \\ 1 -1 1e9 inf true ' +
      '1979-05-27 07:32:00 "1.0.0" 🏰';
    const lines: readonly string[] = ["\n", "\r\n", " ", "\ud800", "\0", "a = 1\n", "[a]\n", "[[a]]\n", "a.b = 1\n"];
    const pieces = fc.constantFrom(...words.split(" "), ...lines);
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => settles("plugin.toml", parts.join(""))),
      { numRuns: 3000 },
    );
  });

  it.each([
    `x = ${"[".repeat(16_000)}${"]".repeat(16_000)}`,
    `x = ${"{a=".repeat(8_000)}1${"}".repeat(8_000)}`,
    `x${".x".repeat(16_000)} = 1`,
    `[x${".x".repeat(16_000)}]`,
    "[[a]]\n".repeat(5_000),
  ])("TOML %#, deep or long", (text) => {
    expect(failure(() => readManifest(bundle({ "plugin.toml": text }))).code).toBe("bad-manifest");
  });

  it.each([`{"x": ${"[".repeat(32_000)}`, `${'{"x":'.repeat(5_000)}1${"}".repeat(5_000)}`])("JSON %#, deep", (text) => {
    expect(failure(() => readManifest(bundle({ "plugin.json": text }))).message).toMatch(/nested more than 16 deep/);
  });
});
