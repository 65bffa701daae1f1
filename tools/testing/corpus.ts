// The language corpus: scripts that carry, as comments, the output CPython 3.13 gave for them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One script of a corpus file, with what it must print and how it must end. */
export interface Chunk {
  readonly file: string;
  /** The line of the file on which the script begins. */
  readonly line: number;
  readonly title: string;
  readonly source: string;
  /** CPython's output; or the engine's own, from `# krait:` lines, where a deviation is accepted. */
  readonly expected: readonly string[];
  /** The last line of the traceback, when the script ends in an exception. */
  readonly raises: string | null;
  /** `line:column Type: message` of a script that must not compile. */
  readonly syntax: string | null;
}

/** All chunks of a folder, by file in alphabetical order. */
export function readCorpus(folder: string): Chunk[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".py") && !name.endsWith("expect.py"))
    .sort();
  return files.flatMap((name) => chunksOf(name, readFileSync(join(folder, name), "utf8")));
}

function chunksOf(file: string, text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let line = 1;
  for (const source of text.split(/^---\n/m)) {
    chunks.push(chunkOf(file, line, source));
    line += source.split("\n").length;
  }
  return chunks;
}

function chunkOf(file: string, line: number, source: string): Chunk {
  const expected: string[] = [];
  const deviating: string[] = [];
  let raises: string | null = null;
  let syntax: string | null = null;
  for (const row of source.split("\n")) {
    const expect = /# expect:(?: (.*))?$/.exec(row);
    if (expect !== null) expected.push(expect[1] ?? "");
    const deviation = /^# krait: (.*)$/.exec(row);
    if (deviation !== null) deviating.push(deviation[1] as string);
    raises ??= /^# raises: (.*)$/.exec(row)?.[1] ?? null;
    syntax ??= /^# syntax: (.*)$/.exec(row)?.[1] ?? null;
  }
  const title = /^# (.*)$/m.exec(source)?.[1] ?? "(no title)";
  return { file, line, title, source, expected: deviating.length > 0 ? deviating : expected, raises, syntax };
}
