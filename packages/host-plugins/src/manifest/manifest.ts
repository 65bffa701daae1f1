// What a plugin says of itself: the manifest as the host uses it, checked and with its defaults filled in.
import type { VMLimits } from "@krait/core";

/** The parameter of a permission: `true` where it takes none, else a list of patterns or a number of bytes. */
export type PermissionParameter = true | readonly string[] | number;

/** Permissions by name. */
export type PermissionSet = Readonly<Record<string, PermissionParameter>>;

/** What `plugin.toml` or `plugin.json` says. */
export interface Manifest {
  /** Unique among the plugins of a host: lower-case letters, digits, `-` and `_`, at most 64. */
  readonly id: string;
  /** Shown to people; default: the id. */
  readonly name: string;
  /** Of the plugin: semver, as "1.2.0". */
  readonly version: string;
  /** What versions of the host's API it works with: a semver range. */
  readonly api: string;
  /** The script that is run, by its path in the plugin; default "main.py". */
  readonly entry: string;
  /** Ids of the plugins that must be active before it, native ones too, each with a semver range. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** What it cannot work without, and what it may ask for while it runs. */
  readonly permissions: { readonly required: PermissionSet; readonly optional: PermissionSet };
  /** What its VM may use: the host's own limits cap each. */
  readonly limits: VMLimits;
  /** What it may register: only names that stand here. */
  readonly contributes: Contributions;
  /** What makes the host start it; default `["startup"]`: at once. */
  readonly activation: readonly Activation[];
  /** The version of what it stores; default 1. `migrate(data, version)` of the entry brings older data up to date. */
  readonly storageVersion: number;
}

/** What a plugin adds to the host. */
export interface Contributions {
  /** Commands by their name without the prefix, each with what it does in a sentence. */
  readonly commands: Readonly<Record<string, string>>;
  /** Hooks of the host, or of native plugins, that it handles. */
  readonly hooks: readonly string[];
}

/** "startup", or that an event is emitted, a hook called, or one of the plugin's own commands run. */
export type Activation = "startup" | `event:${string}` | `hook:${string}` | `command:${string}`;
