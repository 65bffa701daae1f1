// Checks the permissions that a manifest names against the kinds that there are.
import { PluginError, type PluginProblem } from "../errors.ts";
import { PERMISSION_FORMS, type Permission } from "../permissions/permission.ts";
import type { ReadManifest } from "./read-manifest.ts";
import { quoted, shownPath, shownValue, suggestion } from "./schema-problems.ts";

/**
 * Throws PluginError ("unknown-permission", with all `problems`) for permissions that no plugin has declared, and for
 * parameters of another form than theirs.
 */
export function checkPermissions({ manifest, placeOf }: ReadManifest, kinds: ReadonlyMap<string, Permission>): void {
  const problems = (["required", "optional"] as const).flatMap((list) =>
    Object.entries(manifest.permissions[list]).flatMap(([name, parameter]): PluginProblem[] => {
      const path = ["permissions", list, name];
      const kind = kinds.get(name);
      if (kind === undefined) {
        const message = `there is no permission ${quoted(name)}${suggestion(name, kinds.keys()) || thereAre(kinds)}`;
        return [{ message, place: placeOf(path, "key") }];
      }
      const form = PERMISSION_FORMS[kind.form ?? "flag"];
      if (form.read(parameter) !== null) return [];
      const message = `${shownPath(path)} must be ${form.expected}, not ${shownValue(parameter)}`;
      return [{ message, place: placeOf(path, "value") }];
    }),
  );
  if (problems.length === 0) return;
  throw new PluginError("unknown-permission", problems[0]?.message ?? "", { plugin: manifest.id, problems });
}

function thereAre(kinds: ReadonlyMap<string, Permission>): string {
  return kinds.size === 0 ? "; there are none" : `; there are ${[...kinds.keys()].sort().join(", ")}`;
}
