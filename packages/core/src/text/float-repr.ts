// The shortest decimal text that reads back as the same float, laid out as CPython's repr.

/** repr(x): "1.0", "0.1", "1e+16", "1e-05", "inf", "-0.0". */
export function floatRepr(x: number): string {
  const size = x < 0 ? -x : x;
  if (size >= 1e-4 && size < 1e16) {
    const text = String(x);
    return Math.floor(x) === x ? `${text}.0` : text;
  }
  if (x === 0) return Object.is(x, -0) ? "-0.0" : "0.0";
  if (x !== x) return "nan";
  if (size === Number.POSITIVE_INFINITY) return x > 0 ? "inf" : "-inf";
  return padExponent(x.toExponential());
}

/** Gives the exponent of a JS exponential text the two digits that C gives it: "1e-5" becomes "1e-05". */
export function padExponent(text: string): string {
  // The exponent's sign stands third or second from the end when it has one digit or two.
  const fromEnd = text.charCodeAt(text.length - 2);
  if (fromEnd !== 43 && fromEnd !== 45) return text;
  return `${text.slice(0, -1)}0${text.slice(-1)}`;
}

/** repr of one part of a complex number: as floatRepr, but without ".0" on whole values. */
export function floatReprShort(x: number): string {
  const text = floatRepr(x);
  return text.endsWith(".0") ? text.slice(0, -2) : text;
}
