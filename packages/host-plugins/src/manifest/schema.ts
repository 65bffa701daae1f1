// The form of a manifest, key by key: what each must be, in words too, and what is taken when it is left out.
import type { VMLimits } from "@krait/core";
import semver from "semver";
import * as v from "valibot";
import { readSize } from "../permissions/permission.ts";
import { isTable } from "./document.ts";
import type { PermissionParameter } from "./manifest.ts";
import { isId, isName } from "./names.ts";

const MAX_TEXT = 200;
const MAX_VERSION = 256;

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "" && value.length <= MAX_TEXT && !/\p{Cc}/u.test(value);
}

function isVersion(value: unknown): boolean {
  return typeof value === "string" && /^\d/.test(value) && semver.valid(value) !== null;
}

function isRange(value: unknown): boolean {
  return (
    typeof value === "string" && value.trim() !== "" && value.length <= MAX_VERSION && semver.validRange(value) !== null
  );
}

/** A count of something: more than none. */
function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function isActivation(value: unknown): boolean {
  if (value === "startup") return true;
  const parts = typeof value === "string" ? /^(event|hook|command):(.*)$/s.exec(value) : null;
  return parts !== null && isName(parts[2] as string);
}

/** The parameter of a permission, whose kind is not known here; null for what is none of any kind. */
function readParameter(value: unknown): PermissionParameter | null {
  if (value === true) return value;
  if (Array.isArray(value)) {
    return value.length > 0 && value.every(isText) ? Object.freeze([...(value as string[])]) : null;
  }
  return readSize(value);
}

/** What is taken for a table that is left out. */
function none(): Record<string, never> {
  return Object.create(null);
}

/** A value that a check lets pass, with what it must be, in words. */
const checked = <T>(words: string, check: (value: unknown) => boolean) =>
  v.pipe(
    v.custom<T>((value) => check(value)),
    v.description(words),
  );

/** A table of the document with one kind of values. */
const record = <T>(words: string, key: v.GenericSchema<string>, value: v.GenericSchema<T, T>) =>
  v.pipe(v.custom<Record<string, T>>(isTable), v.record(key, value), v.description(words));

/** A table with known keys. */
const table = <const T extends v.ObjectEntries>(words: string, entries: T) =>
  v.pipe(v.custom<v.InferInput<v.ObjectSchema<T, undefined>>>(isTable), v.object(entries), v.description(words));

const text = checked<string>(`a text of 1 to ${MAX_TEXT} characters in one line`, isText);
const path = checked<string>('a path, as "main.py"', (value) => typeof value === "string");
const id = checked<string>(
  'lower-case letters and digits, with "-" or "_" between them, 64 characters at most, as "economy"',
  (value) => typeof value === "string" && isId(value),
);
const name = checked<string>(
  'letters and digits, with ".", ":", "-" or "_" between them, 64 characters at most',
  (value) => typeof value === "string" && isName(value),
);
const version = checked<string>('a version, as "1.2.0"', isVersion);
const range = checked<string>('a range of versions, as "^1.2.0"', isRange);
const count = checked<number>("a whole number above 0", isCount);
const size = v.pipe(
  v.custom<string | number>((value) => (readSize(value) ?? 0) > 0),
  v.transform((value) => readSize(value) as number),
  v.description('a number of bytes above 0, or a size as "16MB"'),
);
const permissions = v.optional(
  record(
    "a table of permissions",
    name,
    v.pipe(
      v.custom<PermissionParameter>((value) => readParameter(value) !== null),
      v.transform((value) => readParameter(value) as PermissionParameter),
      v.description('true, a list of names or patterns, or a size as "1MB"'),
    ),
  ),
  none,
);

/** Every limit of a VM, with the key that sets it. */
const LIMIT_KEYS: Readonly<Record<keyof VMLimits, string>> = {
  wallTimeMs: "wall_time_ms",
  activeTimeMs: "active_time_ms",
  burstTimeMs: "burst_time_ms",
  instructions: "instructions",
  memoryBytes: "memory",
  recursionDepth: "recursion_depth",
  integerBits: "integer_bits",
  stringLength: "string_length",
  outputBytes: "output",
  tasks: "tasks",
  timers: "timers",
  pendingHostCalls: "pending_host_calls",
};

/** The limits of a VM with their keys. */
export const LIMITS: readonly (readonly [keyof VMLimits, string])[] = Object.entries(LIMIT_KEYS) as [
  keyof VMLimits,
  string,
][];

/** What a manifest says, in its own words and with its defaults. */
export interface Written {
  readonly id: string;
  readonly name?: string | undefined;
  readonly version: string;
  readonly api: string;
  readonly entry: string;
  readonly storage_version: number;
  readonly activation: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
  readonly permissions?:
    | {
        readonly required: Readonly<Record<string, PermissionParameter>>;
        readonly optional: Readonly<Record<string, PermissionParameter>>;
      }
    | undefined;
  readonly limits?: Readonly<Record<string, number | undefined>> | undefined;
  readonly contributes?:
    | { readonly commands: Readonly<Record<string, string>>; readonly hooks: readonly string[] }
    | undefined;
}

/** The form of a whole manifest. */
export const MANIFEST_SCHEMA: v.GenericSchema<unknown, Written> = v.object({
  id,
  name: v.optional(text),
  version,
  api: range,
  entry: v.optional(path, "main.py"),
  storage_version: v.optional(count, 1),
  activation: v.optional(
    v.pipe(
      v.array(checked<string>('"startup", "event:NAME", "hook:NAME" or "command:NAME"', isActivation)),
      v.minLength(1),
      v.description('a list of at least one of "startup", "event:NAME", "hook:NAME" and "command:NAME"'),
    ),
    () => ["startup"],
  ),
  dependencies: v.optional(record("a table of ids, each with a range of versions", id, range), none),
  permissions: v.optional(
    table("a table with required and optional", { required: permissions, optional: permissions }),
  ),
  limits: v.optional(
    table(
      "a table of limits",
      Object.fromEntries(
        LIMITS.map(([limit, key]) => [
          key,
          v.optional(limit.endsWith("Bytes") ? size : count) as v.GenericSchema<unknown, number | undefined>,
        ]),
      ),
    ),
  ),
  contributes: v.optional(
    table("a table with commands and hooks", {
      commands: v.optional(record("a table of commands, each with what it does", id, text), none),
      hooks: v.optional(v.pipe(v.array(name), v.description("a list of the names of hooks")), () => []),
    }),
  ),
});
