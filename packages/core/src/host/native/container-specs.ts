// Types of containers in declarations: each item is of a declared type, and a wrong one is named.
import { newDict, newList, newSet, newTuple, typeOf } from "../../objects/make.ts";
import { PyList, PyTuple } from "../../objects/sequences.ts";
import { NONE } from "../../objects/singletons.ts";
import { PyDict, PySet } from "../../objects/table.ts";
import type { Value } from "../../objects/value.ts";
import { charge } from "../../protocol/charge.ts";
import { asString } from "../../protocol/lookup.ts";
import { dictSet, setAdd } from "../../protocol/table.ts";
import type { Boundary } from "../boundary.ts";
import { ConversionError } from "../errors.ts";
import { raiseFromJs } from "../js-error.ts";
import { PyHostIterator } from "../../objects/host-values.ts";
import { quoted } from "./literal-text.ts";
import { kindOf } from "./scalar-specs.ts";
import { checkType, refusal, TypeSpec } from "./type-spec.ts";

/** Items read one by one; undefined at the first that is of another type. */
function readItems<T>(boundary: Boundary, spec: TypeSpec<T>, items: readonly (Value | undefined)[]): T[] | undefined {
  charge(boundary.machine, items.length);
  const read: T[] = [];
  for (const item of items) {
    if (item === undefined) continue;
    const value = spec.codec.read(boundary, item);
    if (value === undefined) return undefined;
    read.push(value);
  }
  return read;
}

/** What is wrong with the first item that cannot be read. */
function wrongItem(boundary: Boundary, spec: TypeSpec<unknown>, items: readonly (Value | undefined)[]): string {
  const at = items.findIndex((item) => item !== undefined && spec.codec.read(boundary, item) === undefined);
  return `but item ${at} ${refusal(boundary, spec, items[at] as Value)}`;
}

function arrayOf(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new ConversionError(path, `it must be an array, not ${kindOf(value)}`);
  return value;
}

/** list, as an array; a tuple is taken too. */
export function listOf<T>(item: TypeSpec<T>): TypeSpec<T[]> {
  checkType("t.list", "its item", item);
  return new TypeSpec<T[]>(
    `list[${item.annotation}]`,
    {
      read: (boundary, value) =>
        value instanceof PyList || value instanceof PyTuple ? readItems(boundary, item, value.items) : undefined,
      write(boundary, value, path) {
        const items = arrayOf(value, path) as readonly T[];
        charge(boundary.machine, items.length);
        return newList(items.map((each, at) => item.codec.write(boundary, each, `${path}[${at}]`)));
      },
      refuse: (boundary, value) =>
        value instanceof PyList || value instanceof PyTuple
          ? wrongItem(boundary, item, value.items)
          : `not ${typeOf(value).name}`,
    },
    item.classes,
  );
}

/** A tuple of so many items, as an array. */
export function tupleOf<Items extends readonly unknown[]>(
  ...items: { readonly [At in keyof Items]: TypeSpec<Items[At]> }
): TypeSpec<Items> {
  const specs = items as unknown as readonly TypeSpec<unknown>[];
  specs.forEach((spec, at) => checkType("t.tuple", `item ${at + 1}`, spec));
  const count = specs.length;
  return new TypeSpec<Items>(
    `tuple[${count === 0 ? "()" : specs.map((spec) => spec.annotation).join(", ")}]`,
    {
      read(boundary, value) {
        if (!(value instanceof PyTuple) || value.items.length !== count) return undefined;
        const read = specs.map((spec, at) => spec.codec.read(boundary, value.items[at] as Value));
        return read.includes(undefined) ? undefined : (read as unknown as Items);
      },
      write(boundary, value, path) {
        const given = arrayOf(value, path);
        if (given.length !== count) throw new ConversionError(path, `it must have ${count} items, not ${given.length}`);
        return newTuple(specs.map((spec, at) => spec.codec.write(boundary, given[at], `${path}[${at}]`)));
      },
      refuse(boundary, value) {
        if (!(value instanceof PyTuple)) return `not ${typeOf(value).name}`;
        if (value.items.length !== count) return `not a tuple of ${value.items.length}`;
        const at = specs.findIndex((spec, i) => spec.codec.read(boundary, value.items[i] as Value) === undefined);
        return `but item ${at} ${refusal(boundary, specs[at] as TypeSpec<unknown>, value.items[at] as Value)}`;
      },
    },
    specs.flatMap((spec) => spec.classes),
  );
}

/** set or frozenset, as a Set; what the host gives becomes a set. */
export function setOf<T>(item: TypeSpec<T>): TypeSpec<Set<T>> {
  checkType("t.set", "its item", item);
  return new TypeSpec<Set<T>>(
    `set[${item.annotation}]`,
    {
      read(boundary, value) {
        if (!(value instanceof PySet)) return undefined;
        const items = readItems(boundary, item, value.keys);
        return items === undefined ? undefined : new Set(items);
      },
      write(boundary, value, path) {
        if (!(value instanceof Set)) throw new ConversionError(path, `it must be a Set, not ${kindOf(value)}`);
        const set = newSet();
        for (const each of value as ReadonlySet<T>) {
          const key = item.codec.write(boundary, each, `${path} item`);
          if (setAdd(boundary.machine, set, key) === undefined) throw unhashable(boundary, `${path} item`);
        }
        return set;
      },
      refuse: (boundary, value) =>
        value instanceof PySet ? wrongItem(boundary, item, value.keys) : `not ${typeOf(value).name}`,
    },
    item.classes,
  );
}

