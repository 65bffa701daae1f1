// The types vec2, vec3, vec2i, vec3i and vec4i.
import {
  defineType,
  type Machine,
  method,
  newMethod,
  newTuple,
  PyFloat,
  type PyRecord,
  property,
  raiseTypeError,
  raiseZeroDivision,
  type Result,
  staticMethod,
  type TypeEntry,
  type Value,
} from "@krait/core/extend";
import { needReal } from "./numbers.ts";
import { guarded, mayUse } from "./permission.ts";
import { smoothDamp } from "./smooth-damp.ts";
import { needVector, partProperties, vectorMethods, vectorOf } from "./vector-methods.ts";
import { VEC2, VEC2I, VEC3, VEC3I, VEC4I, Vec2, Vec3, type VectorKind } from "./vector-layouts.ts";
import { vectorOperators } from "./vector-operators.ts";

// ---- what vectors of floats have -------------------------------------------------------------------------------------

function lengthOf(vector: PyRecord): number {
  return Math.hypot(...vector.parts());
}

function normalized<V extends PyRecord>(vm: Machine, kind: VectorKind<V>, vector: V): Result {
  const length = lengthOf(vector);
  if (length === 0) return raiseZeroDivision(vm, "cannot normalize a vector of length 0");
  return kind.scale(vector, length, (a, b) => a / b);
}

function isClose<V extends PyRecord>(
  vm: Machine,
  kind: VectorKind<V>,
  self: V,
  value: Value,
  within: Value | undefined,
): Result {
  const other = needVector(vm, kind, value);
  const tolerance = within === undefined ? 1e-4 : needReal(vm, within);
  if (other === undefined || tolerance === undefined) return undefined;
  const parts = other.parts();
  return self.parts().every((part, at) => part === parts[at] || Math.abs(part - (parts[at] as number)) <= tolerance);
}

function floatMethods<V extends PyRecord>(kind: VectorKind<V>): Record<string, TypeEntry> {
  return {
    length: method("", (_vm, self: V) => new PyFloat(lengthOf(self)), "The length of the vector."),
    length_squared: method(
      "",
      (_vm, self: V) => new PyFloat(self.parts().reduce((sum, part) => sum + part * part, 0)),
      "The square of the length, which takes no root.",
    ),
    normalize: method(
      "",
      (vm, self: V) => normalized(vm, kind, self),
      "The vector of length 1 in the same direction; ZeroDivisionError for length 0.",
    ),
    isclose: method(
      "other, tolerance=0.0001",
      (vm, self: V, other: Value, tolerance?: Value) => isClose(vm, kind, self, other, tolerance),
      "Whether no part differs by more than the tolerance.",
    ),
  };
}

// ---- making --------------------------------------------------------------------------------------------------------

function newVec2(vm: Machine, _cls: Value, x: Value, y?: Value): Result {
  if (!mayUse(vm)) return undefined;
  if (y === undefined) return fromWhole(vm, VEC2, VEC2I, x);
  const a = needReal(vm, x);
  if (a === undefined) return undefined;
  const b = needReal(vm, y);
  return b === undefined ? undefined : new Vec2(a, b);
}

function newVec3(vm: Machine, _cls: Value, x: Value, y?: Value, z?: Value): Result {
  if (!mayUse(vm)) return undefined;
  if (y === undefined) return fromWhole(vm, VEC3, VEC3I, x);
  if (z === undefined) return raiseTypeError(vm, "vec3() takes 3 numbers or a vec3i");
  const a = needReal(vm, x);
  if (a === undefined) return undefined;
  const b = needReal(vm, y);
  if (b === undefined) return undefined;
  const c = needReal(vm, z);
  return c === undefined ? undefined : new Vec3(a, b, c);
}

function fromWhole<V extends PyRecord>(vm: Machine, kind: VectorKind<V>, whole: VectorKind, value: Value): Result {
  if (whole.is(value) || kind.is(value)) return kind.of(value.parts());
  const { names, type } = kind;
  return raiseTypeError(vm, `${type.qualifiedName}() takes ${names.length} numbers or a ${whole.type.qualifiedName}`);
}

/** `ZERO`, `ONE` and directions: the y axis of a screen points down. */
function constants<V extends PyRecord>(kind: VectorKind<V>): Record<string, V> {
  const { names } = kind;
  const all: Record<string, V> = { ZERO: kind.of(names.map(() => 0)), ONE: kind.of(names.map(() => 1)) };
  if (names.length > 2) return all;
  return { ...all, LEFT: kind.of([-1, 0]), RIGHT: kind.of([1, 0]), UP: kind.of([0, -1]), DOWN: kind.of([0, 1]) };
}

// ---- vec2 ------------------------------------------------------------------------------------------------------------

