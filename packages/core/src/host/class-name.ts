// How messages name the class of an object of the host's.

/** The name of its constructor; looking at that may run code of the host's, whose failure counts as no name. */
export function className(value: object): string {
  try {
    return String((value as { constructor?: { name?: unknown } }).constructor?.name);
  } catch {
    return "unknown";
  }
}
