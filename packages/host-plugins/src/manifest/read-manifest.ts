// Reads the manifest of a plugin: finds its file, parses and checks it, and fills in the defaults.
import { type FilePlace, PluginError } from "../errors.ts";
import type { PluginBundle } from "../source/plugin-source.ts";
import { DocumentError, positionOf, type Path, type Position, type Table, valueOf } from "./document.ts";
import { readJson } from "./json-document.ts";
import type { Activation, Manifest } from "./manifest.ts";
import { meaningFaults } from "./meaning.ts";
import { isId } from "./names.ts";
import { checkSchema } from "./schema-problems.ts";
import { LIMITS, type Written } from "./schema.ts";
import { readToml } from "./toml-document.ts";

/** The files that a manifest may be in, each with how it is read. */
const READERS: Readonly<Record<string, (text: string) => Table>> = { "plugin.toml": readToml, "plugin.json": readJson };

/** A larger manifest is refused before it is parsed: what parsing costs grows faster than the text. */
const MAX_BYTES = 32_768;

/** More problems than these are not told. */
const MAX_PROBLEMS = 50;

/** A manifest with where its parts stand. */
export interface ReadManifest {
  readonly manifest: Manifest;
  /** Where the key, or the value, at a path of the file stands, as `["permissions", "required", "net"]`. */
  readonly placeOf: (path: Path, part: "key" | "value") => FilePlace;
}

/**
 * Read and check the manifest of a plugin. Throws PluginError ("no-manifest"; "bad-manifest" with all that is wrong in
 * `problems`), and nothing else.
 */
export function readManifest(bundle: PluginBundle): ReadManifest {
  const folder = bundle.place.split("/").findLast((part) => part !== "") ?? bundle.place;
  const names = Object.keys(READERS).filter((name) => bundle.files.has(name));
  const [name] = names;
  if (name === undefined) {
    throw new PluginError("no-manifest", "there is neither a plugin.toml nor a plugin.json", {
      plugin: folder,
      place: { file: bundle.place },
    });
  }
  const file = `${bundle.place}/${name}`;
  const refuse = (faults: readonly { readonly message: string; readonly at: Position | null }[], plugin = folder) => {
    const problems = faults.map(({ message, at }) => ({ message, place: { file, ...at } }));
    return new PluginError("bad-manifest", problems[0]?.message ?? "", { plugin, problems });
  };
  if (names.length > 1) {
    throw refuse([{ message: "there is a plugin.json too: a plugin has one manifest", at: null }]);
  }
  const bytes = bundle.files.get(name) as Uint8Array;
  if (bytes.length > MAX_BYTES) {
    throw refuse([{ message: `larger than ${MAX_BYTES} bytes: it has ${bytes.length}`, at: null }]);
  }
  const text = decoded(bytes);
  if (text === null) throw refuse([{ message: "not UTF-8", at: null }]);
  const document = parsed(name, text);
  if (document instanceof DocumentError) throw refuse([document]);

  const value = valueOf(document) as Readonly<Record<string, unknown>>;
  const checked = checkSchema(value);
  const faults = "written" in checked ? meaningFaults(checked.written, bundle.files) : checked.faults;
  if (faults.length > 0) {
    const placed = faults.map((fault) => ({ ...fault, at: positionOf(document, fault.path, fault.part) }));
    placed.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
    throw refuse(placed.slice(0, MAX_PROBLEMS), typeof value.id === "string" && isId(value.id) ? value.id : folder);
  }
  return {
    manifest: manifestOf((checked as { readonly written: Written }).written),
    placeOf: (path, part) => ({ file, ...positionOf(document, path, part) }),
  };
}

/** The text, or null if the bytes are none. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parsed(name: string, text: string): Table | DocumentError {
  try {
    return (READERS[name] as (text: string) => Table)(text);
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
}

function manifestOf(written: Written): Manifest {
  const { limits = {} } = written;
  return Object.freeze({
    id: written.id,
    name: written.name ?? written.id,
    version: written.version,
    api: written.api,
    entry: written.entry,
    dependencies: frozenTable(written.dependencies),
    permissions: Object.freeze({
      required: frozenTable(written.permissions?.required),
      optional: frozenTable(written.permissions?.optional),
    }),
    limits: Object.freeze(
      Object.fromEntries(
        LIMITS.filter(([, key]) => limits[key] !== undefined).map(([limit, key]) => [limit, limits[key]]),
      ),
    ),
    contributes: Object.freeze({
      commands: frozenTable(written.contributes?.commands),
      hooks: Object.freeze(written.contributes?.hooks ?? []),
    }),
    activation: Object.freeze(written.activation as readonly Activation[]),
    storageVersion: written.storage_version,
  });
}

/** Without a prototype, so that no name finds what the manifest does not say. */
function frozenTable<T>(table: Readonly<Record<string, T>> = {}): Readonly<Record<string, T>> {
  return Object.freeze(Object.assign(Object.create(null), table));
}