function rotated(vm: Machine, self: Vec2, angle: Value): Result {
  const radians = needReal(vm, angle);
  if (radians === undefined) return undefined;
  const cosine = Math.cos(radians);
  const sine = Math.sin(radians);
  return new Vec2(self.x * cosine - self.y * sine, self.x * sine + self.y * cosine);
}

function angleBetween(vm: Machine, from: Value, to: Value): Result {
  const a = needVector(vm, VEC2, from);
  if (a === undefined) return undefined;
  const b = needVector(vm, VEC2, to);
  if (b === undefined) return undefined;
  const angle = Math.atan2(b.y, b.x) - Math.atan2(a.y, a.x);
  if (angle > Math.PI) return new PyFloat(angle - 2 * Math.PI);
  return new PyFloat(angle < -Math.PI ? angle + 2 * Math.PI : angle);
}

function withZ(vm: Machine, self: Vec2, value: Value): Result {
  const z = needReal(vm, value);
  return z === undefined ? undefined : new Vec3(self.x, self.y, z);
}

function dampedMotion(vm: Machine, ...values: Value[]): Result {
  const [current, target, velocity] = values.slice(0, 3).map((value) => (VEC2.is(value) ? value : undefined));
  if (current === undefined || target === undefined || velocity === undefined) {
    return raiseTypeError(vm, "smooth_damp() takes three vec2 and three numbers");
  }
  const numbers: number[] = [];
  for (const value of values.slice(3)) {
    const number = needReal(vm, value);
    if (number === undefined) return undefined;
    numbers.push(number);
  }
  const [time, maximum, delta] = numbers as [number, number, number];
  if (!(delta > 0)) return newTuple([current, velocity]);
  const { position, velocity: next } = smoothDamp(current, target, velocity, time, maximum, delta);
  return newTuple([new Vec2(...position), new Vec2(...next)]);
}

function withXY(vm: Machine, self: Vec3, value: Value): Result {
  const xy = needVector(vm, VEC2, value);
  return xy === undefined ? undefined : new Vec3(xy.x, xy.y, self.z);
}

// ---- the tables ------------------------------------------------------------------------------------------------------

function shared<V extends PyRecord>(kind: VectorKind<V>): Record<string, TypeEntry> {
  return { ...partProperties(kind), ...vectorOperators(kind), ...vectorMethods(kind), ...constants(kind) };
}

function newOf(kind: VectorKind): TypeEntry {
  const make = guarded((vm, _cls: Value, ...values: Value[]) => vectorOf(vm, kind, values));
  return newMethod(kind.names.join(", "), make);
}

function defineVectors(): void {
  defineType(VEC2.type, "A vector of two floats, which never changes.", {
    __new__: newMethod("x, y=None", newVec2),
    ...shared(VEC2),
    ...floatMethods(VEC2),
    with_z: method("z, /", withZ, "The vec3 with this as its x and y."),
    rotate: method("radians, /", rotated, "The vector turned by an angle, clockwise where the y axis points down."),
    angle: staticMethod(
      "from_, to, /",
      guarded(angleBetween),
      "The angle that turns one vector to another, from -pi to pi.",
    ),
    smooth_damp: staticMethod(
      "current, target, current_velocity, smooth_time, max_speed, delta_time",
      guarded(dampedMotion),
      "The position and velocity a moment later of what follows a target without overshooting.",
    ),
  });
  defineType(VEC3.type, "A vector of three floats, which never changes.", {
    __new__: newMethod("x, y=None, z=None", newVec3),
    ...shared(VEC3),
    ...floatMethods(VEC3),
    xy: property((_vm, self: Vec3) => new Vec2(self.x, self.y)),
    with_xy: method("xy, /", withXY, "The same vector but for its x and y."),
    cross: method("other, /", crossProduct, "The vector at right angles to both."),
  });
  defineType(VEC2I.type, "A vector of two ints, which never changes.", { __new__: newOf(VEC2I), ...shared(VEC2I) });
  defineType(VEC3I.type, "A vector of three ints, which never changes.", { __new__: newOf(VEC3I), ...shared(VEC3I) });
  defineType(VEC4I.type, "A vector of four ints, which never changes.", { __new__: newOf(VEC4I), ...shared(VEC4I) });
}

function crossProduct(vm: Machine, self: Vec3, value: Value): Result {
  const other = needVector(vm, VEC3, value);
  if (other === undefined) return undefined;
  const { x, y, z } = self;
  return new Vec3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
}

defineVectors();

/** The types by name, for the module. */
export const VECTOR_TYPES: Readonly<Record<string, Value>> = {
  vec2: VEC2.type,
  vec3: VEC3.type,
  vec2i: VEC2I.type,
  vec3i: VEC3I.type,
  vec4i: VEC4I.type,
};
