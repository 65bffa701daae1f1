// Storage in files must stay in its folder, lose nothing that is damaged, and leave no other files.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openStorage } from "../storage/open-storage.ts";
import { fileStorage } from "./file-storage.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "krait-storage-"));
});
afterEach(() => rm(folder, { recursive: true }));

const opened = (id: string) =>
  openStorage({ id, backend: fileStorage(join(folder, "data")), quota: () => 1e6, version: 1 });

it("keeps a file for each plugin", async () => {
  const shop = opened("shop");
  expect(await shop.get("a")).toBe(undefined);
  await Promise.all([shop.set("a", "\u20ac"), shop.set("b", 2), opened("con").set("a", 3)]);
  expect(await readdir(join(folder, "data"))).toEqual(["plugin-con.json", "plugin-shop.json"]);
  expect(await readFile(join(folder, "data", "plugin-shop.json"), "utf8")).toBe(
    '{"format":1,"version":1,"data":{"a":"\u20ac","b":2}}\n',
  );
  expect(await opened("shop").get("a")).toBe("\u20ac");
  for (const key of ["a", "b"]) await shop.delete(key);
  expect(await readdir(join(folder, "data"))).toEqual(["plugin-con.json"]);
});

it("keeps damaged files under other names, byte by byte", async () => {
  const backend = fileStorage(folder);
  const path = join(folder, "plugin-shop.json");
  const damaged = [Uint8Array.of(0x7b, 0xff, 0xfe), Uint8Array.of(0x7b)];
  for (const bytes of damaged) {
    await writeFile(path, bytes);
    const shop = openStorage({ id: "shop", backend, quota: () => 1e6, version: 1 });
    await expect(shop.get("a")).rejects.toMatchObject({ code: "storage-corrupt", plugin: "shop" });
    await shop.set("a", 1);
  }
  expect(await readdir(folder)).toEqual([
    "plugin-shop.damaged-1.json",
    "plugin-shop.damaged-2.json",
    "plugin-shop.json",
  ]);
  for (const [at, bytes] of damaged.entries()) {
    expect(Uint8Array.from(await readFile(join(folder, `plugin-shop.damaged-${at + 1}.json`)))).toEqual(bytes);
  }
});

it.each(["", ".", "..", "../shop", "a/b", "a\\b", "A", "a.b", "a\0", "con:", "x".repeat(65), 1, null])(
  "refuses the id %j",
  async (id) => {
    const backend = fileStorage(folder);
    for (const call of [backend.read, (given: string) => backend.write(given, ""), backend.keepAside, backend.remove]) {
      await expect(call(id as string)).rejects.toMatchObject({ code: "unsafe-path" });
    }
    expect(await readdir(folder)).toEqual([]);
  },
);

it("tells what went wrong with the disk", async () => {
  await writeFile(join(folder, "data"), "");
  await expect(opened("shop").set("a", 1)).rejects.toMatchObject({ code: expect.stringMatching(/^(ENOTDIR|EEXIST)$/) });
});
