// A native module: a class of units, and scores in shared memory. Any thread can import it.
import { arg, keyword, NativeClass, nativeModule, SharedRecordClass, t } from "@krait/core";

export class Unit {
  constructor(kind, health) {
    this.kind = kind;
    this.health = health;
  }
}

export const unitClass = new NativeClass("Unit", { payload: Unit, doc: "Who fights in the arena." });
unitClass
  .construct({
    parameters: [arg("kind", t.str), keyword("health", t.float, 10)],
    create: (kind, health) => new Unit(kind, health),
  })
  .property("kind", { type: t.str, get: (unit) => unit.kind })
  .property("health", { type: t.float, get: (unit) => unit.health })
  .method("hit", {
    doc: "Hurt another unit; answers whether it lives.",
    parameters: [arg("target", unitClass.exclusive), arg("damage", t.float, 1)],
    returns: t.bool,
    call: (_unit, target, damage) => {
      target.health = Math.max(0, target.health - damage);
      return target.health > 0;
    },
  })
  .method("__repr__", { returns: t.str, call: (unit) => `<${unit.kind} ${unit.health}>` });

export const scoreClass = new SharedRecordClass("Score", { wins: "int32", damage: "float64" });

export const arena = nativeModule({ name: "arena", classes: [unitClass, scoreClass] });
