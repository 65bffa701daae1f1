// The policy of a host: what plugins are granted, and what becomes of one that fails.
import { checkKeys } from "@krait/core/extend";
import { PluginError } from "../errors.ts";
import type { PermissionParameter, PermissionSet } from "../manifest/manifest.ts";
import { nearest } from "../messages/nearest.ts";
import { type Permission, PERMISSION_FORMS } from "./permission.ts";

/** A plugin wants a permission that the host has not decided on in advance. */
export interface PermissionRequest {
  readonly plugin: string;
  readonly version: string;
  readonly permission: string;
  /** What the permission lets a plugin do. */
  readonly doc: string;
  /** What it wants of it. */
  readonly wanted: PermissionParameter;
  /** Whether the plugin cannot be active without it, or asks while it runs. */
  readonly isRequired: boolean;
}

/** What is done with a plugin that was stopped because it failed. */
export interface RestartPolicy {
  /** Restarts in a row before it is disabled; default 3. */
  readonly attempts?: number;
  /** Wait before the first restart, in ms; default 1,000. */
  readonly backoffMs?: number;
  /** By what the wait grows with each restart; default 2. */
  readonly factor?: number;
  /** Time after which a plugin that runs counts as mended, in ms; default 60,000. */
  readonly mendedAfterMs?: number;
  /** Exceptions of its handlers in a row that count as a failure of the plugin; default 10. Others are only reported. */
  readonly errorsInARow?: number;
}

/** What a host decides. All of it is optional: by default nothing is granted. */
export interface PluginPolicy {
  /** What is granted, by plugin id; "*" is for all: `{ "*": { timers: true }, weather: { net: ["api.example.com"] } }`. */
  readonly grants?: Readonly<Record<string, PermissionSet>>;
  /** Decides on what `grants` does not cover: true for all that is wanted. The plugin waits. Default: refused. */
  readonly ask?: (request: PermissionRequest) => boolean | Promise<boolean>;
  readonly restart?: RestartPolicy;
}

export const DEFAULT_RESTART: Readonly<Required<RestartPolicy>> = {
  attempts: 3,
  backoffMs: 1_000,
  factor: 2,
  mendedAfterMs: 60_000,
  errorsInARow: 10,
};

/** Throws TypeError, naming the key, for a policy that is none. */
export function checkPolicy(policy: PluginPolicy): void {
  checkKeys("createPluginHost: policy", policy, { grants: "object", ask: "function", restart: "object" }, "key");
  const restart = policy.restart ?? {};
  const kinds = {
    attempts: "number",
    backoffMs: "number",
    factor: "number",
    mendedAfterMs: "number",
    errorsInARow: "number",
  };
  checkKeys("createPluginHost: policy.restart", restart, kinds as Record<string, "number">, "key");
  for (const [key, value] of Object.entries(restart)) {
    if (!(value >= 0))
      throw new TypeError(`createPluginHost: policy.restart: '${key}' must be at least 0, not ${value}`);
  }
}

/** Throws PluginError ("unknown-permission") where a policy grants what no native plugin has declared, or in another form. */
export function checkGrants({ grants = {} }: PluginPolicy, kinds: ReadonlyMap<string, Permission>): void {
  for (const [id, set] of Object.entries(grants)) {
    for (const [permission, written] of Object.entries(set)) {
      const kind = kinds.get(permission);
      const form = PERMISSION_FORMS[kind?.form ?? "flag"];
      if (kind !== undefined && form.read(written) !== null) continue;
      const fault =
        kind === undefined
          ? `there is no permission '${permission}'${nearest(permission, kinds.keys())}`
          : `the permission '${permission}' takes ${form.expected}`;
      throw new PluginError("unknown-permission", `createPluginHost: policy.grants['${id}']: ${fault}`);
    }
  }
}