/** dict whose keys are str, as a null-prototype object. */
export function dictOf<T>(item: TypeSpec<T>): TypeSpec<Record<string, T>> {
  checkType("t.dict", "its value", item);
  return new TypeSpec<Record<string, T>>(
    `dict[str, ${item.annotation}]`,
    {
      read(boundary, value) {
        if (!(value instanceof PyDict)) return undefined;
        charge(boundary.machine, value.keys.length);
        const record: Record<string, T> = Object.create(null);
        for (let at = 0; at < value.keys.length; at++) {
          if (value.keys[at] === undefined) continue;
          const key = asString(value.keys[at]);
          const read = key === undefined ? undefined : item.codec.read(boundary, value.values[at] as Value);
          if (read === undefined) return undefined;
          record[key as string] = read;
        }
        return record;
      },
      write(boundary, value, path) {
        if (typeof value !== "object" || value === null) {
          throw new ConversionError(path, `it must be an object, not ${kindOf(value)}`);
        }
        const dict = newDict();
        for (const [key, each] of Object.entries(value)) {
          dictSet(boundary.machine, dict, key, item.codec.write(boundary, each, `${path}.${key}`));
        }
        return dict;
      },
      refuse(boundary, value) {
        if (!(value instanceof PyDict)) return `not ${typeOf(value).name}`;
        for (let at = 0; at < value.keys.length; at++) {
          const key = value.keys[at];
          if (key === undefined) continue;
          if (asString(key) === undefined) return `but a key is ${typeOf(key).name}`;
          const each = value.values[at] as Value;
          if (item.codec.read(boundary, each) === undefined) {
            return `but the value of '${asString(key)}' ${refusal(boundary, item, each)}`;
          }
        }
        return `not ${typeOf(value).name}`;
      },
    },
    item.classes,
  );
}

/** A value or None: null for the host. */
export function optional<T>(item: TypeSpec<T>): TypeSpec<T | null> {
  checkType("t.optional", "its value", item);
  return new TypeSpec<T | null>(
    item.annotation.endsWith("| None") ? item.annotation : alternatives([item.annotation, "None"]),
    {
      read: (boundary, value) => (value === NONE ? null : item.codec.read(boundary, value)),
      write: (boundary, value, path) =>
        value === null || value === undefined ? NONE : item.codec.write(boundary, value, path),
    },
    item.classes,
  );
}

/** A value of one of several types: the first that takes it. */
export function union<Members extends readonly unknown[]>(
  ...members: { readonly [At in keyof Members]: TypeSpec<Members[At]> }
): TypeSpec<Members[number]> {
  const specs = members as unknown as readonly TypeSpec<Members[number]>[];
  if (specs.length === 0) throw new TypeError("t.union: at least one type is expected");
  specs.forEach((spec, at) => checkType("t.union", `member ${at + 1}`, spec));
  return new TypeSpec<Members[number]>(
    alternatives(specs.map((spec) => spec.annotation)),
    {
      read(boundary, value) {
        for (const spec of specs) {
          const read = spec.codec.read(boundary, value);
          if (read !== undefined) return read;
          if (boundary.machine.error !== null) return undefined;
        }
        return undefined;
      },
      write(boundary, value, path) {
        for (const spec of specs) {
          try {
            return spec.codec.write(boundary, value, path);
          } catch (error) {
            if (!(error instanceof ConversionError)) throw error;
          }
        }
        throw new ConversionError(path, `it must be ${specs.map((spec) => spec.annotation).join(" or ")}`);
      },
    },
    specs.flatMap((spec) => spec.classes),
  );
}

/** Types as Python writes them, each once. */
function alternatives(annotations: readonly string[]): string {
  return [...new Set(annotations)].join(" | ");
}

/** One of some texts: `t.literal("north", "south")`. */
export function literal<Text extends string>(...texts: readonly Text[]): TypeSpec<Text> {
  if (texts.length === 0) throw new TypeError("t.literal: at least one text is expected");
  for (const text of texts) {
    if (typeof text !== "string") throw new TypeError(`t.literal: texts are expected, not ${kindOf(text)}`);
  }
  const shown = texts.map(quoted).join(", ");
  return new TypeSpec<Text>(`Literal[${shown}]`, {
    read: (_boundary, value) => texts.find((text) => text === asString(value)),
    write(_boundary, value, path) {
      if (!texts.includes(value)) throw new ConversionError(path, `it must be one of ${shown}, not '${String(value)}'`);
      return value;
    },
    refuse: (_boundary, value) =>
      asString(value) === undefined ? `not ${typeOf(value).name}` : `not '${asString(value)}'`,
  });
}

/** What a function answers item by item: any iterable of the host's, which Python loops over. */
export function iterable<T>(item: TypeSpec<T>): TypeSpec<Iterable<T>> {
  checkType("t.iterable", "its item", item);
  return new TypeSpec<Iterable<T>>(
    `Iterator[${item.annotation}]`,
    {
      read: () => undefined,
      write(boundary, value, path) {
        const start = (value as Partial<Iterable<T>> | null)?.[Symbol.iterator];
        if (typeof start !== "function") throw new ConversionError(path, `it must be iterable, not ${kindOf(value)}`);
        return new PyHostIterator(value[Symbol.iterator](), (_vm, each) => {
          try {
            return item.codec.write(boundary, each as T, "item");
          } catch (error) {
            return raiseFromJs(boundary, error);
          }
        });
      },
      refuse: () => "which only the host gives",
    },
    item.classes,
  );
}

function unhashable({ machine }: Boundary, path: string): ConversionError {
  machine.error = null;
  return new ConversionError(path, "it is no plain data, so it cannot be the item of a set");
}
