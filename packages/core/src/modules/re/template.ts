// Templates of replacements: text with references to groups.
import { characters } from "../../text/code-points.ts";
import { strRepr } from "../../text/str-repr.ts";
import { MOST_GROUPS } from "./groups.ts";
import { badEscape, isLetter, octal, plainEscape } from "./parse-escape.ts";
import { DIGITS, isNumber, isOneOf, OCTAL, PatternProblem, PatternSource } from "./pattern-source.ts";

/** Text, or the number of a group. */
export type TemplatePart = string | number;

/** Parse a template for a pattern with these groups. Throws PatternProblem. */
export function parseTemplate(
  text: string,
  isText: boolean,
  groupCount: number,
  groupNames: ReadonlyMap<string, number>,
): readonly TemplatePart[] {
  const source = new PatternSource(text, isText);
  const parts: TemplatePart[] = [];
  let literal = "";
  while (source.next !== "") {
    const token = source.take();
    const part = token.startsWith("\\") ? escapePart(source, token, groupCount, groupNames) : token;
    if (typeof part === "string") literal += part;
    else {
      if (literal !== "") parts.push(literal);
      literal = "";
      parts.push(part);
    }
  }
  if (literal !== "") parts.push(literal);
  return parts;
}

function escapePart(
  source: PatternSource,
  token: string,
  groupCount: number,
  groupNames: ReadonlyMap<string, number>,
): TemplatePart {
  const sign = token.slice(1);
  if (sign === "g") return namedPart(source, groupCount, groupNames);
  if (sign === "0") return String.fromCharCode(Number.parseInt(sign + source.takeWhile(2, OCTAL), 8) & 0xff);
  if (isOneOf(sign, DIGITS)) return numberedPart(source, token, groupCount);
  const code = plainEscape(token);
  if (code !== undefined) return String.fromCharCode(code);
  if (isLetter(sign)) throw badEscape(source, token);
  return token;
}

function numberedPart(source: PatternSource, token: string, groupCount: number): TemplatePart {
  let whole = token;
  if (isOneOf(source.next, DIGITS)) {
    whole += source.take();
    if (isOneOf(whole.charAt(1), OCTAL) && isOneOf(whole.charAt(2), OCTAL) && isOneOf(source.next, OCTAL)) {
      return String.fromCharCode(octal(source, whole + source.take()));
    }
  }
  return checked(source, Number(whole.slice(1)), groupCount, whole.length - 1);
}

/** `\g<name>` and `\g<number>`. */
function namedPart(source: PatternSource, groupCount: number, groupNames: ReadonlyMap<string, number>): number {
  if (!source.skip("<")) throw source.problem("missing <");
  const name = source.takeUntil(">", "group name");
  const length = characters(name).length + 1;
  if (isNumber(name)) {
    const group = Number(name);
    if (group >= MOST_GROUPS) throw source.problem(`invalid group reference ${name}`, length);
    return checked(source, group, groupCount, length);
  }
  source.checkName(name, 1);
  const group = groupNames.get(name);
  if (group === undefined) throw new PatternProblem(`unknown group name ${strRepr(name)}`, null, "index");
  return group;
}

function checked(source: PatternSource, group: number, groupCount: number, length: number): number {
  if (group > groupCount) throw source.problem(`invalid group reference ${group}`, length);
  return group;
}
