// What a chunked grid holds: square chunks of cells by position, made when a cell of theirs is first written.
import {
  allocate,
  type Asking,
  asking,
  call,
  ITEM_BYTES,
  type Machine,
  moduleType,
  NONE,
  PyObject,
  type PyType,
  type Result,
  type Value,
} from "@krait/core/extend";
import { Vec2i } from "./vector-layouts.ts";

export const chunksType: PyType = moduleType("game", "chunked_array2d", { isBase: false });

/** One square of cells, row by row, and what the script keeps with it. */
export interface Chunk {
  readonly x: number;
  readonly y: number;
  readonly cells: Value[];
  readonly context: Value;
}

export class Chunks extends PyObject {
  /** The side of a chunk: a power of 2. */
  readonly size: number;
  /** What a cell holds that was never written. */
  readonly vacant: Value;
  /** Is called with the position of each new chunk, and answers its context; None: contexts are None. */
  readonly builder: Value;
  readonly chunks: Map<string, Chunk> = new Map();

  constructor(size: number, vacant: Value, builder: Value) {
    super(chunksType);
    this.size = size;
    this.vacant = vacant;
    this.builder = builder;
  }
}

const keyOf = (x: number, y: number): string => `${x},${y}`;

export function chunkAt({ chunks }: Chunks, x: number, y: number): Chunk | undefined {
  return chunks.get(keyOf(x, y));
}

export function removeChunk({ chunks }: Chunks, x: number, y: number): boolean {
  return chunks.delete(keyOf(x, y));
}

/** Put a chunk elsewhere. */
export function placeChunk({ chunks }: Chunks, chunk: Chunk, x: number, y: number): void {
  chunks.set(keyOf(x, y), { ...chunk, x, y });
}

/** The chunk of a place in the world, along one axis, and the place within that. */
export function chunkOf({ size }: Chunks, place: number): readonly [chunk: number, local: number] {
  const chunk = Math.floor(place / size) + 0;
  return [chunk, place - chunk * size];
}

export function readWorld(world: Chunks, x: number, y: number): Value {
  const [chunkX, localX] = chunkOf(world, x);
  const [chunkY, localY] = chunkOf(world, y);
  return chunkAt(world, chunkX, chunkY)?.cells[localY * world.size + localX] ?? world.vacant;
}

/** Put a value at a place in the world; answers None, or undefined after raising or pushing a frame. */
export function writeWorld(vm: Machine, world: Chunks, x: number, y: number, value: Value): Result {
  const [chunkX, localX] = chunkOf(world, x);
  const [chunkY, localY] = chunkOf(world, y);
  const at = localY * world.size + localX;
  const chunk = chunkAt(world, chunkX, chunkY);
  if (chunk === undefined) return newChunk(vm, { world, x: chunkX, y: chunkY, at, value });
  chunk.cells[at] = value;
  return NONE;
}

/** Set a cell back to what it was before it was written. */
export function clearWorld(world: Chunks, x: number, y: number): void {
  const [chunkX, localX] = chunkOf(world, x);
  const [chunkY, localY] = chunkOf(world, y);
  const chunk = chunkAt(world, chunkX, chunkY);
  if (chunk !== undefined) chunk.cells[localY * world.size + localX] = world.vacant;
}

interface NewChunk {
  readonly world: Chunks;
  readonly x: number;
  readonly y: number;
  /** Which cell of it is written at once; -1: none. */
  readonly at: number;
  readonly value: Value;
}

/** Make a chunk with a context of its own. Answers None where a cell was to be written, and the context else. */
function newChunk(vm: Machine, made: NewChunk): Result {
  return made.world.builder === NONE ? keepChunk(vm, made, NONE) : asking(vm, BUILDING, made);
}

export function addChunk(vm: Machine, world: Chunks, x: number, y: number): Result {
  return chunkAt(world, x, y)?.context ?? newChunk(vm, { world, x, y, at: -1, value: NONE });
}

function keepChunk(vm: Machine, { world, x, y, at, value }: NewChunk, context: Value): Result {
  const { size, vacant } = world;
  allocate(vm, size * size, ITEM_BYTES);
  // The builder may have made the chunk itself.
  const chunk = chunkAt(world, x, y) ?? { x, y, cells: new Array<Value>(size * size).fill(vacant), context };
  world.chunks.set(keyOf(x, y), chunk);
  if (at < 0) return chunk.context;
  chunk.cells[at] = value;
  return NONE;
}

const BUILDING: Asking<NewChunk> = {
  ask: (vm, { world, x, y }) => call(vm, world.builder, [new Vec2i(x, y)]),
  take: (vm, made, context): Result => keepChunk(vm, made, context),
};
