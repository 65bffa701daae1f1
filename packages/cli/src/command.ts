// The krait command: run scripts, a REPL, disassembly, stubs, checks of plugins.
import { runCode, runFile, runStdin } from "./run.ts";

const USAGE = `usage: krait run FILE [args]     run a script
       krait FILE [args]         the same
       krait -c CODE [args]      run code given as text
       krait - [args]            run a script from standard input
       krait repl                read, evaluate, print
       krait dis FILE            print the disassembly of a script
       krait types FILE [--out FOLDER]
                                 write stubs (.pyi) of the native modules that a
                                 JavaScript file exports; FOLDER is typings/ if not given
       krait check FOLDER        check the manifests of plugins, and compile their
                                 scripts without running them
       krait --version | --help
`;

/** Version of the language, and of the engine. */
const VERSION = "Python 3.13.0 (krait)";

/** Do what the arguments ask for; answers the status that the process exits with. */
export async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  switch (command) {
    case undefined:
      return process.stdin.isTTY ? await repl() : await runStdin([]);
    case "-h":
    case "--help":
      process.stdout.write(USAGE);
      return 0;
    case "-V":
    case "--version":
      process.stdout.write(`${VERSION}\n`);
      return 0;
    case "repl":
      return await repl();
    case "dis":
      return rest.length === 1 ? await dis(rest[0] as string) : misuse("krait dis takes one file");
    case "types":
      return await types(rest);
    case "check":
      return await check(rest);
    case "run":
      return rest.length > 0 ? await start(rest) : misuse("krait run needs a file");
    default:
      return await start(args);
  }
}

// What runs no script is loaded for its own command alone: all others start sooner.

async function repl(): Promise<number> {
  const { startRepl } = await import("./repl.ts");
  return await startRepl();
}

async function dis(file: string): Promise<number> {
  const { disassembleFile } = await import("./dis.ts");
  return disassembleFile(file);
}

/** `FILE`, `-c CODE` or `-`, each with its arguments. */
async function start(args: readonly string[]): Promise<number> {
  const [first, ...rest] = args;
  if (first === "-") return await runStdin(rest);
  if (first === "-c") {
    const [code, ...own] = rest;
    return code === undefined ? misuse("argument expected for the -c option") : await runCode(code, own);
  }
  if (first?.startsWith("-")) return misuse(`unknown option ${first}`);
  return await runFile(first as string, rest);
}

/** `FILE` and `--out FOLDER`, in either order. */
async function types(args: readonly string[]): Promise<number> {
  const [first, second, third] = args;
  const { writeTypes } = await import("./types.ts");
  if (args.length === 1 && !first?.startsWith("-")) return await writeTypes(first as string, "typings");
  if (args.length === 3 && second === "--out") return await writeTypes(first as string, third as string);
  if (args.length === 3 && first === "--out") return await writeTypes(third as string, second as string);
  return misuse("krait types takes one file, and --out with a folder");
}

/** `FOLDER`. */
async function check(args: readonly string[]): Promise<number> {
  const [folder] = args;
  if (folder === undefined || args.length > 1 || folder.startsWith("-")) return misuse("krait check takes one folder");
  const { checkFolder } = await import("./check.ts");
  return await checkFolder(folder);
}

function misuse(message: string): number {
  process.stderr.write(`krait: ${message}\n${USAGE}`);
  return 2;
}
