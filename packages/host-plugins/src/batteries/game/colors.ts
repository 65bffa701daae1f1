// The type color32: colours of 8 bits for red, green, blue and opacity, which never change.
import {
  asString,
  defineType,
  func,
  type FunctionEntry,
  hash,
  type Machine,
  method,
  moduleType,
  newMethod,
  newTuple,
  NONE,
  NOT_IMPLEMENTED,
  PyRecord,
  type PyType,
  property,
  raiseTypeError,
  raiseValueError,
  type Result,
  staticMethod,
  type TypeEntry,
  typeOf,
  type Value,
} from "@krait/core/extend";
import { needInt, needReal } from "./numbers.ts";
import { guarded } from "./permission.ts";
import { VEC3, VEC3I, Vec3, Vec3i } from "./vector-layouts.ts";
import { needVector } from "./vector-methods.ts";

export const color32Type: PyType = moduleType("game", "color32", { isBase: false });

type Channel = "r" | "g" | "b" | "a";

class Color32 extends PyRecord {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;

  constructor(r: number, g: number, b: number, a: number) {
    super(color32Type);
    this.r = r;
    this.g = g;
    this.b = b;
    this.a = a;
  }

  parts(): readonly number[] {
    return [this.r, this.g, this.b, this.a];
  }
}

/** A channel, 0 to 255; undefined after raising. */
function needChannel(vm: Machine, value: Value): number | undefined {
  const channel = needInt(vm, value);
  if (channel === undefined) return undefined;
  return channel >= 0 && channel <= 255 ? channel : raiseValueError(vm, "color32 values must be between 0 and 255");
}

function colorOf(vm: Machine, values: readonly Value[]): Result {
  const channels: number[] = [];
  for (const value of values) {
    const channel = needChannel(vm, value);
    if (channel === undefined) return undefined;
    channels.push(channel);
  }
  const [r, g, b, a] = channels as [number, number, number, number];
  return new Color32(r, g, b, a);
}

const HEX = /^#(?:[0-9a-f]{6}|[0-9a-f]{8})$/i;

function fromHex(vm: Machine, value: Value): Result {
  const text = asString(value);
  if (text === undefined) return raiseTypeError(vm, `expected str, not ${typeOf(value).name}`);
  if (!HEX.test(text)) return raiseValueError(vm, "invalid hex color format");
  const channel = (at: number): number => Number.parseInt(text.slice(at, at + 2), 16);
  return new Color32(channel(1), channel(3), channel(5), text.length === 9 ? channel(7) : 255);
}

