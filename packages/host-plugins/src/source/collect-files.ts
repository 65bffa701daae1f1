// Gathers the files of one plugin: refuses paths that lead out of it, files that are there twice, and too much of them.
import { PluginError, type PluginErrorCode } from "../errors.ts";
import { type BundleLimits, DEFAULT_BUNDLE_LIMITS, type PluginBundle } from "./plugin-source.ts";
import { pathFault } from "./safe-path.ts";

/** The files of a plugin, as far as they have been read. */
export class FileCollector {
  readonly #name: string;
  readonly #place: string;
  readonly #limits: Required<BundleLimits>;
  readonly #files = new Map<string, Uint8Array>();
  #bytes = 0;
  #count = 0;

  /** `name` is that of the plugin in its source; `place` is how errors begin. */
  constructor(name: string, place: string, limits: BundleLimits = {}) {
    this.#name = name;
    this.#place = place;
    this.#limits = bundleLimits(limits);
  }

  /** Throws PluginError for a path that no file of a plugin may have, and where there are too many files. */
  checkPath(path: string): void {
    const fault = pathFault(path);
    if (fault !== null) throw this.refusal("unsafe-path", `the path ${JSON.stringify(path)} ${fault}`);
    this.#count += 1;
    if (this.#count > this.#limits.files) throw this.refusal("too-large", `more than ${this.#limits.files} files`);
  }

  /** Count bytes as soon as they are there. Throws PluginError where they are too many. */
  countBytes(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.#limits.bytes) throw this.refusal("too-large", `more than ${this.#limits.bytes} bytes`);
  }

  /** How many bytes more there may be. */
  get room(): number {
    return this.#limits.bytes - this.#bytes;
  }

  /** Add a file whose path has been checked and whose bytes have been counted. Throws PluginError if it is there. */
  add(path: string, bytes: Uint8Array): void {
    if (this.#files.has(path)) throw this.refusal("bad-archive", `${JSON.stringify(path)} is there twice`);
    this.#files.set(path, bytes);
  }

  /** An error about this plugin. */
  refusal(code: PluginErrorCode, message: string, cause?: unknown): PluginError {
    return new PluginError(code, message, { plugin: this.#name, place: { file: this.#place }, cause });
  }

  /** The files, by paths that `rename` may change. */
  bundle(rename: (path: string) => string = (path) => path): PluginBundle {
    const entries = [...this.#files].map(([path, bytes]) => [rename(path), bytes] as const);
    return { place: this.#place, files: new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1))) };
  }

  /** The paths of all files. */
  get paths(): string[] {
    return [...this.#files.keys()];
  }
}

/** Limits with their defaults. Throws TypeError for one that is no number of files or bytes. */
function bundleLimits(limits: BundleLimits): Required<BundleLimits> {
  const all = { ...DEFAULT_BUNDLE_LIMITS, ...limits };
  for (const [key, value] of Object.entries(all)) {
    if (!(value >= 0)) throw new TypeError(`limits.${key} must be a number, 0 or more, not ${String(value)}`);
  }
  return all;
}

/** Whether a path has a part that no plugin consists of: hidden files, and what Python and macOS leave behind. */
export function isPassedOver(path: string): boolean {
  return path.split("/").some((part) => part.startsWith(".") || part === "__pycache__" || part === "__MACOSX");
}
