// What a type of Python is in a declaration: how it is written, and how values of it are read and written.
import { typeOf } from "../../objects/make.ts";
import type { Value } from "../../objects/value.ts";
import type { Boundary } from "../boundary.ts";
import { shown } from "../check-keys.ts";
import type { ClassTemplate } from "./class-template.ts";
import type { Borrow } from "./native-function.ts";

/** How the values of a type cross the boundary. */
export interface Codec<T> {
  /** The JavaScript value; undefined when the value is not of the type, or after raising. Runs no Python. */
  read(boundary: Boundary, value: Value): T | undefined;
  /** The Python value. Throws ConversionError, naming `path`, when the host's value is not of the type. */
  write(boundary: Boundary, value: T, path: string): Value;
  /** What is wrong with a value that was not read: "not str", "but item 2 is str". */
  refuse?(boundary: Boundary, value: Value): string;
}

/** A type of Python in a declaration; `T` is the type of its values in TypeScript. They stand in the table `t`. */
export class TypeSpec<T> {
  /** As Python writes it: "int", "list[str]", "Vec2 | None". */
  readonly annotation: string;
  /** The native classes that the annotation names. */
  readonly classes: readonly ClassTemplate[];
  /** @internal */
  readonly codec: Codec<T>;
  /** @internal How a call borrows an argument of the type, for as long as it runs; null: not at all. */
  readonly lends: Borrow | null;

  /** @internal */
  constructor(
    annotation: string,
    codec: Codec<T>,
    classes: readonly ClassTemplate[] = [],
    lends: Borrow | null = null,
  ) {
    this.annotation = annotation;
    this.codec = codec;
    this.classes = classes;
    this.lends = lends;
  }
}

/** Throws a TypeError, of `what` of `owner`, when a value is no type. */
export function checkType(owner: string, what: string, value: unknown): void {
  if (value instanceof TypeSpec) return;
  throw new TypeError(`${owner}: ${what} must be a type, such as t.int, not ${shown(value)}`);
}

/** What a message says of a value that is not of the type: "must be int, not str". */
export function refusal(boundary: Boundary, { annotation, codec }: TypeSpec<unknown>, value: Value): string {
  return `must be ${annotation}, ${codec.refuse?.(boundary, value) ?? `not ${typeOf(value).name}`}`;
}
