// What goes wrong with plugins: one table of codes, and the error that carries them.

/** What a plugin can fail at, by code: what `PluginError.code` is one of. */
export const PLUGIN_ERRORS: Readonly<Record<PluginErrorCode, string>> = {
  "no-manifest": "there is neither a plugin.toml nor a plugin.json",
  "bad-manifest": "the manifest cannot be read, or says what is not allowed",
  "bad-script": "a script of the plugin does not compile",
  "bad-archive": "the archive is damaged, or of a kind that cannot be read",
  "unsafe-path": "a path leads out of the plugin's folder",
  unreadable: "the system does not let the plugin's files be read",
  "too-large": "the plugin has more files or bytes than are allowed",
  "duplicate-id": "two plugins have the same id",
  "missing-dependency": "a plugin that is depended on is not there",
  "wrong-version": "a plugin, or the host, has a version outside the range that is asked for",
  "dependency-cycle": "plugins depend on each other in a circle",
  "dependency-failed": "a plugin that is depended on could not be loaded or activated",
  "unknown-permission": "there is no permission of that name, or it takes another parameter",
  "permission-refused": "the host's policy does not grant what the plugin requires",
  "activation-failed": "the plugin failed while it was activated",
  "activation-timeout": "the plugin was not active in time",
  stopped: "the plugin was stopped: it passed a limit, or failed too often",
  "wrong-state": "the plugin is not in a state in which that can be done",
  "unknown-plugin": "there is no plugin of that id",
  "unknown-name": "there is no command, hook or event of that name",
  "taken-name": "there is a command, hook or module of that name already",
  "command-failed": "a command raised an exception",
  "storage-corrupt": "what was stored cannot be read",
  "storage-full": "the plugin may store no more",
  "storage-version": "what was stored is of a version that the plugin cannot bring up to date",
  "host-closed": "the plugin host is closing, or has closed",
};

/** The codes of PluginError. */
export type PluginErrorCode =
  | "no-manifest"
  | "bad-manifest"
  | "bad-script"
  | "bad-archive"
  | "unsafe-path"
  | "unreadable"
  | "too-large"
  | "duplicate-id"
  | "missing-dependency"
  | "wrong-version"
  | "dependency-cycle"
  | "dependency-failed"
  | "unknown-permission"
  | "permission-refused"
  | "activation-failed"
  | "activation-timeout"
  | "stopped"
  | "wrong-state"
  | "unknown-plugin"
  | "unknown-name"
  | "taken-name"
  | "command-failed"
  | "storage-corrupt"
  | "storage-full"
  | "storage-version"
  | "host-closed";

/** Where in a plugin's files something is wrong; lines and columns count from 1. */
export interface FilePlace {
  /** As the host would open it: the place of the plugin, and the path in it. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** One thing that is wrong. */
export interface PluginProblem {
  /** What was found and what was expected, without the place. */
  readonly message: string;
  /** Where to look; null when no file is at fault. */
  readonly place: FilePlace | null;
}

/** A plugin cannot be used, or not in the way that was asked. */
export class PluginError extends Error {
  /** What kind of failure this is. */
  readonly code: PluginErrorCode;
  /** The id of the plugin, or the name of its folder where the id is not known; null when it concerns none. */
  readonly plugin: string | null;
  /** Where to look; null when no file is at fault. */
  readonly place: FilePlace | null;
  /** The Python traceback; null when no Python ran. */
  readonly traceback: string | null;
  /** All that is wrong, at least one thing, in the order of the file; `message` has a line for each. */
  readonly problems: readonly PluginProblem[];

  /** `details.problems` takes the place of `message` and `details.place`, which are those of its first. */
  constructor(
    code: PluginErrorCode,
    message: string,
    details: {
      readonly plugin?: string | null;
      readonly place?: FilePlace | null;
      readonly traceback?: string | null;
      readonly cause?: unknown;
      readonly problems?: readonly PluginProblem[];
    } = {},
  ) {
    const problems = details.problems ?? [{ message, place: details.place ?? null }];
    super(problems.map(shownProblem).join("\n"), details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "PluginError";
    this.code = code;
    this.plugin = details.plugin ?? null;
    this.place = problems[0]?.place ?? null;
    this.traceback = details.traceback ?? null;
    this.problems = problems;
  }
}

/** `file:line:column`, with what is known of it. */
function shownPlace({ file, line, column }: FilePlace): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}

/** `file:line:column: message`, with what is known of it. */
function shownProblem({ message, place }: PluginProblem): string {
  return place === null ? message : `${shownPlace(place)}: ${message}`;
}

/** A text of any error, for messages and logs. Never throws. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.name}: ${error.message}`;
}
