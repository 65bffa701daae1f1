// Checks a value against the schema, and puts what is wrong in words: what was found, where, and what was expected.
import * as v from "valibot";
import { nearest } from "../messages/nearest.ts";
import { isTable, type Path } from "./document.ts";
import { MANIFEST_SCHEMA, type Written } from "./schema.ts";

/** One thing that is wrong at a path: with its key, or with its value. */
export interface Fault {
  readonly path: Path;
  readonly part: "key" | "value";
  readonly message: string;
}

/** What all schemas may have, whose types tell only what theirs have. */
interface Shape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly wrapped?: Shape;
  readonly pipe?: readonly Shape[];
  readonly key?: Shape;
  readonly value?: Shape;
  readonly item?: Shape;
}

/** These are never keys: valibot passes them over, for they are no data to JavaScript. */
const NO_KEYS: readonly string[] = ["__proto__", "constructor", "prototype"];

/** The manifest as its schema reads it, or all that is wrong with it. */
export function checkSchema(value: unknown): { readonly written: Written } | { readonly faults: readonly Fault[] } {
  const root = MANIFEST_SCHEMA as unknown as Shape;
  const faults = keyFaults(root, value, []);
  const result = v.safeParse(MANIFEST_SCHEMA, value, { abortPipeEarly: true });
  if (result.success) return faults.length > 0 ? { faults } : { written: result.output };
  return { faults: [...faults, ...result.issues.map((issue) => issueFault(root, issue))] };
}

/** Keys that the schema does not know, in all tables. */
function keyFaults(shape: Shape, value: unknown, path: Path): Fault[] {
  if (!isTable(value)) return [];
  const { entries, value: each } = innermost(shape);
  return Object.keys(value).flatMap((key) => {
    const own = [...path, key];
    if (entries !== undefined) {
      const known = Object.hasOwn(entries, key) ? entries[key] : undefined;
      if (known !== undefined) return keyFaults(known, value[key], own);
      return [{ path: own, part: "key", message: unknownKey(key, path, Object.keys(entries)) } as const];
    }
    if (NO_KEYS.includes(key)) {
      const message = `${quoted(key)}${inTable(path)} is reserved: every JavaScript object has that name`;
      return [{ path: own, part: "key", message } as const];
    }
    return each === undefined ? [] : keyFaults(each, value[key], own);
  });
}

function unknownKey(key: string, path: Path, known: readonly string[]): string {
  return `unknown key ${quoted(key)}${inTable(path)}${suggestion(key, known) || `; there are ${known.join(", ")}`}`;
}

/** `; did you mean "x"?`, or nothing. */
export function suggestion(name: string, known: Iterable<string>): string {
  return nearest(name, known, quoted);
}

function issueFault(root: Shape, issue: v.BaseIssue<unknown>): Fault {
  const items = issue.path ?? [];
  const path = items.map(({ key }) => key as string | number);
  const shape = shapeAt(root, path);
  if (issue.input === undefined) {
    return { path, part: "value", message: `${shownPath(path)} is missing: it must be ${words(shape)}` };
  }
  if (items.at(-1)?.origin === "key") {
    const owner = path.slice(0, -1);
    const message = `${quoted(String(path.at(-1)))}${inTable(owner)} must be ${words(innermost(shapeAt(root, owner)).key)}`;
    return { path, part: "key", message };
  }
  const message = `${shownPath(path)} must be ${words(shape)}, not ${shownValue(issue.input)}`;
  return { path, part: "value", message };
}

/** What is under optional and pipes: the schema of a table, a list or a plain value. */
function innermost(shape: Shape): Shape {
  if (shape.wrapped !== undefined) return innermost(shape.wrapped);
  const inner = shape.pipe?.find((each) => each !== shape && (each.entries ?? each.value ?? each.item) !== undefined);
  return inner ?? shape;
}

/** The schema of what is at a path, which is one that a check of the whole schema told. */
function shapeAt(root: Shape, path: Path): Shape {
  return path.reduce((outer, step) => {
    const { entries, value, item } = innermost(outer);
    return (entries?.[step] ?? value ?? item) as Shape;
  }, root);
}

/** What a value of the schema must be. */
function words(shape: Shape | undefined): string {
  if (shape?.wrapped !== undefined) return words(shape.wrapped);
  return v.getDescription(shape as unknown as v.GenericSchema) as string;
}

/** ` in "limits"`, or nothing at the root. */
function inTable(path: Path): string {
  return path.length === 0 ? "" : ` in ${shownPath(path)}`;
}

/** A path as people write it: `activation[1]`, `permissions.required.net`. */
export function shownPath(path: Path): string {
  return path
    .map((step, index) =>
      typeof step === "number" ? `[${step}]` : index === 0 ? shownKey(step) : `.${shownKey(step)}`,
    )
    .join("");
}

function shownKey(key: string): string {
  return /^[\w-]{1,64}$/.test(key) ? key : quoted(key);
}

/** A value as an error shows it, in a few words. */
export function shownValue(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (value instanceof Date) return "a date";
  return typeof value === "object" && value !== null ? "a table" : String(value);
}

const MAX_SHOWN = 60;

/** A text in quotes, its end left off where it is long. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}...` : text);
}