function toHex(self: Color32): string {
  const channels = self.a === 255 ? self.parts().slice(0, 3) : self.parts();
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

function fromVec3(vm: Machine, value: Value): Result {
  const vector = needVector(vm, VEC3, value);
  if (vector === undefined) return undefined;
  const [r, g, b] = vector.parts().map((part) => Math.trunc(part * 255));
  return colorOf(vm, [r as number, g as number, b as number, 255]);
}

function fromVec3i(vm: Machine, value: Value): Result {
  const vector = needVector(vm, VEC3I, value);
  return vector === undefined ? undefined : colorOf(vm, [...vector.parts(), 255]);
}

/** Red, green and blue, each less the more transparent the colour is. */
function opaqueParts({ r, g, b, a }: Color32): readonly [number, number, number] {
  return a === 255
    ? [r, g, b]
    : ([r, g, b].map((channel) => Math.trunc((channel * a) / 255)) as [number, number, number]);
}

/** One colour over another; over nothing, the colour itself. */
function alphaBlend(vm: Machine, over: Value, under: Value): Result {
  if (!(over instanceof Color32)) return raiseTypeError(vm, `expected game.color32, not ${typeOf(over).name}`);
  if (under === NONE) return over;
  if (!(under instanceof Color32)) return raiseTypeError(vm, `expected game.color32, not ${typeOf(under).name}`);
  const opacity = over.a / 255;
  const mix = (above: number, below: number): number => Math.trunc(above * opacity + below * (1 - opacity));
  return new Color32(
    mix(over.r, under.r),
    mix(over.g, under.g),
    mix(over.b, under.b),
    Math.trunc(over.a + under.a * (1 - opacity)),
  );
}

/** The text in this colour, as terminals show it. */
function ansi(code: 38 | 48): TypeEntry {
  return method("text, /", (vm, { r, g, b }: Color32, value: Value): Result => {
    const text = asString(value);
    if (text === undefined) return raiseTypeError(vm, `expected str, not ${typeOf(value).name}`);
    return `\u001b[${code};2;${r};${g};${b}m${text}\u001b[0m`;
  });
}

function channelEntries(): Record<string, TypeEntry> {
  const entries: Record<string, TypeEntry> = {};
  for (const [at, name] of (["r", "g", "b", "a"] as readonly Channel[]).entries()) {
    entries[name] = property((_vm, self: Color32) => self[name]);
    entries[`with_${name}`] = method("value, /", (vm, self: Color32, value: Value) =>
      colorOf(vm, (self.parts() as readonly Value[]).with(at, value)),
    );
  }
  return entries;
}

defineType(color32Type, "A colour of 8 bits for each channel, which never changes.", {
  __new__: newMethod(
    "r, g, b, a",
    guarded((vm, _cls: Value, ...values: Value[]) => colorOf(vm, values)),
  ),
  ...channelEntries(),
  __eq__: method("other, /", (_vm, self: Color32, other: Value) => {
    if (!(other instanceof Color32)) return NOT_IMPLEMENTED;
    const parts = other.parts();
    return self.parts().every((part, at) => part === parts[at]);
  }),
  __hash__: method("", (vm, self: Color32) => hash(vm, newTuple(self.parts()))),
  __repr__: method("", (_vm, { r, g, b, a }: Color32) => `color32(${r}, ${g}, ${b}, ${a})`),
  __getnewargs__: method("", (_vm, self: Color32) => newTuple(self.parts())),
  from_hex: staticMethod("hex, /", guarded(fromHex), "The colour of a text such as '#ff8000' or '#ff800080'."),
  from_vec3: staticMethod("vec, /", guarded(fromVec3), "The colour of three floats from 0 to 1."),
  from_vec3i: staticMethod("vec, /", guarded(fromVec3i), "The colour of three ints from 0 to 255."),
  to_hex: method("", (_vm, self: Color32) => toHex(self)),
  to_vec3: method("", (_vm, self: Color32) => {
    const [r, g, b] = opaqueParts(self);
    return new Vec3(r / 255, g / 255, b / 255);
  }),
  to_vec3i: method("", (_vm, self: Color32) => new Vec3i(...opaqueParts(self))),
  to_rgb565: method("", (_vm, { r, g, b }: Color32) => ((r >> 3) << 11) | ((g >> 2) << 5) | (b >> 3)),
  ansi_fg: ansi(38),
  ansi_bg: ansi(48),
  alpha_blend: staticMethod("src, dst, /", guarded(alphaBlend), "One colour over another, or over nothing."),
});

/** The functions that make colours. */
export const COLOR_FUNCTIONS: Readonly<Record<string, FunctionEntry>> = {
  rgb: func(
    "r, g, b",
    guarded((vm, r: Value, g: Value, b: Value) => colorOf(vm, [r, g, b, 255])),
    "An opaque colour.",
  ),
  rgba: func(
    "r, g, b, a",
    guarded((vm, r: Value, g: Value, b: Value, a: Value) => {
      const opacity = needReal(vm, a);
      return opacity === undefined ? undefined : colorOf(vm, [r, g, b, Math.trunc(opacity * 255)]);
    }),
    "A colour with an opacity from 0.0 to 1.0.",
  ),
};
