// A plugin as it was read from its source: its files, and a manifest that was checked.
import { PythonError } from "@krait/core";
import { PluginError } from "../errors.ts";
import { checkPermissions } from "../manifest/check-permissions.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { readManifest } from "../manifest/read-manifest.ts";
import type { Permission } from "../permissions/permission.ts";
import type { PluginBundle } from "../source/plugin-source.ts";
import { satisfies } from "semver";

export interface Loaded {
  readonly bundle: PluginBundle;
  readonly manifest: Manifest;
}

/** Check what a bundle holds, but for its scripts. Throws PluginError. */
export function loaded(bundle: PluginBundle, kinds: ReadonlyMap<string, Permission>, hostVersion: string): Loaded {
  const read = readManifest(bundle);
  const { manifest } = read;
  if (!satisfies(hostVersion, manifest.api, { includePrerelease: true })) {
    throw new PluginError(
      "wrong-version",
      `plugin '${manifest.id}' is made for versions ${manifest.api} of the host's API, which has version ${hostVersion}`,
      { plugin: manifest.id, place: read.placeOf(["api"], "value") },
    );
  }
  checkPermissions(read, kinds);
  return { bundle, manifest };
}

/** The failure of an activation, with its traceback. */
export function activationError(id: string, error: unknown): PluginError {
  if (error instanceof PluginError) return error;
  if (error instanceof PythonError) {
    const code = error.type === "SyntaxError" ? "bad-script" : "activation-failed";
    const message = `plugin '${id}' could not be activated: ${error.type}: ${error.message}`;
    return new PluginError(code, message, { plugin: id, traceback: error.traceback, cause: error });
  }
  const told = error instanceof Error ? error.message : String(error);
  return new PluginError("activation-failed", `plugin '${id}' could not be activated: ${told}`, {
    plugin: id,
    cause: error,
  });
}
