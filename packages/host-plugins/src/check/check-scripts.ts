// Whether the scripts of a plugin compile: nothing of them runs.
import { checkSource } from "@krait/core/tools";
import { PluginError, type PluginProblem } from "../errors.ts";
import type { Loaded } from "../life/loaded.ts";
import type { PluginBundle } from "../source/plugin-source.ts";

/** Why a script does not compile. */
interface ScriptProblem extends PluginProblem {
  /** The line of the script, with carets under it; null where there is none. */
  readonly display: string | null;
}

/** The paths of the scripts. */
export function scriptsOf({ files }: PluginBundle): readonly string[] {
  return [...files.keys()].filter((path) => path.endsWith(".py"));
}

/** What is wrong with each script that does not compile. */
export function scriptProblems(bundle: PluginBundle): readonly ScriptProblem[] {
  return scriptsOf(bundle).flatMap((path) => {
    const file = `${bundle.place}/${path}`;
    const error = checkSource(bundle.files.get(path) as Uint8Array, file);
    if (error === null) return [];
    const { type, message, line, column, display } = error;
    // The name of the file stands above the line, the message below it: both are told already.
    const shown = display.split("\n").slice(1, -1).join("\n");
    const place = line === 0 ? { file } : { file, line, column };
    return [{ message: `${type}: ${message}`, place, display: shown === "" ? null : shown }];
  });
}

/** Throws PluginError ("bad-script") with each script that does not compile. */
export function checkScripts({ bundle, manifest }: Loaded): void {
  const problems = scriptProblems(bundle).map(({ message, place }) => ({ message, place }));
  if (problems.length > 0) throw new PluginError("bad-script", "", { plugin: manifest.id, problems });
}
