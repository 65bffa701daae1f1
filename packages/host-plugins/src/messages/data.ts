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
  const copying: Copying = { left: MOST_VALUES, path: [] };
  try {
    return copy(value, copying);
  } catch (error) {
    if (error instanceof TypeError) error.message = `${what}${shownPath(copying.path)}: ${error.message}`;
    throw error;
  }
}

/** A copy under way. */
interface Copying {
  /** How many values it may have yet. */
  left: number;
  /** The keys that lead to the value that is copied, the outermost first. */
  readonly path: (string | number)[];
}

function copy(value: unknown, copying: Copying): Data {
  if (copying.left-- <= 0) throw new TypeError(`it has more than ${MOST_VALUES} values`);
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
      throw new TypeError(`only data can go to others, not a ${typeof value}`);
  }
  if (value === null) return value;
  const { path } = copying;
  if (path.length >= MOST_DEPTH) throw new TypeError(`it is nested more than ${MOST_DEPTH} deep`);
  if (value instanceof Uint8Array) return value.slice();
  if (Array.isArray(value)) {
    return Object.freeze(Array.from(value, (item, index) => inside(index, item, copying)));
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) throw new TypeError(refusal(value));
  // Without a prototype, a key such as "__proto__" is one like any other.
  const dict: { [key: string]: Data } = Object.create(null);
  for (const [key, item] of Object.entries(value)) dict[key] = inside(key, item, copying);
  return Object.freeze(dict);
}

/** A value in another; the path of one that is refused stays, for the error. */
function inside(key: string | number, item: unknown, copying: Copying): Data {
  copying.path.push(key);
  const copied = copy(item, copying);
  copying.path.pop();
  return copied;
}

/** Keys of a path that are shown, and the letters of each: a script chooses both. */
const SHOWN_KEYS = 10;
const SHOWN_LETTERS = 40;

function shownPath(path: readonly (string | number)[]): string {
  const keys = path.slice(0, SHOWN_KEYS).map((key) => {
    if (typeof key === "number") return `[${key}]`;
    return `[${JSON.stringify(key.length > SHOWN_LETTERS ? `${key.slice(0, SHOWN_LETTERS)}...` : key)}]`;
  });
  return keys.join("") + (path.length > SHOWN_KEYS ? "[...]" : "");
}

function refusal(value: object): string {
  if (value instanceof Map) return "a dict that goes to others must have str keys only";
  if (value instanceof Set) return "a set cannot go to others; a list can";
  return "only data can go to others, not an object of a class";
}
