// Whether all scripts of a plugin compile: nothing of them runs.
import { checkSource } from "@krait/core/tools";
import { PluginError, type PluginProblem } from "../errors.ts";
import type { Loaded } from "./loaded.ts";

/** Throws PluginError ("bad-script") with each script that does not compile. */
export function checkScripts({ bundle, manifest }: Loaded): void {
  const problems: PluginProblem[] = [];
  for (const [path, source] of bundle.files) {
    if (!path.endsWith(".py")) continue;
    const file = `${bundle.place}/${path}`;
    const error = checkSource(source, file);
    if (error === null) continue;
    const { column, line, message, type } = error;
    problems.push({ message: `${type}: ${message}`, place: { file, ...(line > 0 && { line, column }) } });
  }
  if (problems.length > 0) throw new PluginError("bad-script", "", { plugin: manifest.id, problems });
}
