// The special names that a native class may declare.

const ARITHMETIC: readonly string[] = [
  "add",
  "sub",
  "mul",
  "matmul",
  "truediv",
  "floordiv",
  "mod",
  "divmod",
  "pow",
  "lshift",
  "rshift",
  "and",
  "xor",
  "or",
];

/** Operators of two operands, which answer NotImplemented for what they do not know. */
export const OPERATORS: ReadonlySet<string> = new Set([
  ...ARITHMETIC.flatMap((name) => [`__${name}__`, `__r${name}__`]),
  ...ARITHMETIC.filter((name) => name !== "divmod").map((name) => `__i${name}__`),
  ...["eq", "ne", "lt", "le", "gt", "ge"].map((name) => `__${name}__`),
]);

/** Special methods that take what Python passes them. */
export const METHOD_NAMES: ReadonlySet<string> = new Set(
  (
    "neg pos abs invert bool int float index complex bytes str repr hash format round floor ceil trunc " +
    "len length_hint contains getitem setitem delitem iter reversed call dir copy deepcopy " +
    "enter exit aenter aexit aiter anext"
  )
    .split(" ")
    .map((name) => `__${name}__`),
);

/** Whether an operator changes its left operand: `__iadd__` and its kin. */
export function isInPlace(name: string): boolean {
  return ARITHMETIC.some((each) => name === `__i${each}__`);
}
