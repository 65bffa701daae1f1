// What goes between plugins: plain data, copied and frozen once, so that no plugin sees what another changes.

/** Plain data: what JSON can tell, and bytes and bigints. */
export type Data =
  | null
  | undefined
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly Data[]
  | { readonly [key: string]: Data };

/** How deep lists and dicts may nest: what is deeper refers to itself. */
const MOST_DEPTH = 100;
/** Values in one piece of data, at most. */
const MOST_VALUES = 1_000_000;

/**
 * A frozen copy of plain data; `what` names it in errors. Throws TypeError, naming the place in it, for anything else: functions,
 * objects of a VM, dicts whose keys are no str, what is too deep or too much.
 */
export function copyData(value: unknown, what: string): Data {
  return copy(value, what, 0, { left: MOST_VALUES });
}

function copy(value: unknown, path: string, depth: number, count: { left: number }): Data {
  if (count.left-- <= 0) throw new TypeError(`${path}: it has more than ${MOST_VALUES} values`);
  switch (typeof value) {
    case "undefined":
    case "boolean":
    case "number":
    case "bigint":
    case "string":
      return value;
    case "object":
      break;
    default:
      throw new TypeError(`${path}: only data can go to others, not a ${typeof value}`);
  }
  if (value === null) return value;
  if (depth >= MOST_DEPTH) throw new TypeError(`${path}: it is nested more than ${MOST_DEPTH} deep`);
  if (value instanceof Uint8Array) return value.slice();
  if (Array.isArray(value)) {
    return Object.freeze(Array.from(value, (item, index) => copy(item, `${path}[${index}]`, depth + 1, count)));
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) throw new TypeError(`${path}: ${refusal(value)}`);
  // Without a prototype, a key such as "__proto__" is one like any other.
  const dict: { [key: string]: Data } = Object.create(null);
  for (const [key, item] of Object.entries(value))
    dict[key] = copy(item, `${path}[${JSON.stringify(key)}]`, depth + 1, count);
  return Object.freeze(dict);
}

function refusal(value: object): string {
  if (value instanceof Map) return "a dict that goes to others must have str keys only";
  if (value instanceof Set) return "a set cannot go to others; a list can";
  return "only data can go to others, not an object of a class";
}
