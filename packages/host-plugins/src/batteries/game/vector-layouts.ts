// The vectors: their types, and what each holds.
import { moduleType, PyRecord, type PyType } from "@krait/core/extend";

/** What a type of vectors is made of. */
export interface VectorKind<V extends PyRecord = PyRecord> {
  readonly type: PyType;
  /** The names of its parts, in order. */
  readonly names: readonly string[];
  /** The parts are ints. */
  readonly isWhole: boolean;
  /** A vector of as many parts. */
  of(parts: readonly number[]): V;
  is(value: unknown): value is V;
  /** Part by part. */
  zip(a: V, b: V, compute: Compute): V;
  /** Each part with the same number. */
  scale(a: V, b: number, compute: Compute): V;
}

export type Compute = (a: number, b: number) => number;

const vectorType = (name: string): PyType => moduleType("game", name, { isBase: false });

const vec2Type = vectorType("vec2");
const vec3Type = vectorType("vec3");
const vec2iType = vectorType("vec2i");
const vec3iType = vectorType("vec3i");
const vec4iType = vectorType("vec4i");

export class Vec2 extends PyRecord {
  readonly x: number;
  readonly y: number;

  constructor(x: number, y: number) {
    super(vec2Type);
    this.x = x;
    this.y = y;
  }

  parts(): readonly number[] {
    return [this.x, this.y];
  }
}

export class Vec3 extends PyRecord {
  readonly x: number;
  readonly y: number;
  readonly z: number;

  constructor(x: number, y: number, z: number) {
    super(vec3Type);
    this.x = x;
    this.y = y;
    this.z = z;
  }

  parts(): readonly number[] {
    return [this.x, this.y, this.z];
  }
}

export class Vec2i extends PyRecord {
  readonly x: number;
  readonly y: number;

  constructor(x: number, y: number) {
    super(vec2iType);
    this.x = x;
    this.y = y;
  }

  parts(): readonly number[] {
    return [this.x, this.y];
  }
}

export class Vec3i extends PyRecord {
  readonly x: number;
  readonly y: number;
  readonly z: number;

  constructor(x: number, y: number, z: number) {
    super(vec3iType);
    this.x = x;
    this.y = y;
    this.z = z;
  }

  parts(): readonly number[] {
    return [this.x, this.y, this.z];
  }
}

export class Vec4i extends PyRecord {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly w: number;

  constructor(x: number, y: number, z: number, w: number) {
    super(vec4iType);
    this.x = x;
    this.y = y;
    this.z = z;
    this.w = w;
  }

  parts(): readonly number[] {
    return [this.x, this.y, this.z, this.w];
  }
}

export const VEC2: VectorKind<Vec2> = {
  type: vec2Type,
  names: ["x", "y"],
  isWhole: false,
  of: ([x, y]) => new Vec2(x as number, y as number),
  is: (value) => value instanceof Vec2,
  zip: (a, b, compute) => new Vec2(compute(a.x, b.x), compute(a.y, b.y)),
  scale: (a, b, compute) => new Vec2(compute(a.x, b), compute(a.y, b)),
};

export const VEC3: VectorKind<Vec3> = {
  type: vec3Type,
  names: ["x", "y", "z"],
  isWhole: false,
  of: ([x, y, z]) => new Vec3(x as number, y as number, z as number),
  is: (value) => value instanceof Vec3,
  zip: (a, b, compute) => new Vec3(compute(a.x, b.x), compute(a.y, b.y), compute(a.z, b.z)),
  scale: (a, b, compute) => new Vec3(compute(a.x, b), compute(a.y, b), compute(a.z, b)),
};

export const VEC2I: VectorKind<Vec2i> = {
  type: vec2iType,
  names: ["x", "y"],
  isWhole: true,
  of: ([x, y]) => new Vec2i(x as number, y as number),
  is: (value) => value instanceof Vec2i,
  zip: (a, b, compute) => new Vec2i(compute(a.x, b.x), compute(a.y, b.y)),
  scale: (a, b, compute) => new Vec2i(compute(a.x, b), compute(a.y, b)),
};

export const VEC3I: VectorKind<Vec3i> = {
  type: vec3iType,
  names: ["x", "y", "z"],
  isWhole: true,
  of: ([x, y, z]) => new Vec3i(x as number, y as number, z as number),
  is: (value) => value instanceof Vec3i,
  zip: (a, b, compute) => new Vec3i(compute(a.x, b.x), compute(a.y, b.y), compute(a.z, b.z)),
  scale: (a, b, compute) => new Vec3i(compute(a.x, b), compute(a.y, b), compute(a.z, b)),
};

export const VEC4I: VectorKind<Vec4i> = {
  type: vec4iType,
  names: ["x", "y", "z", "w"],
  isWhole: true,
  of: ([x, y, z, w]) => new Vec4i(x as number, y as number, z as number, w as number),
  is: (value) => value instanceof Vec4i,
  zip: (a, b, compute) => new Vec4i(compute(a.x, b.x), compute(a.y, b.y), compute(a.z, b.z), compute(a.w, b.w)),
  scale: (a, b, compute) => new Vec4i(compute(a.x, b), compute(a.y, b), compute(a.z, b), compute(a.w, b)),
};
