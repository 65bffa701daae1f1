// Looks at plugins without running them: their manifests, whether their scripts compile, and how they depend on each other.
import { PluginError, type PluginProblem } from "../errors.ts";
import { loadOrder } from "../graph/load-order.ts";
import { readManifest, type ReadManifest } from "../manifest/read-manifest.ts";
import { checkSource, type PluginSource } from "../source/plugin-source.ts";
import { scriptProblems, scriptsOf } from "./check-scripts.ts";

/** What a check has found, in the order of the source's plugins. */
export interface CheckReport {
  readonly plugins: number;
  readonly scripts: number;
  readonly problems: readonly CheckedProblem[];
}

/** Something that is wrong, or that only the host can know. */
export interface CheckedProblem extends PluginProblem {
  /** A "note" keeps no plugin from working in a host that has what it tells of. */
  readonly severity: "error" | "note";
  /** The line of the script, with carets under it; null where there is none. */
  readonly display: string | null;
}

/**
 * Check all plugins of a source: manifests, the syntax of every script, ids that are there twice, and dependencies. What
 * is unknown here, the host's native plugins and the permissions that they declare, is not checked. Rejects with what
 * `source.list` rejects with.
 */
export async function checkPlugins(source: PluginSource): Promise<CheckReport> {
  checkSource("checkPlugins", "source", source);
  const names = await source.list();
  const problems: CheckedProblem[] = [];
  const manifests = new Map<string, ReadManifest>();
  let scripts = 0;
  for (const name of names) {
    const bundle = await attempt(problems, () => source.load(name));
    if (bundle === null) continue;
    const read = await attempt(problems, () => readManifest(bundle));
    if (read !== null) addManifest(manifests, read, problems);
    scripts += scriptsOf(bundle).length;
    problems.push(...scriptProblems(bundle).map((each) => problem(each, "error", each.display)));
  }
  problems.push(...dependencyProblems(manifests));
  return { plugins: names.length, scripts, problems };
}

/** What a step answers; null after a PluginError, whose problems are added. */
async function attempt<T>(problems: CheckedProblem[], step: () => T | Promise<T>): Promise<T | null> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof PluginError)) throw error;
    problems.push(...error.problems.map((each) => problem(each)));
    return null;
  }
}

function addManifest(manifests: Map<string, ReadManifest>, read: ReadManifest, problems: CheckedProblem[]): void {
  const { id } = read.manifest;
  const other = manifests.get(id);
  if (other === undefined) {
    manifests.set(id, read);
    return;
  }
  const message = `${other.placeOf([], "value").file} has the id "${id}" too`;
  problems.push(problem({ message, place: read.placeOf(["id"], "value") }));
}

/** Circles and versions among the plugins that are here; a note for each dependency that the host must bring. */
function dependencyProblems(manifests: ReadonlyMap<string, ReadManifest>): CheckedProblem[] {
  const isHere = ([id]: readonly [string, string]): boolean => manifests.has(id);
  const nodes = new Map(
    [...manifests].map(([id, { manifest }]) => {
      const dependencies = Object.fromEntries(Object.entries(manifest.dependencies).filter(isHere));
      return [id, { id, version: manifest.version, dependencies }];
    }),
  );
  const { errors } = loadOrder(nodes);
  return [...manifests].flatMap(([id, { manifest, placeOf }]) => {
    const error = errors.get(id);
    const notes = Object.keys(manifest.dependencies).filter((other) => !manifests.has(other));
    return [
      // Whoever depends on a broken plugin has done nothing wrong.
      ...(error === undefined || error.code === "dependency-failed"
        ? []
        : [problem({ message: error.message, place: placeOf(["dependencies"], "key") })]),
      ...notes.map((other) => {
        const message = `there is no plugin "${other}" here: the host must have it`;
        return problem({ message, place: placeOf(["dependencies", other], "key") }, "note");
      }),
    ];
  });
}

function problem(
  { message, place }: PluginProblem,
  severity: CheckedProblem["severity"] = "error",
  display: string | null = null,
): CheckedProblem {
  return { message, place, severity, display };
}
