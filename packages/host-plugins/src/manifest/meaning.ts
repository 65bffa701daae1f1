// What a well-formed manifest may get wrong all the same: an id that is reserved, an entry that is not there, names that
// stand for nothing.
import { pathFault } from "../source/safe-path.ts";
import { reservedId } from "./names.ts";
import type { Written } from "./schema.ts";
import { type Fault, quoted, suggestion } from "./schema-problems.ts";

export function meaningFaults(written: Written, files: ReadonlyMap<string, Uint8Array>): Fault[] {
  return [
    ...idFaults(written.id),
    ...entryFaults(written.entry, files),
    ...dependencyFaults(written),
    ...activationFaults(written),
    ...twice("activation", written.activation, ["activation"]),
    ...twice("contributes.hooks", written.contributes?.hooks ?? [], ["contributes", "hooks"]),
  ];
}

function idFaults(id: string): Fault[] {
  const reason = reservedId(id);
  return reason === null ? [] : [{ path: ["id"], part: "value", message: `id must not be ${quoted(id)}: ${reason}` }];
}

function entryFaults(entry: string, files: ReadonlyMap<string, Uint8Array>): Fault[] {
  const fault = entryFault(entry, files);
  if (fault === null) return [];
  const message = `entry must be the path of a .py file of the plugin, as "main.py": ${quoted(entry)} ${fault}`;
  return [{ path: ["entry"], part: "value", message }];
}

function entryFault(entry: string, files: ReadonlyMap<string, Uint8Array>): string | null {
  const unsafe = pathFault(entry);
  if (unsafe !== null) return unsafe;
  if (!entry.endsWith(".py")) return 'does not end in ".py"';
  if (files.has(entry)) return null;
  return `is not there${suggestion(
    entry,
    [...files.keys()].filter((path) => path.endsWith(".py")),
  )}`;
}

function dependencyFaults({ id, dependencies }: Written): Fault[] {
  if (!Object.hasOwn(dependencies, id)) return [];
  return [{ path: ["dependencies", id], part: "key", message: `${quoted(id)} cannot depend on itself` }];
}

/** A plugin that waits for its own command, or for a hook, must be one that can handle it. */
function activationFaults({ activation, contributes }: Written): Fault[] {
  const commands = Object.keys(contributes?.commands ?? {});
  const hooks = contributes?.hooks ?? [];
  return activation.flatMap((each, index): Fault[] => {
    const [kind, ...rest] = each.split(":");
    const name = rest.join(":");
    const known = kind === "command" ? commands : kind === "hook" ? hooks : null;
    if (known === null || known.includes(name)) return [];
    const message = `activation[${index}]: ${quoted(name)} is not in contributes.${kind}s${suggestion(name, known)}`;
    return [{ path: ["activation", index], part: "value", message }];
  });
}

function twice(list: string, names: readonly string[], path: readonly string[]): Fault[] {
  return names.flatMap((name, index): Fault[] => {
    if (names.indexOf(name) === index) return [];
    return [{ path: [...path, index], part: "value", message: `${quoted(name)} is in ${list} twice` }];
  });
}
