// Building blocks of the program generator: source text with holes that other generators fill.
import fc from "fast-check";

export type Code = fc.Arbitrary<string>;

/** Text whose holes are filled by generators; a hole of several lines keeps the indentation of its place. */
export function code(texts: TemplateStringsArray, ...holes: readonly (Code | string)[]): Code {
  const parts = holes.map((hole) => (typeof hole === "string" ? fc.constant(hole) : hole));
  return fc.tuple(...parts).map((values) => {
    let result = texts[0] as string;
    for (const [at, value] of values.entries()) {
      const indent = /(?:^|\n)([ ]*)$/.exec(result)?.[1] ?? "";
      result += indent === "" ? value : value.replaceAll("\n", `\n${indent}`);
      result += texts[at + 1] as string;
    }
    return result;
  });
}

/** One of some texts; the first is the simplest. */
export function word(...texts: readonly string[]): Code {
  return fc.constantFrom(...texts);
}

/** One of some generators; it shrinks towards the first, which is taken too where the nesting gets deep. */
export function one(...choices: readonly Code[]): Code {
  return fc.oneof({ withCrossShrink: true, maxDepth: 7, depthIdentifier: "expression" }, ...choices);
}

/** `from` to `to` of a thing, separated. */
export function some(thing: Code, from: number, to: number, separator: string): Code {
  return fc.array(thing, { minLength: from, maxLength: to }).map((things) => things.join(separator));
}

/** A part that may be missing. */
export function maybe(thing: Code): Code {
  return fc.oneof({ withCrossShrink: true }, fc.constant(""), thing);
}
