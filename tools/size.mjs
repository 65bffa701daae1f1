// Measures what a host loads: the gzipped size of a built entry with all it imports statically, against its budget.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import ts from "typescript";

/**
 * The one table of budgets: kilobytes (1,000 bytes) after gzip. `aim` is where the entry should come to; the budget keeps
 * it from growing meanwhile, and goes down with it.
 */
const BUDGETS = [
  { entry: "packages/core/dist/index.js", kilobytes: 258, aim: 120 },
  { entry: "packages/asyncio/dist/index.js", kilobytes: 34, aim: 30 },
  { entry: "packages/host-plugins/dist/index.js", kilobytes: 48, aim: 40 },
];

const root = fileURLToPath(new URL("..", import.meta.url));

/** The relative modules that a built file imports statically. */
function imports(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  return source.statements
    .filter((node) => ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
    .map((node) => node.moduleSpecifier?.text)
    .filter((name) => name?.startsWith("."))
    .map((name) => resolve(dirname(file), name));
}

/** Sizes of `entry` and of every chunk that it needs, each compressed alone as a server would send it. */
function measure(entry) {
  const sizes = { files: 0, raw: 0, gzip: 0 };
  const pending = [entry];
  const seen = new Set(pending);
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    const bytes = readFileSync(file);
    sizes.files += 1;
    sizes.raw += bytes.length;
    sizes.gzip += gzipSync(bytes, { level: 9 }).length;
    for (const next of imports(file, bytes.toString("utf8"))) {
      if (!seen.has(next)) {
        seen.add(next);
        pending.push(next);
      }
    }
  }
  return sizes;
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
let failed = false;
const rows = [["entry", "files", "raw", "gzip", "budget", "aim", ""]];
for (const { entry, kilobytes, aim } of BUDGETS) {
  const file = join(root, entry);
  if (!existsSync(file)) {
    rows.push([entry, "-", "-", "-", `${kilobytes} kB`, `${aim} kB`, "not built: run `pnpm build` first"]);
    failed = true;
    continue;
  }
  const { files, raw, gzip } = measure(file);
  const over = gzip > kilobytes * 1000;
  failed ||= over;
  rows.push([entry, String(files), kB(raw), kB(gzip), `${kilobytes} kB`, `${aim} kB`, over ? "OVER BUDGET" : "ok"]);
}
const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
for (const row of rows)
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join("  ")
      .trimEnd(),
  );
process.exit(failed ? 1 : 0);
