// Replacing, repeating and translating strings, with results too long for the host refused.

import { Fault } from "../numeric/fault.ts";
import { characters, hasSurrogates, lengthOf } from "./code-points.ts";
import { count, Matcher, SHORT_NEEDLE } from "./search.ts";

/** The longest string, in UTF-16 units, that any function here builds (V8's own bound is 2**29 - 24). */
export const MAX_UNITS: number = 2 ** 29 - 32;

const TOO_LONG = new Fault("MemoryError", "");

/** text * times; "" for times <= 0. */
export function repeat(text: string, times: number): string | Fault {
  if (times <= 0 || text === "") return "";
  return text.length * times > MAX_UNITS ? TOO_LONG : text.repeat(times);
}

/**
 * str.replace: at most `limit` matches from the left, all when it is negative. The caller may know the length of the
 * result before: that of the text and, for each of `count(text, old)` matches, the difference.
 */
export function replace(text: string, old: string, fresh: string, limit: number = -1): string | Fault {
  if (limit === 0 || old === fresh) return text;
  if (fresh.length > old.length && (text.length + 1) * fresh.length > MAX_UNITS) {
    const matches = count(text, old);
    const replaced = limit < 0 ? matches : Math.min(limit, matches);
    if (text.length + replaced * (fresh.length - old.length) > MAX_UNITS) return TOO_LONG;
  }
  if (old === "") return interleave(text, fresh, limit);
  if (limit < 0 && old.length <= SHORT_NEEDLE && !hasSurrogates(old)) return replacePlainly(text, old, fresh);
  const matcher = new Matcher(text, old);
  const pieces: string[] = [];
  let from = 0;
  let left = limit < 0 ? Infinity : limit;
  for (let at = matcher.next(0); at >= 0 && left > 0; left--) {
    pieces.push(text.slice(from, at));
    from = at + old.length;
    at = matcher.next(from);
  }
  if (from === 0 && pieces.length === 0) return text;
  pieces.push(text.slice(from));
  return pieces.join(fresh);
}

function replacePlainly(text: string, old: string, fresh: string): string {
  let replaced = "";
  let from = 0;
  let left = FEW_PARTS;
  for (let at = text.indexOf(old); at >= 0; at = text.indexOf(old, from)) {
    if (left-- === 0) return replaced + text.slice(from).split(old).join(fresh);
    replaced += text.slice(from, at) + fresh;
    from = at + old.length;
  }
  return from === 0 ? text : replaced + text.slice(from);
}

// An empty match stands before each character and at the end.
function interleave(text: string, fresh: string, limit: number): string {
  const parts = characters(text);
  if (limit < 0 || limit > parts.length) return parts.length === 0 ? fresh : fresh + parts.join(fresh) + fresh;
  return fresh + parts.slice(0, limit).join(fresh) + parts.slice(limit).join("");
}

/**
 * str.translate: `replacementOf` gives the text for a code point, "" to drop it, undefined to keep it. Answers are
 * remembered for the characters of one text.
 */
export function translate(text: string, replacementOf: (code: number) => string | undefined): string | Fault {
  const known = new Map<string, string>();
  const pieces: string[] = [];
  let units = 0;
  for (const character of text) {
    let replacement = known.get(character);
    if (replacement === undefined) {
      replacement = replacementOf(character.codePointAt(0) as number) ?? character;
      known.set(character, replacement);
    }
    pieces.push(replacement);
    units += replacement.length;
    if (units > MAX_UNITS) return TOO_LONG;
  }
  return pieces.join("");
}

/** separator.join(parts). */
export function join(separator: string, parts: readonly string[]): string | Fault {
  if (parts.length === 0) return "";
  let units = separator.length * (parts.length - 1);
  for (const part of parts) units += part.length;
  if (units > MAX_UNITS) return TOO_LONG;
  return parts.length > FEW_PARTS ? parts.join(separator) : chained(separator, parts);
}

/** Up to this many parts are joined by `+`. */
export const FEW_PARTS = 100;

/** The same for a few parts, by concatenation: the host's `join` has costs of its own. */
function chained(separator: string, parts: readonly string[]): string {
  let text = parts[0] as string;
  for (let at = 1; at < parts.length; at++) text += separator + parts[at];
  return text;
}

/** a + b. */
export function concat(a: string, b: string): string | Fault {
  return a.length + b.length > MAX_UNITS ? TOO_LONG : a + b;
}

/** The text with so much missing to a width filled, of which `share` tells how much goes to the left. */
function padded(text: string, width: number, fill: string, share: (missing: number) => number): string | Fault {
  const missing = width - lengthOf(text);
  if (missing <= 0) return text;
  if (missing * fill.length + text.length > MAX_UNITS) return TOO_LONG;
  const left = share(missing);
  return fill.repeat(left) + text + fill.repeat(missing - left);
}

/** str.center: an odd column goes to the left when the width is odd. */
export function center(text: string, width: number, fill: string = " "): string | Fault {
  return padded(text, width, fill, (missing) => Math.floor(missing / 2) + (missing & width & 1));
}

/** str.ljust. */
export function ljust(text: string, width: number, fill: string = " "): string | Fault {
  return padded(text, width, fill, () => 0);
}

/** str.rjust. */
export function rjust(text: string, width: number, fill: string = " "): string | Fault {
  return padded(text, width, fill, (missing) => missing);
}

/** str.zfill: zeros after a sign. */
export function zfill(text: string, width: number): string | Fault {
  const missing = width - lengthOf(text);
  if (missing <= 0) return text;
  if (missing + text.length > MAX_UNITS) return TOO_LONG;
  const sign = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
  return text.slice(0, sign) + "0".repeat(missing) + text.slice(sign);
}

/** str.expandtabs: columns count code points since the last "\n" or "\r". */
export function expandTabs(text: string, tabSize: number = 8): string | Fault {
  if (!text.includes("\t")) return text;
  const pieces: string[] = [];
  let column = 0;
  let units = 0;
  for (const character of text) {
    if (character === "\t") {
      if (tabSize <= 0) continue;
      const blanks = tabSize - (column % tabSize);
      units += blanks;
      if (units > MAX_UNITS) return TOO_LONG;
      column += blanks;
      pieces.push(" ".repeat(blanks));
      continue;
    }
    column = character === "\n" || character === "\r" ? 0 : column + 1;
    units += character.length;
    pieces.push(character);
  }
  return pieces.join("");
}
