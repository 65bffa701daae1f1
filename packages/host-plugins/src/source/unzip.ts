// Unpacks a zip archive in memory: real bytes are counted while they come, whatever the archive declares.
import { Inflate } from "fflate";
import { PluginError } from "../errors.ts";
import { FileCollector, isPassedOver } from "./collect-files.ts";
import { type BundleLimits, DEFAULT_BUNDLE_LIMITS, type PluginBundle } from "./plugin-source.ts";
import { type ZipEntry, zipEntries, ZipError } from "./zip-directory.ts";

/** Deflate makes a thousand bytes of one at most: so much is unpacked before it is counted. */
const STEP = 1_024;

const STORED = 0;
const DEFLATED = 8;

/**
 * The plugin in an archive, whose files stand at the top or in one folder. Throws PluginError ("bad-archive",
 * "unsafe-path", "too-large").
 */
export function unzipPlugin(name: string, place: string, archive: Uint8Array, limits: BundleLimits = {}): PluginBundle {
  const files = new FileCollector(name, place, limits);
  try {
    if (archive.length > files.room) throw files.refusal("too-large", `more than ${files.room} bytes, packed`);
    // Folders count here alone, and hardly an archive has more of them than of files.
    const most = 2 * (limits.files ?? DEFAULT_BUNDLE_LIMITS.files);
    for (const entry of zipEntries(archive, most)) addEntry(files, entry);
  } catch (error) {
    if (error instanceof PluginError) throw error;
    if (error instanceof ZipError) throw files.refusal("bad-archive", `the archive cannot be read: ${error.message}`);
    throw files.refusal("bad-archive", "the archive is damaged", error);
  }
  const folder = commonFolder(files.paths);
  return files.bundle((path) => path.slice(folder.length));
}

function addEntry(files: FileCollector, entry: ZipEntry): void {
  const shown = JSON.stringify(entry.path);
  files.checkPath(entry.path);
  if (entry.isLink) throw files.refusal("unsafe-path", `the entry ${shown} is a link`);
  if (entry.isFolder || isPassedOver(entry.path)) return;
  if (entry.isEncrypted) throw files.refusal("bad-archive", `the entry ${shown} is encrypted`);
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw files.refusal("bad-archive", `the entry ${shown} is packed by the method ${entry.method}, not by deflate`);
  }
  const bytes = unpacked(files, entry);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) {
    throw files.refusal("bad-archive", `the entry ${shown} is damaged`);
  }
  files.add(entry.path, bytes);
}

function unpacked(files: FileCollector, { method, packed }: ZipEntry): Uint8Array {
  if (method === STORED) {
    files.countBytes(packed.length);
    return packed.slice();
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((part) => {
    files.countBytes(part.length);
    parts.push(part);
    length += part.length;
  });
  for (let at = 0; at < packed.length; at += STEP) {
    inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** "economy/" if all files stand in that folder and none beside it, else "". */
function commonFolder(paths: readonly string[]): string {
  const [first = ""] = paths;
  const folder = first.slice(0, first.indexOf("/") + 1);
  return paths.every((path) => path.startsWith(folder)) ? folder : "";
}

/** The checksum of zip archives, bit by bit. */
const CRC_TABLE: ArrayLike<number> = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] as number);
  return (crc ^ 0xffffffff) >>> 0;
}
