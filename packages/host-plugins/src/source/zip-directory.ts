// The table of contents of a zip archive: what it says of each entry, checked for what makes archives ambiguous.

/** An archive that cannot be read, with the reason. */
export class ZipError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ZipError";
  }
}

/** What an archive says of one of its files. */
export interface ZipEntry {
  readonly path: string;
  /** Whether it is a folder, which has no bytes. */
  readonly isFolder: boolean;
  readonly isLink: boolean;
  readonly isEncrypted: boolean;
  /** 0: stored, 8: deflated; others exist. */
  readonly method: number;
  readonly crc: number;
  /** What the archive declares, which need not be true. */
  readonly size: number;
  /** The bytes as they stand in the archive. */
  readonly packed: Uint8Array;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;

/** The end record may be followed by a comment of this length. */
const MAX_COMMENT = 0xffff;

/** All entries, in order; at most `most`. Throws ZipError. */
export function zipEntries(archive: Uint8Array, most: number): ZipEntry[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = findEnd(view);
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 6, true) !== 0) {
    throw new ZipError("it is part of an archive in several files");
  }
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === 0xffffffff) throw new ZipError("it is of the kind zip64");
  if (count > most) throw new ZipError(`it has ${count} entries`);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let n = 0; n < count; n++) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY) throw new ZipError("its table is damaged");
    const nameLength = view.getUint16(at + 28, true);
    const next = at + ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw new ZipError("its table is damaged");
    entries.push(readEntry(archive, view, at, nameLength, start));
    at = next;
  }
  return entries;
}

/** The last end record whose comment reaches to the end of the archive. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
    if (view.getUint32(at, true) === END && view.getUint16(at + 20, true) === last - at) return at;
  }
  throw new ZipError("it is no zip archive, or its end is missing");
}

function readEntry(archive: Uint8Array, view: DataView, at: number, nameLength: number, tableStart: number): ZipEntry {
  const name = archive.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength);
  const path = decoded(name);
  const packedSize = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (local + LOCAL_LENGTH > tableStart || view.getUint32(local, true) !== LOCAL) {
    throw new ZipError(`the entry ${JSON.stringify(path)} is not where the table says`);
  }
  const localNameLength = view.getUint16(local + 26, true);
  const data = local + LOCAL_LENGTH + localNameLength + view.getUint16(local + 28, true);
  if (data + packedSize > tableStart) throw new ZipError(`the entry ${JSON.stringify(path)} is cut off`);
  const localName = archive.subarray(local + LOCAL_LENGTH, local + LOCAL_LENGTH + localNameLength);
  if (localName.length !== name.length || localName.some((byte, index) => byte !== name[index])) {
    throw new ZipError(`the entry ${JSON.stringify(path)} has two names`);
  }
  const unixMode = view.getUint8(at + 5) === UNIX ? view.getUint16(at + 40, true) : 0;
  return {
    path: path.replace(/\/$/, ""),
    isFolder: path.endsWith("/"),
    isLink: (unixMode & FILE_KIND) === LINK,
    isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    size: view.getUint32(at + 24, true),
    packed: archive.subarray(data, data + packedSize),
  };
}

/** The system that an entry's mode is of, and the bits of the mode that tell links. */
const UNIX = 3;
const FILE_KIND = 0o170000;
const LINK = 0o120000;

function decoded(name: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(name);
  } catch {
    throw new ZipError("it has a name that is not UTF-8");
  }
}
