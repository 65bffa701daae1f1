// Refusal of what the host passes by name: keys that are unknown, values of the wrong type.

/** What a value must be; "any" is checked elsewhere. */
export type Kind = "function" | "object" | "number" | "string" | "boolean" | "any";

/** A value as an error shows it; no code of the host's runs. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case "object":
      return value === null ? "null" : Array.isArray(value) ? "an array" : "an object";
    case "function":
      return "a function";
    default:
      return String(value);
  }
}

/** Checks a name or a reason: `what` of `caller`. Throws TypeError. */
export function checkText(caller: string, what: string, value: unknown): void {
  if (typeof value !== "string") throw new TypeError(`${caller}: ${what} must be a string, not ${shown(value)}`);
}

/**
 * Throws a TypeError that begins with `owner` and names the first key which is unknown or of the wrong type; `word` is
 * what such a key is called. A key whose value is undefined is as good as left out.
 */
export function checkKeys(
  owner: string,
  options: unknown,
  kinds: Readonly<Record<string, Kind>>,
  word: "option" | "key" = "option",
): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new TypeError(`${owner}: ${word}s must be an object, not ${shown(options)}`);
  }
  for (const [key, value] of Object.entries(options)) {
    if (!Object.hasOwn(kinds, key)) {
      throw new TypeError(`${owner}: unknown ${word} '${key}'; there are ${Object.keys(kinds).join(", ")}`);
    }
    const expected = kinds[key] as Kind;
    // biome-ignore lint/suspicious/useValidTypeof: `expected` holds names of types.
    if (value !== undefined && expected !== "any" && (typeof value !== expected || value === null)) {
      const type = value === null ? "null" : typeof value;
      throw new TypeError(`${owner}: ${word} '${key}' must be of type ${expected}, not ${type}`);
    }
  }
}
