// The type chunked_array2d: a grid without bounds, whose cells take memory in chunks, where any was written.
import {
  AGAIN,
  allocate,
  type Asking,
  asking,
  classGetItem,
  classMethod,
  defineType,
  getIterator,
  type Machine,
  method,
  newList,
  newMethod,
  newTuple,
  NONE,
  property,
  raiseOverflowError,
  raiseValueError,
  type Result,
  type Value,
} from "@krait/core/extend";
import {
  addChunk,
  type Chunk,
  chunkAt,
  chunkOf,
  Chunks,
  chunksType,
  clearWorld,
  placeChunk,
  readWorld,
  removeChunk,
  writeWorld,
} from "./chunk-layout.ts";
import { mayBe, View } from "./grid-layouts.ts";
import { needInt } from "./numbers.ts";
import { guarded } from "./permission.ts";
import { VEC2I, Vec2i } from "./vector-layouts.ts";
import { needVector } from "./vector-methods.ts";

/** The longest side of a chunk. */
const LARGEST = 256;
/** Places and chunks lie within this of 0, so that sums of them are exact. */
const FARTHEST = 2 ** 45;

function newChunks(vm: Machine, _cls: Value, given: Value, vacant: Value = NONE, builder: Value = NONE): Result {
  const size = needInt(vm, given);
  if (size === undefined) return undefined;
  if (size < 1 || size > LARGEST || (size & (size - 1)) !== 0) {
    return raiseValueError(vm, `chunk_size must be a power of 2, and at most ${LARGEST}`);
  }
  return new Chunks(size, vacant, builder);
}

/** A position argument; undefined after raising. */
function needPlace(vm: Machine, value: Value): Vec2i | undefined {
  const place = needVector(vm, VEC2I, value);
  if (place === undefined) return undefined;
  if (Math.abs(place.x) <= FARTHEST && Math.abs(place.y) <= FARTHEST) return place;
  return raiseOverflowError(vm, "position too far away");
}

type OnPlace = (vm: Machine, self: Chunks, place: Vec2i, value: Value) => Result;

/** A method whose first argument is a position. */
function atPlace(body: OnPlace): (vm: Machine, self: Chunks, place: Value, value: Value) => Result {
  return (vm, self, given, value) => {
    const place = needPlace(vm, given);
    return place === undefined ? undefined : body(vm, self, place, value);
  };
}

function worldToChunk(_vm: Machine, self: Chunks, { x, y }: Vec2i): Result {
  const [chunkX, localX] = chunkOf(self, x);
  const [chunkY, localY] = chunkOf(self, y);
  return newTuple([new Vec2i(chunkX, chunkY), new Vec2i(localX, localY)]);
}

function moveChunk(vm: Machine, self: Chunks, from: Vec2i, value: Value): Result {
  const to = needPlace(vm, value);
  if (to === undefined) return undefined;
  const chunk = chunkAt(self, from.x, from.y);
  if (chunk === undefined || chunkAt(self, to.x, to.y) !== undefined) return false;
  removeChunk(self, from.x, from.y);
  placeChunk(self, chunk, to.x, to.y);
  return true;
}

// ---- views -----------------------------------------------------------------------------------------------------------

function viewAt(vm: Machine, self: Chunks, left: number, top: number, width: number, height: number): Result {
  return mayBe(vm, width, height) ? new View(self, left, top, width, height) : undefined;
}

