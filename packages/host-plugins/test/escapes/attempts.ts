// Reads the attempts to escape: Python in chunks, each with what it tries and the traces that it must leave.
import { readFileSync } from "node:fs";

/** One attempt to break out: a script plugin of its own. */
export interface Attempt {
  readonly id: string;
  /** What it tries, in a sentence. */
  readonly title: string;
  readonly source: string;
  /** What its manifest says besides. */
  readonly manifest: Readonly<Record<string, unknown>>;
  /** Further files by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Its traces in order, as the host must tell them; " ..." at an end stands for any text. */
  readonly expected: readonly string[];
}

const DIRECTIVE = /^# (try|manifest|file|expect): (.*)$/;

/** The attempts of `NAME.py`, which "---" separates. */
export function readAttempts(name: string): readonly Attempt[] {
  const chunks = readFileSync(new URL(`${name}.py`, import.meta.url), "utf8").split(/^---\n/m);
  return chunks.map((source, index) => {
    const directives = source.split("\n").flatMap((line) => {
      const [, key, value] = DIRECTIVE.exec(line) ?? [];
      return key === undefined ? [] : [{ key, value: value as string }];
    });
    const all = (key: string): string[] => directives.filter((each) => each.key === key).map(({ value }) => value);
    const [title] = all("try");
    if (title === undefined) throw new Error(`${name}.py: chunk ${index + 1} does not say what it tries`);
    const files = all("file").map((file) => {
      const at = file.indexOf(": ");
      return [file.slice(0, at), file.slice(at + 2)] as const;
    });
    return {
      id: `${name}-${index + 1}`,
      title,
      source,
      manifest: JSON.parse(all("manifest")[0] ?? "{}") as Record<string, unknown>,
      files: Object.fromEntries(files),
      expected: all("expect"),
    };
  });
}

/** The first trace that is not as expected, with what was; null when all are. */
export function firstDifference(
  actual: readonly string[],
  expected: readonly string[],
): { readonly actual: string | undefined; readonly expected: string | undefined } | null {
  for (let at = 0; at < Math.max(actual.length, expected.length); at++) {
    const [is, should] = [actual[at], expected[at]];
    const isSame = should?.endsWith(" ...") === true ? is?.startsWith(should.slice(0, -4)) : is === should;
    if (isSame !== true) return { actual: is, expected: should };
  }
  return null;
}
