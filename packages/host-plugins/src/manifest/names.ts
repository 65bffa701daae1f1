// The names that manifests may give: ids of plugins, names of commands, hooks, events and permissions.

/** Of ids: parts of lower-case letters and digits, with one "-" or "_" between two. */
const ID = /^[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*$/;

/** Of hooks, events and permissions, which have dots too: "battle.ended", "net". */
const NAME = /^[A-Za-z][A-Za-z0-9]*(?:[._:-][A-Za-z0-9]+)*$/;

const MAX_LENGTH = 64;

/** Why an id that is well-formed is refused all the same. */
const RESERVED: ReadonlyMap<string, string> = new Map([
  ...["host", "krait"].map((id) => [id, "the host itself goes by it"] as const),
  ...["constructor", "prototype"].map((id) => [id, "every JavaScript object has that name"] as const),
  ...["con", "prn", "aux", "nul"].map((id) => [id, "Windows has no file of that name"] as const),
  ...["com", "lpt"].flatMap((id) =>
    Array.from({ length: 9 }, (_, n) => [`${id}${n + 1}`, "Windows has no file of that name"] as const),
  ),
]);

/** Whether a text has the form of an id. */
export function isId(text: string): boolean {
  return text.length <= MAX_LENGTH && ID.test(text);
}

/** Whether a text has the form of the name of a hook, an event or a permission. */
export function isName(text: string): boolean {
  return text.length <= MAX_LENGTH && NAME.test(text);
}

/** Why no plugin may have this id, which has the form of one; null if one may. */
export function reservedId(id: string): string | null {
  return RESERVED.get(id) ?? null;
}
