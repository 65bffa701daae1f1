// Bundles core for every runtime, as ESM and CommonJS: what a host loads at once is one file, each door a thin one before
// it, and what scripts ask for later (`import()`) a file for each.
import { join } from "node:path";
import { type ChunkingContext, defineConfig, type Plugin, type RolldownOptions } from "rolldown";
import { brokenLines } from "../../tools/broken-lines.ts";
import { pythonBundle } from "../../tools/python-text.ts";

/** What hosts import: `exports` of package.json has the same. */
const DOORS: readonly string[] = ["index", "extend", "node", "node-worker", "tools", "web", "web-worker", "worker"];

/** The module and all that it imports statically. */
function reached(entry: string, context: ChunkingContext): ReadonlySet<string> {
  const found = new Set([entry]);
  for (const id of found) for (const next of context.getModuleInfo(id)?.importedIds ?? []) found.add(next);
  return found;
}

/** Its objects tell the names of instructions, which tools print; all others have the numbers inlined. */
const OPCODES: string = join(import.meta.dirname, "src/bytecode/op.ts");

/**
 * All that `index.ts` needs at once goes into one chunk. Left to itself the bundler cuts it into a chunk for each set of
 * shelves that share something, and the names passed between chunks are most of what they weigh.
 */
function coreChunk(): (id: string, context: ChunkingContext) => string | null {
  const index = join(import.meta.dirname, "src/index.ts");
  let core: ReadonlySet<string> | null = null;
  return (id, context) => {
    core ??= reached(index, context);
    return id !== index && core.has(id) && id !== OPCODES ? "core" : null;
  };
}

/** Escapes what is not ASCII: V8 keeps a source with any such character in two bytes each, and takes longer to read it. */
const ascii: Plugin = {
  name: "ascii",
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk") continue;
      // After a backslash the escape would be read as another character.
      if (/\\[^\0-\x7f]/.test(chunk.code))
        throw new Error(`${chunk.fileName}: a backslash before a non-ASCII character`);
      chunk.code = chunk.code.replace(
        /[^\0-\x7f]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
    }
  },
};

/** Drops `import "./chunk.js"`, left over where enums were inlined: nothing of core is loaded for its effects. */
const bareImports: Plugin = {
  name: "bare-imports",
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === "chunk") chunk.code = chunk.code.replace(/^(import"\.\/[^"]+";)+/, "");
    }
  },
};

/** CommonJS knows its place by another name. */
const ownPlace: Plugin = {
  name: "own-place",
  transform: (code, id) =>
    id.includes("/src/node/") && code.includes("import.meta.url")
      ? code.replaceAll("import.meta.url", 'require("node:url").pathToFileURL(__filename).href')
      : null,
};

function bundle(format: "esm" | "cjs", extension: string, cleanDir: boolean): RolldownOptions {
  return {
    input: Object.fromEntries(DOORS.map((name) => [name, `src/${name}.ts`])),
    plugins:
      format === "cjs"
        ? [pythonBundle, ownPlace, ascii, bareImports, brokenLines]
        : [pythonBundle, ascii, bareImports, brokenLines],
    platform: "neutral",
    transform: { target: "es2023" },
    // Node's adapters take core's values from its doors, so that CommonJS too has each class once.
    external: [/^@krait\/core/, /^node:/],
    logLevel: "warn",
    output: {
      dir: "dist",
      format,
      entryFileNames: `[name].${extension}`,
      chunkFileNames: `[name]-[hash].${extension}`,
      cleanDir,
      minify: true,
      // The minifier marks `new Map` and the like as pure, which every bundler knows.
      comments: false,
      codeSplitting: { includeDependenciesRecursively: false, groups: [{ debugName: "core", name: coreChunk() }] },
    },
  };
}

export default defineConfig([bundle("esm", "js", true), bundle("cjs", "cjs", false)]);
