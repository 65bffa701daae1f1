// Runs every check that is not a test, each to its end, and names those that failed: `pnpm check`, or some of them by
// name: `pnpm check types lint`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const packages = readdirSync(join(root, "packages"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(root, "packages", entry.name, "package.json")))
  .map((entry) => `packages/${entry.name}`);

/** Runs a command to its end; whether it succeeded. */
function run(command, ...args) {
  return spawn("inherit", command, args).status === 0;
}

/** The same, for a command whose output matters only when it fails. */
function runQuietly(command, ...args) {
  const { status, stdout, stderr } = spawn("pipe", command, args);
  if (status !== 0) console.error(`${stdout}${stderr}`);
  return status === 0;
}

function spawn(output, command, args) {
  // npx puts pnpm on the PATH, and so does an installed pnpm; the tools are in node_modules/.bin.
  const path = [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter);
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", output, output],
    env: { ...process.env, PATH: path },
    shell: process.platform === "win32",
  });
  if (result.error) console.error(`${command}: ${result.error.message}`);
  return result;
}

/** Every one is tried, so that one run shows all there is to mend. */
const all = (items, check) => items.map(check).every(Boolean);

/** Packs each package as it would be published, and looks at the result. */
function packed() {
  const folder = mkdtempSync(join(tmpdir(), "krait-pack-"));
  try {
    return all(packages, (directory) => {
      const manifest = JSON.parse(readFileSync(join(root, directory, "package.json"), "utf8"));
      const tarball = join(folder, `${directory.replace("/", "-")}.tgz`);
      if (!runQuietly("pnpm", "--dir", directory, "pack", "--out", tarball)) return false;
      const published = run("publint", "--strict", tarball);
      // A package that is only a command has no types to resolve.
      const typed = manifest.exports?.["."] === undefined || run("attw", "--profile", "node16", tarball);
      return published && typed;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A lockfile that names a host would bind every clone to it. */
function lockfile() {
  const lines = readFileSync(join(root, "pnpm-lock.yaml"), "utf8").split("\n");
  const hosts = lines.flatMap((line, index) => (/tarball:|https?:\/\//.test(line) ? [`${index + 1}: ${line}`] : []));
  for (const line of hosts) console.error(`pnpm-lock.yaml:${line}`);
  return hosts.length === 0;
}

const CHECKS = {
  types: () => all([".", ...packages], (directory) => run("tsc", "-p", directory)),
  lint: () => run("oxlint", "--deny-warnings"),
  format: () => run("biome", "ci", "--log-level=warn", "."),
  unused: () => run("knip"),
  reference: () => runQuietly("pnpm", "build:api"),
  lockfile,
  build: () => runQuietly("pnpm", "build"),
  workers: () => run("node", "tools/built-worker.mjs"),
  arena: () => runQuietly("vitest", "run", "--mode", "built"),
  packed,
  size: () => run("node", "tools/size.mjs"),
};

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(CHECKS);
const unknown = wanted.filter((name) => !(name in CHECKS));
if (unknown.length > 0) {
  console.error(`no such check: ${unknown.join(", ")} (there are ${Object.keys(CHECKS).join(", ")})`);
  process.exit(2);
}
const failed = wanted.filter((name) => {
  console.log(`\n--- ${name}`);
  return !CHECKS[name]();
});
console.log(failed.length > 0 ? `\nfailed: ${failed.join(", ")}` : `\n${wanted.length} checks passed`);
process.exit(failed.length > 0 ? 1 : 0);
