// Strings as JSON text.

/** What ASCII JSON escapes: quotes, backslashes, and all but the printable ASCII characters. */
const NOT_PLAIN_ASCII = /["\\]|[^ -~]/g;
/** What JSON must escape: quotes, backslashes, and all below the space. */
const NOT_PLAIN = /["\\]|[^ -\uffff]/g;

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\b": "\\b",
  "\f": "\\f",
};

function escaped(unit: string): string {
  return SHORT[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** The string in quotes; with `isAscii` all else is escaped, as UTF-16 units. */
export function quoted(text: string, isAscii: boolean): string {
  return `"${text.replace(isAscii ? NOT_PLAIN_ASCII : NOT_PLAIN, escaped)}"`;
}
