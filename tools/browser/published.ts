// Core, asyncio and the plugin host in a folder as npm installs them: built as they are published, with their dependencies.
import { cpSync, mkdirSync, realpathSync, symlinkSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RolldownOptions } from "rolldown";
import core from "../../packages/core/rolldown.config.ts";
import plugins from "../../packages/host-plugins/rolldown.config.ts";
import { pythonLoader } from "../python-text.ts";
import { bundleInto } from "./built-site.ts";

const PACKAGES: string = join(import.meta.dirname, "../../packages");

/** asyncio is published as tsup builds it, which lays it out alike. */
const ASYNCIO: RolldownOptions = {
  input: "src/index.ts",
  platform: "neutral",
  moduleTypes: pythonLoader,
  external: [/^@krait\/core/],
  output: { format: "esm", minify: true },
};

/** How each is bundled as ESM. */
const BUILT: Readonly<Record<string, RolldownOptions>> = {
  core: (core as RolldownOptions[])[0] as RolldownOptions,
  asyncio: ASYNCIO,
  "host-plugins": (plugins as RolldownOptions[])[0] as RolldownOptions,
};

/** Build one of the packages into a folder: what is in its `dist`, as far as an ESM program reads it. */
export async function buildPackage(name: "core" | "asyncio" | "host-plugins", dir: string): Promise<void> {
  await bundleInto(dir, { ...BUILT[name], cwd: join(PACKAGES, name), logLevel: "silent" });
}

/** Fill `node_modules` of a folder: a program that stands there finds the packages by their names. */
export async function installPackages(folder: string): Promise<void> {
  const modules = join(folder, "node_modules");
  for (const name of ["core", "asyncio", "host-plugins"] as const) {
    const own = join(modules, "@krait", name);
    mkdirSync(own, { recursive: true });
    cpSync(join(PACKAGES, name, "package.json"), join(own, "package.json"));
    await buildPackage(name, join(own, "dist"));
    const { dependencies } = JSON.parse(readFileSync(join(own, "package.json"), "utf8")) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    for (const each of Object.keys(dependencies).filter((dependency) => !dependency.startsWith("@krait/"))) {
      symlinkDependency(name, each, modules);
    }
  }
}

function symlinkDependency(name: string, dependency: string, modules: string): void {
  try {
    symlinkSync(realpathSync(join(PACKAGES, name, "node_modules", dependency)), join(modules, dependency), "junction");
  } catch (error) {
    // Two packages may depend on one: the catalog gives each a single version.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
