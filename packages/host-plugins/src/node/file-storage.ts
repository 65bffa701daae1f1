// Storage in files: one for each plugin, replaced as a whole or not at all.
import { constants } from "node:fs";
import { copyFile, mkdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { PluginError } from "../errors.ts";
import type { StorageBackend } from "../storage/storage-backend.ts";

/**
 * Storage in the files `plugin-ID.json` of a folder, which is made when something is first stored. A damaged one is kept
 * as `plugin-ID.damaged-1.json`, or with the next free number. Every function rejects with PluginError ("unsafe-path") for
 * an id that no plugin can have, and as Node does when a file cannot be read or written.
 */
export function fileStorage(folder: string): StorageBackend {
  const root = resolve(folder);
  const pathOf = (id: string): string => join(root, `plugin-${checkedId(id)}.json`);
  return {
    async read(id) {
      const bytes = await readFile(pathOf(id)).catch(nullWhereMissing);
      return bytes === null ? null : textOf(id, bytes);
    },
    async write(id, text) {
      const path = pathOf(id);
      await mkdir(root, { recursive: true });
      await writeFileAtomic(path, text);
    },
    async keepAside(id) {
      const path = pathOf(id);
      const name = await copyAside(path, (number) => join(root, `plugin-${id}.damaged-${number}.json`));
      await rm(path);
      return name;
    },
    async remove(id) {
      await rm(pathOf(id), { force: true });
    },
  };
}

/** Throws PluginError for what could lead out of the folder, or to the file of another plugin. */
function checkedId(id: string): string {
  if (typeof id === "string" && /^[a-z0-9_-]{1,64}$/.test(id)) return id;
  throw new PluginError("unsafe-path", `no storage has the id ${JSON.stringify(id)}`, { plugin: String(id) });
}

function textOf(id: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new PluginError("storage-corrupt", "it is not in UTF-8", { plugin: id, cause: error });
  }
}

/** Copy a file to the first name that no other has. */
async function copyAside(path: string, nameOf: (number: number) => string): Promise<string> {
  for (let number = 1; ; number++) {
    const name = nameOf(number);
    try {
      await copyFile(path, name, constants.COPYFILE_EXCL);
      return name;
    } catch (error) {
      if (!isCode(error, "EEXIST")) throw error;
    }
  }
}

function nullWhereMissing(error: unknown): null {
  if (isCode(error, "ENOENT")) return null;
  throw error;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && (error as { readonly code?: unknown }).code === code;
}
