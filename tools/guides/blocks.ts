// Finds the code blocks of a Markdown text, and in each the output that it promises.

/** Languages whose blocks are run. */
export const RUN_LANGUAGES: readonly string[] = ["ts", "js", "python"];
/** Languages whose blocks are not run. */
const SHOWN_LANGUAGES: readonly string[] = ["sh", "toml"];

/** What a block does when it runs, or says that it does. */
export interface Outcome {
  /** The lines that it prints. */
  readonly prints: readonly string[];
  /** The error that ends it, as `Name: message`; null when it runs to its end. */
  readonly throws: string | null;
}

export interface Block extends Outcome {
  /** The path of the text, from the root of the repository. */
  readonly file: string;
  /** The line of its first line of code, from 1. */
  readonly line: number;
  readonly language: string;
  readonly source: string;
  /** The manifest of the plugin whose entry this is: the block before it, in TOML; null for what is no plugin. */
  readonly manifest: string | null;
}

/**
 * All fenced blocks of a text. Output is promised by comments: `// prints: ...` for each line, at the end of a line of
 * code or below it, and `// throws: Name: message` for the error that ends the block; in Python with `#`. A
 * block in TOML right before one in Python is the manifest of a plugin with that entry. Throws Error for a fence that is
 * not closed, a language in neither list, and a promise in a block that is not run.
 */
export function blocksOf(file: string, text: string): Block[] {
  const blocks: Block[] = [];
  let manifest: string | null = null;
  const lines = text.split("\n");
  for (let i = 0; i < lines.length; i++) {
    const fence = /^(\s*)(`{3,}|~{3,})\s*(.*)$/.exec(lines[i] as string);
    if (fence === null) continue;
    const [, indent = "", marks = "", language = ""] = fence;
    const first = i + 1;
    do i++;
    while (i < lines.length && lines[i]?.trim() !== marks);
    if (i === lines.length) throw new Error(`${file}:${first}: this block has no end`);
    if (![...RUN_LANGUAGES, ...SHOWN_LANGUAGES].includes(language)) {
      throw new Error(`${file}:${first}: blocks are in ${RUN_LANGUAGES.join(", ")}, not in '${language}'`);
    }
    const source = lines.slice(first, i).map((line) => line.slice(indent.length));
    const code = `${source.join("\n")}\n`;
    blocks.push({ file, line: first + 1, language, source: code, manifest, ...promises(source) });
    manifest = language === "toml" ? code : null;
  }
  return blocks;
}

function promises(lines: readonly string[]): Outcome {
  const prints: string[] = [];
  let throws: string | null = null;
  for (const line of lines) {
    const promise = /(?:\/\/|#) (prints|throws):(?: (.*))?$/.exec(line);
    if (promise === null) continue;
    const text = promise[2] ?? "";
    if (promise[1] === "prints") prints.push(text);
    else throws = text;
  }
  return { prints, throws };
}
