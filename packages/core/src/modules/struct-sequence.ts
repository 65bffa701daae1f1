// Struct sequences: tuples whose items have names too, as sys.version_info and time.struct_time are.
import { tupleType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict, newTuple, typeOf } from "../objects/make.ts";
import { PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import { PyDict } from "../objects/table.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { collect, type CollectThen } from "../protocol/collect.ts";
import { special } from "../protocol/lookup.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { dictGetString, dictSetString } from "../protocol/table.ts";
import { defineAtUse, member, method, type TypeEntry } from "../types/define.ts";
import { moduleType, newNamed } from "./module-type.ts";
import { type ReprsThen, withReprs } from "./repr-all.ts";

export interface StructOptions {
  readonly module: string;
  readonly name: string;
  readonly doc: string;
  /** The names of the items, then of those that only attributes show. */
  readonly fields: readonly string[];
  /** How many fields are items; all when absent. */
  readonly visible?: number;
  /** Whether scripts may make instances. */
  readonly isPublic?: boolean;
}

/** An instance: `items` are what the tuple shows, `hidden` the fields after them. */
export class StructSequence extends PyTuple {
  readonly hidden: readonly Value[];

  constructor(type: PyType, items: readonly Value[], hidden: readonly Value[] = []) {
    super(type, items);
    this.hidden = hidden;
  }
}

/** What a struct type knows of itself: immutable, so all VMs share it. */
interface Layout {
  readonly type: PyType;
  readonly fields: readonly string[];
  readonly visible: number;
}

const reprThen: ReprsThen<Layout> = {
  run: (_vm, texts, { type, fields }) => `${type.name}(${texts.map((text, at) => `${fields[at]}=${text}`).join(", ")})`,
};

const makeThen: CollectThen<{ readonly layout: Layout; readonly named: PyDict | null }> = {
  run(vm, items, { layout, named }) {
    const { type, fields, visible } = layout;
    const count = items.length;
    if (count < visible || count > fields.length) {
      const quantity = visible === fields.length ? "a " : count < visible ? "an at least " : "an at most ";
      const limit = count < visible ? visible : fields.length;
      return raiseTypeError(vm, `${type.name}() takes ${quantity}${limit}-sequence (${count}-sequence given)`);
    }
    let unused = named?.size ?? 0;
    const hidden = fields.slice(visible).map((field, at) => {
      const item = items[visible + at];
      if (item !== undefined || named === null) return item ?? NONE;
      const given = dictGetString(named, field);
      if (given !== undefined) unused--;
      return given ?? NONE;
    });
    if (unused > 0) return raiseTypeError(vm, `${type.name}() got duplicate or unexpected field name(s)`);
    return new StructSequence(type, items.slice(0, visible), hidden);
  },
};

/** A type of struct sequences. */
export function structType(options: StructOptions): PyType {
  const { module, name, doc, fields, isPublic = false } = options;
  const type = moduleType(module, name, { bases: [tupleType], isBase: false });
  const visible = options.visible ?? fields.length;
  const layout: Layout = { type, fields, visible };
  defineAtUse(type, doc, () => ({
    __new__: newNamed(
      type,
      isPublic ? "sequence, dict=None" : "*args, **kwargs",
      (vm, _cls, sequence: Value, named?: Value) => {
        if (!isPublic) return raiseTypeError(vm, `cannot create '${type.name}' instances`);
        if (named !== undefined && !(named instanceof PyDict)) {
          return raiseTypeError(vm, `${type.name}() takes a dict as second arg, if any`);
        }
        if (special(sequence, "__iter__") === undefined && special(sequence, "__getitem__") === undefined) {
          return raiseTypeError(vm, "constructor requires a sequence");
        }
        return collect(vm, sequence, makeThen, { layout, named: named ?? null });
      },
    ),
    __repr__: method("", (vm, self: StructSequence) => withReprs(vm, self.items, reprThen, layout)),
    __reduce__: method("", (_vm, self: StructSequence) => {
      const named = newDict();
      for (const [at, value] of self.hidden.entries()) dictSetString(named, fields[visible + at] as string, value);
      return newTuple([type, newTuple([newTuple(self.items.slice()), named])]);
    }),
    __replace__: method("**changes", (vm, self: StructSequence, changes: Map<string, Value>): Result => {
      const unknown = [...changes.keys()].filter((field) => !fields.includes(field));
      if (unknown.length > 0) return refuseFields(vm, unknown);
      const all = [...self.items, ...self.hidden].map((value, at) => changes.get(fields[at] as string) ?? value);
      return new StructSequence(typeOf(self), all.slice(0, visible), all.slice(visible));
    }),
    __match_args__: newTuple(fields.slice(0, visible)),
    n_fields: fields.length,
    n_sequence_fields: visible,
    n_unnamed_fields: 0,
    ...fieldMembers(fields, visible),
  }));
  return type;
}

function fieldMembers(fields: readonly string[], visible: number): Readonly<Record<string, TypeEntry>> {
  const members: Record<string, TypeEntry> = {};
  for (const [at, field] of fields.entries()) {
    members[field] = member((_vm, self: StructSequence) => self.items[at] ?? (self.hidden[at - visible] as Value));
  }
  return members;
}

function refuseFields(vm: Machine, fields: readonly string[]): undefined {
  return raiseTypeError(vm, `Got unexpected field name(s): [${fields.map((field) => `'${field}'`).join(", ")}]`);
}
