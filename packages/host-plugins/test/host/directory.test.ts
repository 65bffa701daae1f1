// A host on Node: plugins from a folder, reloaded when they are saved, and what they store in files.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createPluginHost, fileStorage, type PluginHost, storage } from "../../src/node.ts";
import { until } from "../until.ts";

let folder: string;
let host: PluginHost | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "krait-host-"));
});

afterEach(async () => {
  await host?.close();
  host = null;
  await rm(folder, { recursive: true });
});

async function save(id: string, version: string, source: string): Promise<void> {
  await mkdir(join(folder, "plugins", id), { recursive: true });
  const manifest = `id = "${id}"\nversion = "${version}"\napi = "^1.0"\n[permissions.required]\nstorage = "1kB"\n`;
  await writeFile(join(folder, "plugins", id, "main.py"), source);
  await writeFile(join(folder, "plugins", id, "plugin.toml"), manifest);
}

function open(): PluginHost {
  host = createPluginHost({
    directory: join(folder, "plugins"),
    modules: [storage()],
    storage: fileStorage(join(folder, "kept")),
    policy: { grants: { "*": { storage: 1_000 } } },
  });
  return host;
}

it("runs the plugins of a folder, and what they store is there the next time", async () => {
  await save("counter", "1.0.0", "import storage\nstorage.set('n', storage.get('n', 0) + 1)\nprint(storage.get('n'))");
  for (const expected of ["1", "2"]) {
    const { errors } = await open().start();
    expect(errors).toEqual([]);
    expect(host?.logs("counter").map(({ message }) => message)).toEqual([expected]);
    await host?.close();
  }
});

it("reloads a plugin that is saved, and loads one that is new", async () => {
  await save("one", "1.0.0", "print('first')");
  const opened = open();
  await opened.start();
  const stop = opened.watch();
  await save("one", "1.1.0", "print('second')");
  await until(() => opened.plugin("one").version === "1.1.0" && opened.plugin("one").state === "active");
  await save("two", "1.0.0", "print('new')");
  await until(() => opened.plugins.some(({ id, state }) => id === "two" && state === "active"));
  await stop();
  expect(opened.logs("one").at(-1)?.message).toBe("second");
});

it("is told where its folder is, in one way", async () => {
  expect(() => createPluginHost({ directory: 3 } as never)).toThrow("option 'directory' must be a string");
  expect(() => createPluginHost({ directory: folder, source: {} } as never)).toThrow(
    "there are both 'directory' and 'source'",
  );
  host = createPluginHost({ directory: join(folder, "missing") });
  await expect(host.start()).rejects.toThrow("missing");
});
