// Sources in memory: what plugins they give, and the archives and paths that they refuse.
import fc from "fast-check";
import { type Zippable, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { joinSources, memorySource, PluginError, type PluginSource, zipSource } from "@krait/host-plugins";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

async function failure(promise: Promise<unknown>): Promise<PluginError> {
  const error = await promise.then(
    () => new Error("nothing was thrown"),
    (reason: unknown) => reason,
  );
  if (error instanceof PluginError) return error;
  throw error;
}

async function texts(source: PluginSource, name: string): Promise<Record<string, string>> {
  const { files } = await source.load(name);
  return Object.fromEntries([...files].map(([path, bytes]) => [path, decoder.decode(bytes)]));
}

const unsafePaths: readonly (readonly [string, string])[] = [
  ["../main.py", 'has the part ".."'],
  ["ai/../../main.py", 'has the part ".."'],
  ["./main.py", 'has the part "."'],
  ["/etc/passwd", "is absolute"],
  ["C:/main.py", 'has a ":", as of a drive'],
  ["ai\\main.py", 'has a backslash: parts are separated by "/"'],
  ["a\0.py", "has a control character"],
  ["ai//main.py", "has an empty part"],
  [`${"a".repeat(513)}`, "is longer than 512 characters"],
];

describe("memorySource", () => {
  it("gives the plugins that it was made with, sorted", async () => {
    const source = memorySource({ b: {}, a: { "main.py": "x = 'é'", "data.bin": Uint8Array.of(0, 255) } });
    expect(await source.list()).toEqual(["a", "b"]);
    const bundle = await source.load("a");
    expect(bundle.place).toBe("plugins/a");
    expect([...bundle.files]).toEqual([
      ["data.bin", Uint8Array.of(0, 255)],
      ["main.py", encoder.encode("x = 'é'")],
    ]);
    expect((await memorySource({ a: {} }, { place: "built-in" }).load("a")).place).toBe("built-in/a");
  });

  it("copies what it gives, and sees changes at the next load", async () => {
    const data = Uint8Array.of(1);
    const plugins: Record<string, Record<string, string | Uint8Array>> = { a: { "data.bin": data } };
    const source = memorySource(plugins);
    const first = await source.load("a");
    data[0] = 2;
    plugins.a = { ...plugins.a, "main.py": "" };
    expect([...first.files]).toEqual([["data.bin", Uint8Array.of(1)]]);
    expect([...(await source.load("a")).files.keys()]).toEqual(["data.bin", "main.py"]);
  });

  it.each(unsafePaths)("refuses the path %j", async (path, fault) => {
    const error = await failure(memorySource({ a: { [path]: "" } }).load("a"));
    expect([error.code, error.plugin, error.message]).toEqual([
      "unsafe-path",
      "a",
      `plugins/a: the path ${JSON.stringify(path)} ${fault}`,
    ]);
  });

  it("refuses too many files, too many bytes and names that it has not", async () => {
    const plugins = { a: { x: "12345", y: "67890" } };
    const load = (limits: object, name = "a") => failure(memorySource(plugins, { limits }).load(name));
    expect((await load({ files: 1 })).message).toBe("plugins/a: more than 1 files");
    expect((await load({ bytes: 9 })).message).toBe("plugins/a: more than 9 bytes");
    expect(await texts(memorySource(plugins, { limits: { files: 2, bytes: 10 } }), "a")).toEqual(plugins.a);
    expect((await load({}, "constructor")).code).toBe("unknown-plugin");
    await expect(memorySource(plugins, { limits: { bytes: Number.NaN } }).load("a")).rejects.toThrow(TypeError);
  });
});

describe("joinSources", () => {
  it("gives the plugins of all, by names that stand for one each", async () => {
    const source = joinSources(memorySource({ a: { x: "1" } }), memorySource({ a: { x: "2" }, b: { x: "3" } }));
    expect(await source.list()).toEqual(["a", "2:a", "2:b"]);
    expect(await Promise.all(["a", "2:a", "2:b"].map((name) => texts(source, name)))).toEqual([
      { x: "1" },
      { x: "2" },
      { x: "3" },
    ]);
    for (const name of ["b", "2:c", "3:a", "0:a"]) {
      expect((await failure(source.load(name))).code).toBe("unknown-plugin");
    }
    expect(source.watch).toBeUndefined();
  });

  it("watches those that can be watched", async () => {
    const told: string[] = [];
    let tell = (_name: string): void => {};
    let stopped = 0;
    const watched: PluginSource = {
      ...memorySource({}),
      watch(changed) {
        tell = changed;
        return async () => {
          stopped += 1;
        };
      },
    };
    const stop = joinSources(memorySource({}), watched).watch?.((name) => told.push(name));
    tell("x");
    await stop?.();
    expect([told, stopped]).toEqual([["2:x"], 1]);
  });
});

describe("zipSource", () => {
  const files = { "plugin.toml": "id", "main.py": "print(1)\n".repeat(100), "ai/paths.py": "" };
  const zippable = (entries: Readonly<Record<string, string>>): Zippable =>
    Object.fromEntries(Object.entries(entries).map(([path, text]) => [path, encoder.encode(text)]));
  const zip = (entries: Readonly<Record<string, string>>): Uint8Array => zipSync(zippable(entries));
  const refusal = (archive: Uint8Array, limits = {}): Promise<PluginError> =>
    failure(zipSource({ a: archive }, { limits }).load("a"));

  /** The archive with bytes changed in its last entry's record of the table, or in the entry itself. */
  function patched(
    archive: Uint8Array,
    where: "table" | "local",
    changes: Readonly<Record<number, number>>,
  ): Uint8Array {
    const copy = archive.slice();
    const signature = where === "table" ? 0x02014b50 : 0x04034b50;
    const view = new DataView(copy.buffer);
    let at = -1;
    for (let index = 0; index < copy.length - 4; index++) if (view.getUint32(index, true) === signature) at = index;
    for (const [offset, byte] of Object.entries(changes)) copy[at + Number(offset)] = byte;
    return copy;
  }

  it("gives files at the top, in one folder, stored, deflated, and fetched", async () => {
    const source = zipSource({
      top: zip(files),
      folder: zip(Object.fromEntries(Object.entries(files).map(([path, text]) => [`economy-1.0/${path}`, text]))),
      stored: zipSync(zippable(files), { level: 0 }),
      fetched: async () => zip(files),
      comment: zipSync(zippable(files), { comment: "PK\u0005\u0006 and more" }),
    });
    expect(await source.list()).toEqual(["comment", "fetched", "folder", "stored", "top"]);
    for (const name of await source.list()) expect(await texts(source, name)).toEqual(files);
  });

  it("passes over folders, hidden files and what systems leave behind", async () => {
    const more = {
      "ai/": "",
      ".git/config": "x",
      "__pycache__/a.pyc": "x",
      "__MACOSX/._main.py": "x",
      ".DS_Store": "",
    };
    expect(await texts(zipSource({ a: zip({ ...files, ...more }) }), "a")).toEqual(files);
  });

  it("keeps a folder that is not alone", async () => {
    const two = { "a/x.py": "1", "b/x.py": "2" };
    expect(await texts(zipSource({ a: zip(two) }), "a")).toEqual(two);
  });

  it.each(unsafePaths)("refuses the path %j", async (path, fault) => {
    const error = await refusal(zip({ "main.py": "", [path]: "x" }));
    expect([error.code, error.message]).toEqual([
      "unsafe-path",
      `plugins/a: the path ${JSON.stringify(path)} ${fault}`,
    ]);
  });

  it("refuses links", async () => {
    const link = zipSync({ "main.py": [encoder.encode("/etc/passwd"), { os: 3, attrs: 0o120777 << 16 }] });
    const error = await refusal(link);
    expect([error.code, error.message]).toEqual(["unsafe-path", 'plugins/a: the entry "main.py" is a link']);
  });

  it("counts what is unpacked, whatever is declared, and stops there", async () => {
    const bomb = zipSync({ "main.py": new Uint8Array(2 ** 24) });
    const limits = { bytes: 100_000 };
    expect(bomb.length).toBeLessThan(20_000);
    expect((await refusal(bomb, limits)).message).toBe("plugins/a: more than 100000 bytes");
    const liar = patched(bomb, "table", { 24: 10, 25: 0, 26: 0, 27: 0 });
    expect((await refusal(liar, limits)).message).toBe("plugins/a: more than 100000 bytes");
    expect((await refusal(liar)).message).toBe('plugins/a: the entry "main.py" is damaged');
    const many = zip(Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`${n}.py`, ""])));
    expect((await refusal(many, { files: 29 })).message).toBe("plugins/a: more than 29 files");
    expect((await refusal(many, { files: 10 })).code).toBe("bad-archive");
    expect((await refusal(zipSync({ a: new Uint8Array(200) }, { level: 0 }), { bytes: 200 })).code).toBe("too-large");
  });

  it("refuses an entry that is there twice, or whose name is another in the table", async () => {
    const two = zip({ "a.py": "1", "b.py": "2" });
    const twice = patched(patched(two, "table", { 46: 97 }), "local", { 30: 97 });
    expect((await refusal(twice)).message).toBe('plugins/a: "a.py" is there twice');
    const named = 'plugins/a: the archive cannot be read: the entry "a.py" has two names';
    expect((await refusal(patched(two, "table", { 46: 97 }))).message).toBe(named);
  });

  it.each([
    ["encrypted", "table", { 8: 1 }, 'the entry "main.py" is encrypted'],
    ["by another method", "table", { 10: 12 }, 'the entry "main.py" is packed by the method 12, not by deflate'],
    ["with a wrong checksum", "table", { 16: 1, 17: 1 }, 'the entry "main.py" is damaged'],
    ["with a wrong size", "table", { 24: 1 }, 'the entry "main.py" is damaged'],
    ["cut off", "table", { 22: 1 }, 'the archive cannot be read: the entry "main.py" is cut off'],
    ["elsewhere", "table", { 42: 1 }, 'the archive cannot be read: the entry "main.py" is not where the table says'],
    ["far away", "table", { 45: 255 }, 'the archive cannot be read: the entry "main.py" is not where the table says'],
    ["with broken data", "local", { 37: 7 }, "the archive is damaged"],
    ["with a name of bytes", "table", { 46: 255 }, "the archive cannot be read: it has a name that is not UTF-8"],
    ["with a long comment", "table", { 33: 255 }, "the archive cannot be read: its table is damaged"],
  ] as const)("refuses an entry %s", async (_what, where, changes, message) => {
    const error = await refusal(patched(zip({ "main.py": "x".repeat(100) }), where, changes));
    expect([error.code, error.message]).toEqual(["bad-archive", `plugins/a: ${message}`]);
  });

  it("refuses what is no archive, a part of one, zip64, and several files", async () => {
    const archive = zip(files);
    const ended = (offset: number, ...bytes: number[]): Uint8Array => {
      const copy = archive.slice();
      copy.set(bytes, copy.length - 22 + offset);
      return copy;
    };
    const told = async (bytes: Uint8Array) => (await refusal(bytes)).message.replace(/^.*read: /, "");
    expect(await told(new Uint8Array())).toBe("it is no zip archive, or its end is missing");
    expect(await told(encoder.encode("hello ".repeat(50)))).toBe("it is no zip archive, or its end is missing");
    expect(await told(archive.subarray(0, -1))).toBe("it is no zip archive, or its end is missing");
    expect(await told(archive.subarray(1))).toMatch(/^its table is damaged$/);
    expect(await told(ended(4, 1))).toBe("it is part of an archive in several files");
    expect(await told(ended(10, 255, 255))).toBe("it is of the kind zip64");
  });

  it("answers a plugin or a PluginError, whatever bytes are damaged", async () => {
    const archive = zip(files);
    const changes = fc.array(fc.tuple(fc.nat(archive.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(changes, fc.nat(archive.length), async (bytes, cut) => {
        const copy = archive.slice(0, cut % 3 === 0 ? cut : archive.length);
        for (const [at, byte] of bytes) if (at < copy.length) copy[at] = byte;
        const outcome = await zipSource({ a: copy }, { limits: { bytes: 10_000 } })
          .load("a")
          .catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(PluginError);
      }),
      { numRuns: 2000 },
    );
  });
});
