// What can be permitted: kinds of permission as native plugins declare them, and the forms of their parameters.
import type { PermissionParameter } from "../manifest/manifest.ts";

/**
 * How a permission is narrowed: not at all, to names that match patterns ("api.example.com", "*.example.com",
 * "battle.*"), or to a number of bytes ("1MB").
 */
export type PermissionForm = "flag" | "patterns" | "bytes";

/** A kind of permission. */
export interface Permission {
  /** What manifests and policies call it, as "net". */
  readonly name: string;
  /** What a plugin may do with it, in a sentence that a user can decide upon. */
  readonly doc: string;
  /** What parameter it takes; default "flag". */
  readonly form?: PermissionForm;
}

/** What a plugin wants to do, out of what a permission covers: a name for "patterns", a number of bytes for "bytes". */
export type PermissionUse = string | number | undefined;

interface Form {
  /** What a manifest may write, in words. */
  readonly expected: string;
  /** The parameter that a written value stands for; null when it is none. */
  readonly read: (written: unknown) => PermissionParameter | null;
  /** Whether a grant covers one use. */
  readonly allows: (grant: PermissionParameter, use: PermissionUse) => boolean;
  /** Whether a grant covers all that is wanted. */
  readonly covers: (grant: PermissionParameter, wanted: PermissionParameter) => boolean;
}

/** Bytes by the units that a size may have. */
const UNITS: Readonly<Record<string, number>> = {
  B: 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KIB: 2 ** 10,
  MIB: 2 ** 20,
  GIB: 2 ** 30,
};

/** The one table of forms. */
export const PERMISSION_FORMS: Readonly<Record<PermissionForm, Form>> = {
  flag: {
    expected: "true",
    read: (written) => (written === true ? true : null),
    allows: () => true,
    covers: () => true,
  },
  patterns: {
    expected: 'a list of names or patterns, as ["api.example.com", "*.example.org"]',
    read: (written) =>
      Array.isArray(written) &&
      written.length > 0 &&
      written.every((each) => typeof each === "string" && isPattern(each))
        ? Object.freeze([...(written as string[])])
        : null,
    allows: (grant, use) => typeof use === "string" && Array.isArray(grant) && grant.some((each) => matches(each, use)),
    covers: (grant, wanted) =>
      Array.isArray(grant) &&
      Array.isArray(wanted) &&
      wanted.every((pattern: string) => grant.some((each: string) => each === pattern || matches(each, pattern))),
  },
  bytes: {
    expected: 'a number of bytes, or a size as "1MB" or "64KiB"',
    read: readSize,
    allows: (grant, use) =>
      typeof grant === "number" && (use === undefined || (typeof use === "number" && use <= grant)),
    covers: (grant, wanted) => typeof grant === "number" && typeof wanted === "number" && wanted <= grant,
  },
};

/** The parameter of a permission as it is written in manifests. */
export function shownParameter(parameter: PermissionParameter): string {
  return typeof parameter === "number" ? `${parameter} bytes` : JSON.stringify(parameter);
}

/** A number of bytes, or a text such as "1.5 MB"; null for anything else. */
export function readSize(written: unknown): number | null {
  if (typeof written === "number") return Number.isSafeInteger(written) && written >= 0 ? written : null;
  if (typeof written !== "string") return null;
  const parts = /^(\d{1,15}(?:\.\d{1,6})?) ?([KMG]?i?B)$/i.exec(written.trim());
  if (parts === null) return null;
  const unit = UNITS[(parts[2] as string).toUpperCase()];
  const bytes = unit === undefined ? Number.NaN : Math.floor(Number(parts[1]) * unit);
  return Number.isSafeInteger(bytes) ? bytes : null;
}

/** One star at an end at most stands for any text there: "*", "*.example.com", "battle.*". */
function isPattern(text: string): boolean {
  return text !== "" && text.length <= 255 && text.trim() === text && !/\*/.test(text.replace(/^\*|\*$/, ""));
}

/** Whether a name matches a pattern; no pattern with more than a star is covered by one of its letters alone. */
function matches(pattern: string, name: string): boolean {
  if (pattern === "*") return true;
  if (pattern.startsWith("*")) return name.length > pattern.length - 1 && name.endsWith(pattern.slice(1));
  if (pattern.endsWith("*")) return name.length > pattern.length - 1 && name.startsWith(pattern.slice(0, -1));
  return pattern === name;
}
