// Plugins from a folder: what is listed and read, what links and systems refuse, and that changes are told.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PluginError } from "../errors.ts";
import type { PluginSource } from "../source/plugin-source.ts";
import { until } from "../../test/until.ts";
import { directorySource } from "./directory-source.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "krait-plugins-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function place(path: string, data: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), data);
}

async function texts(source: PluginSource, name: string): Promise<Record<string, string>> {
  const { files } = await source.load(name);
  return Object.fromEntries([...files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
}

async function failure(promise: Promise<unknown>): Promise<PluginError> {
  const error = await promise.catch((reason: unknown) => reason);
  if (error instanceof PluginError) return error;
  throw error;
}

describe("directorySource", () => {
  it("gives subfolders and archives, without what is hidden or cached", async () => {
    place("economy/plugin.toml", "id");
    place("economy/ai/paths.py", "x = 1");
    place("economy/__pycache__/main.pyc", "x");
    place("economy/.git/config", "x");
    place("economy/.env", "x");
    place("weather.zip", zipSync({ "weather/main.py": new TextEncoder().encode("y = 2") }));
    place("README.md", "x");
    place(".hidden/main.py", "x");
    place("__pycache__/main.pyc", "x");
    const source = directorySource(folder);
    expect(await source.list()).toEqual(["economy", "weather.zip"]);
    expect(await texts(source, "economy")).toEqual({ "plugin.toml": "id", "ai/paths.py": "x = 1" });
    expect(await texts(source, "weather.zip")).toEqual({ "main.py": "y = 2" });
    expect((await source.load("economy")).place).toBe(`${folder}/economy`);
    expect((await directorySource(`${folder}//`).load("economy")).place).toBe(`${folder}/economy`);
  });

  it("follows links in a plugin to its own files, and to plugins", async () => {
    place("a/real.py", "x");
    symlinkSync("real.py", join(folder, "a/link.py"));
    symlinkSync(join(folder, "a"), join(folder, "b"));
    const source = directorySource(folder);
    expect(await source.list()).toEqual(["a", "b"]);
    expect(await texts(source, "b")).toEqual({ "link.py": "x", "real.py": "x" });
  });

  it.each([
    ["../secret.txt", "unsafe-path", "leads out of the plugin's folder"],
    ["/", "unsafe-path", "leads out of the plugin's folder"],
    ["../a2/x.py", "unsafe-path", "leads out of the plugin's folder"],
    [".", "unsafe-path", "leads out of the plugin's folder"],
    ["lib", "unsafe-path", "leads to a folder"],
    ["nothing", "unreadable", "leads nowhere"],
    ["link.py", "unreadable", "leads nowhere"],
  ])("refuses a link to %s", async (target, code, fault) => {
    place("secret.txt", "x");
    place("a2/x.py", "x");
    place("a/lib/x.py", "x");
    symlinkSync(target, join(folder, "a/link.py"));
    const error = await failure(directorySource(folder).load("a"));
    expect([error.code, error.plugin, error.message]).toEqual([code, "a", `${folder}/a: the link "link.py" ${fault}`]);
  });

  it("refuses too many files and too many bytes", async () => {
    place("a/x.py", "12345");
    place("a/y.py", "67890");
    place("b.zip", new Uint8Array(20));
    const load = (limits: object, name = "a") => failure(directorySource(folder, { limits }).load(name));
    expect((await load({ files: 1 })).message).toBe(`${folder}/a: more than 1 files`);
    expect((await load({ bytes: 9 })).message).toBe(`${folder}/a: more than 9 bytes`);
    expect((await load({ bytes: 4 })).message).toBe(`${folder}/a: more than 4 bytes`);
    expect((await load({ bytes: 19 }, "b.zip")).message).toBe(`${folder}/b.zip: more than 19 bytes, packed`);
    expect((await load({}, "b.zip")).code).toBe("bad-archive");
  });

  it("has no plugin of a name that leads elsewhere, or that is none", async () => {
    place("a/x.py", "");
    place("x.txt", "");
    for (const name of ["..", ".", "a/../a", "", "b", "x.txt", "/"]) {
      expect((await failure(directorySource(folder).load(name))).code).toBe("unknown-plugin");
    }
    const error = await failure(directorySource(join(folder, "none")).list());
    expect([error.code, error.message]).toEqual(["unreadable", `${folder}/none: cannot be read: ENOENT`]);
  });

  it("tells which plugins have changed since they were loaded, before and after it is watched", async () => {
    for (const path of ["a/x.py", "b/x.py", "c/x.py", "d/x.py", "never/x.py"]) place(path, "0");
    const source = directorySource(folder, { settleMs: 20 });
    for (const name of ["a", "b", "c", "d"]) await source.load(name);
    place("a/x.py", "at a later time");
    const told = new Set<string>();
    const stop = source.watch?.((name) => told.add(name));
    // The watcher has not looked at the folder yet.
    place("b/deep/y.py", "new");
    rmSync(join(folder, "c"), { recursive: true });
    place("e/x.py", "new");
    place("d/__pycache__/x.pyc", "new");
    place("note.txt", "new");
    await until(() => told.size === 4);
    place("f.zip", "new");
    await until(() => told.size === 5);
    told.delete("a");
    place("a/x.py", "later still");
    await until(() => told.has("a"));
    await stop?.();
    expect([...told].sort()).toEqual(["a", "b", "c", "e", "f.zip"]);
  });
});