interface Surveying {
  readonly world: Chunks;
  readonly chunks: readonly Chunk[];
  at: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const SURVEYING: Asking<Surveying> = {
  ask(_vm, state) {
    const { x, y } = state.chunks[state.at++] as Chunk;
    state.left = Math.min(state.left, x);
    state.right = Math.max(state.right, x + 1);
    state.top = Math.min(state.top, y);
    state.bottom = Math.max(state.bottom, y + 1);
    return NONE;
  },
  take(vm, { world, chunks, at, left, top, right, bottom }): Result | typeof AGAIN {
    const { size } = world;
    if (at < chunks.length) return AGAIN;
    return viewAt(vm, world, left * size, top * size, (right - left) * size, (bottom - top) * size);
  },
};

/** A view of all chunks. */
function wholeView(vm: Machine, world: Chunks): Result {
  const chunks = [...world.chunks.values()];
  if (chunks.length === 0) return raiseValueError(vm, "there is no chunk to view");
  return asking(vm, SURVEYING, {
    world,
    chunks,
    at: 0,
    left: Infinity,
    top: Infinity,
    right: -Infinity,
    bottom: -Infinity,
  });
}

interface Pairing {
  readonly chunks: readonly Chunk[];
  readonly pairs: Value[];
}

const PAIRING: Asking<Pairing> = {
  ask(_vm, { chunks, pairs }) {
    const chunk = chunks[pairs.length];
    return chunk === undefined ? NONE : newTuple([new Vec2i(chunk.x, chunk.y), chunk.context]);
  },
  take(vm, { chunks, pairs }, pair): Result | typeof AGAIN {
    if (pair === NONE) return getIterator(vm, newList(pairs));
    pairs.push(pair);
    allocate(vm, 1, PAIR_BYTES);
    return pairs.length < chunks.length ? AGAIN : getIterator(vm, newList(pairs));
  },
};

/** Bytes of a position and a context in a tuple. */
const PAIR_BYTES = 160;

/** A view from a position on; the lengths count cells, or chunks where `unit` is their size. */
function viewOf(vm: Machine, self: Chunks, given: Value, across: Value, down: Value, unit: number): Result {
  const place = needPlace(vm, given);
  if (place === undefined) return undefined;
  const width = needInt(vm, across);
  if (width === undefined) return undefined;
  const height = needInt(vm, down);
  if (height === undefined) return undefined;
  if (width <= 0 || height <= 0) return raiseValueError(vm, "width and height must be positive");
  return viewAt(vm, self, place.x * unit, place.y * unit, width * unit, height * unit);
}

// ---- the table -------------------------------------------------------------------------------------------------------

defineType(chunksType, "A grid without bounds, whose cells take memory where any was written.", {
  __new__: newMethod("chunk_size, default=None, context_builder=None", guarded(newChunks)),
  __class_getitem__: classMethod("item, /", classGetItem),
  __getitem__: method(
    "index, /",
    atPlace((_vm, self, { x, y }) => readWorld(self, x, y)),
  ),
  __setitem__: method(
    "index, value, /",
    atPlace((vm, self, { x, y }, value) => writeWorld(vm, self, x, y, value)),
  ),
  __delitem__: method(
    "index, /",
    atPlace((_vm, self, { x, y }) => {
      clearWorld(self, x, y);
      return NONE;
    }),
  ),
  __iter__: method("", (vm, self: Chunks) => asking(vm, PAIRING, { chunks: [...self.chunks.values()], pairs: [] })),
  __len__: method("", (_vm, self: Chunks) => self.chunks.size),
  __repr__: method("", (_vm, self: Chunks) => `chunked_array2d(${self.size})`),
  chunk_size: property((_vm, self: Chunks) => self.size),
  default: property((_vm, self: Chunks) => self.vacant),
  context_builder: property((_vm, self: Chunks) => self.builder),
  clear: method("", (_vm, self: Chunks) => {
    self.chunks.clear();
    return NONE;
  }),
  world_to_chunk: method("world_pos, /", atPlace(worldToChunk), "The chunk of a position, and the position in that."),
  add_chunk: method(
    "chunk_pos, /",
    atPlace((vm, self, { x, y }) => addChunk(vm, self, x, y)),
    "Make a chunk; answers its context.",
  ),
  remove_chunk: method(
    "chunk_pos, /",
    atPlace((_vm, self, { x, y }) => removeChunk(self, x, y)),
    "Forget a chunk; whether there was one.",
  ),
  move_chunk: method(
    "src_chunk_pos, dst_chunk_pos, /",
    atPlace(moveChunk),
    "Whether there was a chunk, and room for it.",
  ),
  get_context: method(
    "chunk_pos, /",
    atPlace((_vm, self, { x, y }) => chunkAt(self, x, y)?.context ?? NONE),
    "The context of a chunk; None where there is none.",
  ),
  view: method("", wholeView, "A view of all chunks; ValueError without one."),
  view_rect: method("pos, width, height", (vm, self: Chunks, pos: Value, width: Value, height: Value) =>
    viewOf(vm, self, pos, width, height, 1),
  ),
  view_chunk: method("chunk_pos", (vm, self: Chunks, pos: Value) => viewOf(vm, self, pos, 1, 1, self.size)),
  view_chunks: method("chunk_pos, width, height", (vm, self: Chunks, pos: Value, width: Value, height: Value) =>
    viewOf(vm, self, pos, width, height, self.size),
  ),
});

/** The type by name, for the module. */
export const CHUNKED_TYPES: Readonly<Record<string, Value>> = { chunked_array2d: chunksType };
