// Values of the host's as Python's source writes them.

/** A default as Python writes it; `...` where that cannot be told. */
export function literalText(value: unknown, isFloat: boolean): string {
  if (value === null) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (typeof value === "number") return numberText(value, isFloat);
  if (typeof value === "bigint") return String(value);
  if (typeof value === "string") return quoted(value);
  return Array.isArray(value) && value.length === 0 ? "[]" : "...";
}

function numberText(value: number, isFloat: boolean): string {
  if (Number.isNaN(value)) return "float('nan')";
  if (!Number.isFinite(value)) return value > 0 ? "float('inf')" : "float('-inf')";
  const text = Object.is(value, -0) ? "-0" : String(value);
  return isFloat && /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** A text in single quotes. */
export function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
