// What each layout of objects takes in memory and leads to: one entry for each that is common or out of the ordinary.
import { HostCall } from "../../host/native/host-call.ts";
import { Code } from "../../bytecode/code.ts";
import { Op } from "../../bytecode/op.ts";
import { Fiber, Frame, Tag } from "../../objects/frame.ts";
import { PyGenerator } from "../../objects/generator.ts";
import { HostBox, PyHostAsyncIterator, PyHostIterator, PyPromise } from "../../objects/host-values.ts";
import { Job } from "../../objects/job.ts";
import { type Placed, Roster } from "../../objects/roster.ts";
import { Lane, Relay } from "../../objects/lane.ts";
import { PyInstance, PyPayload } from "../../objects/instance.ts";
import { Linked } from "../../objects/linked.ts";
import { Machine } from "../../objects/machine.ts";
import { PyNative } from "../../objects/native-instance.ts";
import { PyList, PyTuple } from "../../objects/sequences.ts";
import { Shape } from "../../objects/shape.ts";
import { PyDict, PySet, type Table, UNINDEXED_ENTRIES } from "../../objects/table.ts";
import { PyType } from "../../objects/type.ts";
import { REFERENCES_LAYOUT } from "../../modules/weakref/reference.ts";
import { Count } from "./count.ts";
import type { Census } from "./census.ts";
import { reach, reachObject } from "./census.ts";
import {
  ARRAY,
  CLASS,
  CODE,
  CODE_FACTOR,
  FRAME,
  INLINE_CACHE,
  LEAST_SLOTS,
  MAP_ENTRY,
  OBJECT,
  SHAPE,
  TABLE,
  WORD,
} from "./sizes.ts";
import {
  Chain,
  lookIntoArray,
  lookIntoBytes,
  lookIntoChain,
  lookIntoEntries,
  lookIntoFields,
  lookIntoItems,
  lookIntoRest,
  lookIntoKeys,
  RestOfArray,
  RestOfEntries,
  RestOfKeys,
} from "./structures.ts";

type Look<T> = (census: Census, object: T) => void;

/** Counted, but what it leads to is the host's, or shared with other VMs. */
const closed: Look<object> = (census) => {
  census.bytes += OBJECT + 4 * WORD;
};

/** An object whose layout no other table describes: all of its own fields. */
const open: Look<object> = (census, object) => lookIntoFields(census, object, NO_NAMES);
const NO_NAMES: ReadonlySet<string> = new Set();

/** What was declared and what the host gets is the host's; the arguments and the object that Python passed are counted. */
function hostCall(census: Census, { self, values }: HostCall): void {
  census.bytes += OBJECT + 12 * WORD;
  if (self !== null) reachObject(census, self);
  lookIntoArray(census, values as unknown[]);
}

function instance(census: Census, object: PyInstance): void {
  const { slots, dict, members } = object;
  census.bytes += OBJECT + 7 * WORD;
  reachObject(census, object.type);
  lookIntoArray(census, slots);
  if (members !== null && members !== slots) lookIntoArray(census, members);
  if (dict !== null) reachObject(census, dict);
}

function payload(census: Census, object: PyPayload): void {
  instance(census, object);
  reach(census, object.payload);
}

/** The payload is the host's. */
function native(census: Census, object: PyNative): void {
  instance(census, object);
  census.bytes += OBJECT + 4 * WORD;
}

function sequence(census: Census, object: PyTuple | PyList): void {
  const items = object.items as unknown[];
  census.bytes += OBJECT + 4 * WORD;
  if (items.length > 0 && items.length < LEAST_SLOTS) census.bytes += (LEAST_SLOTS - items.length) * WORD;
  lookIntoArray(census, items);
  if (object.attrs !== null) reachObject(census, object.attrs);
  reachObject(census, object.type);
}

/** The fields of a Table that the entry below accounts for. */
const TABLE_FIELDS: ReadonlySet<string> = new Set(["index", "hashed", "foreign", "keys", "values"]);

function table(census: Census, object: Table): void {
  const { keys, index, hashed, foreign } = object;
  const chained = foreign?.chains.size ?? 0;
  // An index that a look-up will make counts: nothing does when it is made.
  const isIndexed = index !== null || hashed !== null || keys.length > UNINDEXED_ENTRIES;
  census.bytes += TABLE + (isIndexed ? keys.length * MAP_ENTRY : 0) + chained * (MAP_ENTRY + ARRAY + WORD);
  census.bytes += ARRAY + (keys.length + (foreign?.hashes.length ?? 0)) * WORD;
  lookIntoKeys(census, object, 0);
  if (object instanceof PyDict) lookIntoArray(census, object.values);
  if (object.attrs !== null) reachObject(census, object.attrs);
  reachObject(census, object.type);
}

/** A dict or set of a class with fields of its own. */
function extendedTable(census: Census, object: Table): void {
  table(census, object);
  lookIntoFields(census, object, TABLE_FIELDS);
}

/** Subclasses do not belong to their bases: see sweep.ts. */
const CLASS_FIELDS: ReadonlySet<string> = new Set(["subclasses", "emptySlots", "namespace"]);

function classObject(census: Census, object: PyType): void {
  census.bytes += CLASS + object.shapedNames * (SHAPE + WORD);
  lookIntoEntries(census, object.namespace);
  lookIntoFields(census, object, CLASS_FIELDS);
}

function linked(census: Census, object: Linked): void {
  let filled = 0;
  for (const cache of object.caches) if (cache !== undefined) filled++;
  census.work += object.caches.length >> 3;
  census.bytes += CODE + object.words.byteLength * CODE_FACTOR + filled * INLINE_CACHE;
  lookIntoArray(census, object.constants as unknown[]);
}

