// `krait check`: what is wrong with the plugins of a folder, without running them.
import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { type CheckedProblem, checkPlugins, directorySource, type PluginSource } from "@krait/host-plugins/node";

/** Prints each problem on a line; 0 if there is none, 1 if there are some, 2 if there is no such folder. */
export async function checkFolder(folder: string): Promise<number> {
  if (!existsSync(folder)) return refuse(`can't open folder '${folder}': No such file or directory`);
  if (!statSync(folder).isDirectory()) return refuse(`'${folder}' is not a folder`);
  const { plugins, scripts, problems } = await checkPlugins(sourceOf(folder));
  if (plugins === 0) return refuse(`there are no plugins in '${folder}': neither a folder nor a .zip file`);
  for (const problem of problems) process.stdout.write(`${shown(problem)}\n`);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const found = errors === 0 ? "no problems" : counted(errors, "problem");
  process.stdout.write(`${counted(plugins, "plugin")}, ${counted(scripts, "script")}: ${found}\n`);
  return errors === 0 ? 0 : 1;
}

/** The plugins in a folder; a folder that is a plugin itself is the only one. */
function sourceOf(folder: string): PluginSource {
  if (!["plugin.toml", "plugin.json"].some((name) => existsSync(join(folder, name)))) return directorySource(folder);
  const path = resolve(folder);
  const source = directorySource(relative(process.cwd(), dirname(path)) || ".");
  return { ...source, list: async () => [basename(path)] };
}

function shown({ message, place, severity, display }: CheckedProblem): string {
  const { file, line, column } = place ?? {};
  const where = [file, line, column].filter((part) => part !== undefined).join(":");
  const text = `${where}: ${severity === "note" ? "note: " : ""}${message}`;
  return display === null ? text : `${text}\n${display}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function refuse(message: string): number {
  process.stderr.write(`krait: ${message}\n`);
  return 2;
}
