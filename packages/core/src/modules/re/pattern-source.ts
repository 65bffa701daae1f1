// The text of a pattern or template, read a character or an escape at a time.
import { isAscii, isIdentifier } from "../../text/classify.ts";
import { characters } from "../../text/code-points.ts";
import { asciiOnly, strAscii, strRepr } from "../../text/str-repr.ts";

/** What is wrong with a pattern, as the exception to raise: thrown while it is read, never beyond. */
export class PatternProblem extends Error {
  readonly type: "pattern" | "value" | "overflow" | "index" | "recursion";
  /** In characters; null where no place is to blame. */
  readonly position: number | null;

  constructor(message: string, position: number | null = null, type: PatternProblem["type"] = "pattern") {
    super(message);
    this.type = type;
    this.position = position;
  }
}

export const OCTAL = "01234567";
export const DIGITS = "0123456789";
export const HEX = "0123456789abcdefABCDEF";

export class PatternSource {
  readonly #characters: readonly string[];
  /** Whether it is text, and not bytes read as Latin-1. */
  readonly isText: boolean;
  #at = 0;
  /** The next character or escape; "" at the end. */
  next = "";

  constructor(text: string, isText: boolean) {
    this.#characters = characters(text);
    this.isText = isText;
    this.#read();
  }

  #read(): void {
    const found = this.#characters[this.#at];
    if (found === undefined) {
      this.next = "";
      return;
    }
    this.#at++;
    this.next = found;
    if (found !== "\\") return;
    const following = this.#characters[this.#at];
    if (following === undefined) throw new PatternProblem("bad escape (end of pattern)", this.#at - 1);
    this.#at++;
    this.next += following;
  }

  /** Where `next` stands, in characters. */
  get position(): number {
    return this.#at - (this.next.startsWith("\\") ? 2 : this.next === "" ? 0 : 1);
  }

  set position(position: number) {
    this.#at = position;
    this.#read();
  }

  take(): string {
    const taken = this.next;
    this.#read();
    return taken;
  }

  /** Take what comes next if it is this. */
  skip(expected: string): boolean {
    if (this.next !== expected) return false;
    this.#read();
    return true;
  }

  /** Take up to `count` characters that are all in a set. */
  takeWhile(count: number, set: string): string {
    let taken = "";
    while (taken.length < count && this.next !== "" && set.includes(this.next)) taken += this.take();
    return taken;
  }

  /** Take all until a character, which is taken too. `what` names it for messages. */
  takeUntil(end: string, what: string): string {
    let taken = "";
    for (;;) {
      const here = this.next;
      this.#read();
      if (here === "") {
        if (taken === "") throw this.problem(`missing ${what}`);
        throw this.problem(`missing ${end}, unterminated name`, characters(taken).length);
      }
      if (here === end) {
        if (taken === "") throw this.problem(`missing ${what}`, 1);
        return taken;
      }
      taken += here;
    }
  }

  /** A problem `back` characters before `next`. */
  problem(message: string, back = 0): PatternProblem {
    // A pattern of bytes is told of in ASCII, what is beyond as escapes.
    return new PatternProblem(this.isText ? message : asciiOnly(message), this.position - back);
  }

  /** Refuses what cannot name a group; `back` characters follow the name. */
  checkName(name: string, back: number): void {
    const length = characters(name).length;
    if (!(this.isText || isAscii(name))) {
      throw this.problem(`bad character in group name ${strAscii(name)}`, length + back);
    }
    if (!isIdentifier(name)) throw this.problem(`bad character in group name ${strRepr(name)}`, length + back);
  }
}

/** Whether a text is one ASCII letter or digit of these. */
export function isOneOf(text: string, set: string): boolean {
  return text !== "" && set.includes(text);
}

/** Whether a text is a number in ASCII digits. */
export function isNumber(text: string): boolean {
  return /^[0-9]+$/.test(text);
}