function generator(census: Census, object: PyGenerator): void {
  census.bytes += OBJECT + 14 * WORD;
  // Below the frame of a suspended generator nothing is: its link is to whoever consumed it last.
  lookIntoChain(census, new Chain(object.top, object.frame));
  for (const held of [object.type, object.root, object.handled, object.outerHandled, object.attrs]) {
    if (held !== null) reachObject(census, held);
  }
  reach(census, object.name);
  reach(census, object.qualifiedName);
}

function frame(census: Census, object: Frame): void {
  census.bytes += FRAME;
  const { linked: code, func, namespace, registers, aux, state, tag, generator: owner, then } = object;
  for (const held of [code, func, owner]) if (held !== null) reachObject(census, held);
  reach(census, namespace);
  // What other tags leave there is of a call that has returned.
  if (code === null || tag >= Tag.Init) reach(census, aux);
  if (typeof state === "object" && state !== null) reachObject(census, state);
  if (then !== null) {
    reach(census, object.left);
    reach(census, object.right);
  }
  if (registers.length > 0 && !census.stacks.has(registers)) reachObject(census, registers);
}

function fiber(census: Census, object: Fiber): void {
  const { registers, top, bottom } = object;
  census.stacks.add(registers);
  if (census.isQuiet) clearDead(object);
  census.bytes += OBJECT + 15 * WORD;
  lookIntoArray(census, registers);
  lookIntoChain(census, new Chain(top, bottom));
  for (const held of [
    object.handled,
    object.failure,
    object.raised,
    object.interrupt,
    object.cancellation,
    object.loop,
    object.task,
    object.context,
  ]) {
    if (held !== null) reachObject(census, held);
  }
  reach(census, object.result);
  if (object.park !== null) reachObject(census, object.park.args);
}

/** Jobs that are ready are roots already. */
function lane(census: Census, { turns, due }: Lane): void {
  for (const { turn } of due) if (turn.holds !== null) reachObject(census, turn.holds);
  for (const turn of turns) if (turn instanceof Relay && turn.holds !== null) reachObject(census, turn.holds);
}

/** Empty the registers of calls that have returned, and those of the call that waits for a native frame on top. */
function clearDead({ registers, top }: Fiber): void {
  for (let at = top.limit; at < registers.length; at++) registers[at] = undefined;
  top.next = null;
  const caller = top.prev;
  if (top.op === null || caller === null || caller.linked === null) return;
  const { words } = caller.linked;
  const word = words[caller.pc - 1] ?? 0;
  const op = word & 255;
  if (op !== Op.Call && op !== Op.CallMethod) return;
  const prefix = words[caller.pc - 2] ?? 0;
  const window = ((word >>> 16) & 255) | ((prefix & 255) === Op.Wide ? ((prefix >>> 16) & 255) << 8 : 0);
  for (let at = caller.base + window; at < caller.limit && caller.registers === registers; at++) {
    registers[at] = undefined;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: each entry's function takes the instances of its class.
const LOOKS: ReadonlyMap<unknown, Look<any>> = new Map<unknown, Look<any>>([
  [PyInstance, instance],
  [PyPayload, payload],
  [PyNative, native],
  [HostCall, hostCall],
  [PyHostIterator, closed],
  [PyTuple, sequence],
  [PyList, sequence],
  [PyDict, table],
  [PySet, table],
  [PyType, classObject],
  [Linked, linked],
  [PyGenerator, generator],
  [Frame, frame],
  [Fiber, fiber],
  [Job, (census: Census, job: Job) => reachObject(census, job.fiber)],
  [Lane, lane],
  [Array, (census: Census, items: unknown[]) => lookIntoArray(census, items)],
  [Map, lookIntoEntries],
  [Set, lookIntoEntries],
  [Roster, (census: Census, roster: Roster<Placed>) => lookIntoArray(census, roster.all)],
  [ArrayBuffer, (census: Census, buffer: ArrayBuffer) => void (census.bytes += buffer.byteLength)],
  [Chain, lookIntoChain],
  [RestOfArray, (census: Census, rest: RestOfArray) => lookIntoItems(census, rest.items, rest.from)],
  [RestOfKeys, (census: Census, rest: RestOfKeys) => lookIntoKeys(census, rest.table, rest.from)],
  [RestOfEntries, lookIntoRest],
  [REFERENCES_LAYOUT, closed],
  [Count, closed],
  [HostBox, closed],
  [PyPromise, closed],
  [PyHostAsyncIterator, closed],
  [Code, closed],
  [Shape, closed],
  [Machine, closed],
  [Promise, closed],
  [WeakRef, closed],
  [WeakMap, closed],
  [WeakSet, closed],
]);

/** Look into what is pending, for about so much work; whether nothing is left. */
export function stepMarking(census: Census, work: number): boolean {
  const { pending } = census;
  const end = census.work + work;
  census.stepEnd = end;
  while (census.work < end) {
    const object = pending.pop();
    if (object === undefined) return true;
    census.work += 8;
    lookInto(census, object);
  }
  return pending.length === 0;
}

/** Count one object, and reach what it leads to. */
function lookInto(census: Census, object: object): void {
  const look = LOOKS.get(object.constructor);
  if (look !== undefined) look(census, object);
  else if (object instanceof PyDict || object instanceof PySet) extendedTable(census, object);
  else if (ArrayBuffer.isView(object)) lookIntoBytes(census, object);
  else open(census, object);
}
