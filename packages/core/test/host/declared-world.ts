// Two modules with one of everything that can be declared: what stubs, help and type checkers are tested with.
import {
  arg,
  asyncFunction,
  blockingFunction,
  keyword,
  keywordRest,
  NativeClass,
  type NativeModule,
  nativeFunction,
  nativeModule,
  positional,
  rest,
  SharedRecordClass,
  t,
} from "../../src/index.ts";

interface Vec {
  x: number;
  y: number;
}

class Unit {
  name: string;
  hp = 10;

  constructor(name: string) {
    this.name = name;
  }
}

class Hero extends Unit {
  readonly items: string[] = ["sword"];
}

export interface DeclaredWorld {
  readonly plane: NativeModule;
  readonly world: NativeModule;
}

/** New declarations each time: a VM seals those that it uses. */
export function declaredWorld(): DeclaredWorld {
  const vec2 = new NativeClass<Vec>("Vec2", { doc: "A vector in the plane.", identity: false }).construct({
    parameters: [arg("x", t.float, 0), arg("y", t.float, 0)],
    create: (x, y) => ({ x, y }),
  });
  vec2
    .property("x", { type: t.float, get: (v) => v.x, set: (v, x) => void (v.x = x), doc: "To the right." })
    .property("y", { type: t.float, get: (v) => v.y, set: (v, y) => void (v.y = y) })
    .property("length", { type: t.float, get: (v) => Math.hypot(v.x, v.y) })
    .method("scaled", {
      parameters: [positional("by", t.float), keyword("flip", t.bool, false)],
      returns: vec2.type,
      doc: "A longer or shorter one.\n\nFlipped it\n  points the other way.",
      call: (v, by, flip) => ({ x: v.x * by, y: v.y * (flip ? -by : by) }),
    })
    .method("__repr__", { returns: t.str, call: (v) => `Vec2(${v.x}, ${v.y})` })
    .method("__iter__", { returns: t.iterable(t.float), call: (v) => [v.x, v.y] })
    .method("__len__", { returns: t.int, call: () => 2 })
    .method("__getitem__", {
      parameters: [positional("at", t.int)],
      returns: t.float,
      call: (v, at) => (at === 0 ? v.x : v.y),
    })
    .method("__neg__", { returns: vec2.type, call: (v) => ({ x: -v.x, y: -v.y }) })
    .operator("__add__", { operand: vec2.type, returns: vec2.type, call: (a, b) => ({ x: a.x + b.x, y: a.y + b.y }) })
    .operator("__mul__", { operand: t.float, returns: vec2.type, call: (a, k) => ({ x: a.x * k, y: a.y * k }) })
    .operator("__rmul__", { operand: t.float, returns: vec2.type, call: (a, k) => ({ x: a.x * k, y: a.y * k }) })
    .operator("__iadd__", {
      operand: vec2.type,
      returns: vec2.type,
      call: (a, b) => {
        a.x += b.x;
        a.y += b.y;
        return a;
      },
    })
    .operator("__eq__", { operand: vec2.type, returns: t.bool, call: (a, b) => a.x === b.x && a.y === b.y })
    .operator("__lt__", { operand: vec2.type, returns: t.bool, call: (a, b) => a.x < b.x })
    .staticMethod(
      "between",
      nativeFunction({
        parameters: [arg("a", vec2.type), arg("b", vec2.type)],
        returns: vec2.type,
        doc: "The middle.",
        call: (a, b) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }),
      }),
    )
    .constant("ORIGIN", vec2.type, { x: 0, y: 0 })
    .constant("AXES", t.list(vec2.type), [{ x: 1, y: 0 }]);

  const unitClass = new NativeClass<Unit>("Unit", { payload: Unit, doc: 'Who has a name and "health".', pool: 4 })
    .construct({
      parameters: [arg("name", t.str)],
      create: (name) => new Unit(name),
      doc: "A unit with full health.",
    })
    .property("hp", { type: t.int, get: (unit) => unit.hp, set: (unit, hp) => void (unit.hp = hp), doc: "Health." })
    .property("name", { type: t.str, get: (unit) => unit.name })
    .method("hurt", {
      parameters: [arg("by", t.int), arg("kind", t.literal("fire", "it's \\ water"), "fire")],
      returns: t.none,
      borrow: "exclusive",
      doc: "Take health away.",
      call: (unit, by) => void (unit.hp -= by),
    })
    .asyncMethod("walk", {
      parameters: [arg("to", vec2.type)],
      returns: t.bool,
      doc: "Go there; whether it was possible.",
      call: async () => true,
    })
    .blockingMethod("rest", { parameters: [arg("turns", t.int, 1)], returns: t.int, call: async (unit) => unit.hp })
    .context({ exit: () => false })
    .onRelease(() => {});

  const heroClass = new NativeClass<Hero>("Hero", { payload: Hero, base: unitClass, doc: "A unit with items." })
    .property("items", { type: t.list(t.str), get: (hero) => hero.items })
    // A member that hides what annotations need.
    .method("list", { returns: t.list(t.str), call: (hero) => hero.items });

  const handle = new NativeClass<object>("Handle").method("__aenter__", { call: () => null });

  const score = new SharedRecordClass("Score", { points: "int32", rate: "float64" }, { doc: "A shared score." });

  const plane = nativeModule({ name: "plane", classes: [vec2, score] });
  const world = nativeModule({
    name: "world",
    doc: 'Units on a map.\n\n  Backslashes (\\n) and quotes (""") stay.\n',
    constants: { GRAVITY: [t.float, 9.81], SIZES: [t.tuple(t.int, t.int), [3, 4]], NOTHING: [t.tuple(), []] },
    classes: [unitClass, heroClass],
    functions: {
      spawn: nativeFunction({
        parameters: [arg("kind", t.str), arg("level", t.int, 1)],
        returns: unitClass.type,
        doc: "Put a unit on the map.",
        call: (kind) => new Unit(kind),
      }),
      hero: nativeFunction({ parameters: [], returns: heroClass.type, call: () => new Hero("hero") }),
      load: blockingFunction({
        parameters: [arg("path", t.str)],
        returns: t.bytes,
        call: async () => Uint8Array.of(97),
      }),
      fetch: asyncFunction({
        parameters: [arg("url", t.str), keyword("timeout", t.optional(t.float), null)],
        returns: t.dict(t.any),
        doc: "What is there.",
        call: async () => ({ count: 2 }),
      }),
      total: nativeFunction({
        parameters: [
          positional("first", t.float),
          rest("others", t.float),
          keyword("scale", t.float, Number.POSITIVE_INFINITY),
          keywordRest("tags", t.union(t.str, t.int)),
        ],
        returns: t.float,
        call: (first) => first,
      }),
      each: nativeFunction({
        parameters: [arg("call", t.callable), arg("names", t.set(t.str)), keyword("label", t.str, "'a'\n")],
        returns: t.iterable(unitClass.type),
        call: () => [],
      }),
      move: nativeFunction({
        parameters: [arg("by", t.optional(vec2.exclusive), null), arg("which", t.list(unitClass.type), [])],
        returns: t.none,
        call: () => undefined,
      }),
      turn: nativeFunction({
        parameters: [arg("to", t.literal("north", "south")), arg("exactly", t.bool, true)],
        returns: t.any,
        call: () => null,
      }),
      identify: nativeFunction({ parameters: [arg("o", t.object)], returns: t.bigint, call: () => 0n }),
      open_handle: nativeFunction({ returns: handle.type, call: () => ({}) }),
    },
  });
  return { plane, world };
}
