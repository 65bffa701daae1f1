// Type-checks the code blocks of the guides, each as a module of its own beside the text that it stands in.
import { join } from "node:path";
import ts from "typescript";
import type { Block } from "./blocks.ts";

/** Parameters and bindings without a type, which JavaScript has no way to give. */
const UNTYPED: readonly number[] = [7006, 7031];

/** What is wrong, as `file:line: message`. */
export function typeErrors(root: string, blocks: readonly Block[]): string[] {
  const config = join(root, "docs/tsconfig.json");
  const parsed = ts.parseJsonConfigFileContent(
    ts.readConfigFile(config, ts.sys.readFile).config,
    ts.sys,
    join(root, "docs"),
  );
  const options: ts.CompilerOptions = { ...parsed.options, allowJs: true, checkJs: true };
  const files = new Map(
    blocks
      .filter(({ language }) => language !== "python")
      .map((block) => [join(root, `${block.file}.${block.line}.m${block.language}`), block]),
  );
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => textOf(files.get(name)) ?? readFile(name);
  host.getSourceFile = (name, version, ...rest) => {
    const text = textOf(files.get(name));
    return text === undefined ? getSourceFile(name, version, ...rest) : ts.createSourceFile(name, text, version);
  };
  const program = ts.createProgram([...parsed.fileNames, ...files.keys()], options, host);
  return [...files].flatMap(([name, block]) => {
    const source = program.getSourceFile(name);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    const wrong = block.language === "js" ? found.filter(({ code }) => !UNTYPED.includes(code)) : found;
    return wrong.map((each) => {
      const line = source?.getLineAndCharacterOfPosition(each.start ?? 0).line ?? 0;
      return `${block.file}:${block.line + line}: ${ts.flattenDiagnosticMessageText(each.messageText, " ")}`;
    });
  });
}

/** A block without imports is a module all the same. */
function textOf(block: Block | undefined): string | undefined {
  return block === undefined ? undefined : `${block.source}export {};\n`;
}
