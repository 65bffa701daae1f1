// The persistent map against a Map: the same entries after any row of changes, and older maps stay as they were.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ContextVar } from "./layout.ts";
import { beginWalk, type MapNode, mapWith, mapWithout, nextEntry, valueIn, type VariableMap } from "./variable-map.ts";

/** Numbers that share their first digits, their last ones, or none, and some beyond 32 bits. */
const NUMBERS: readonly number[] = [
  0,
  1,
  31,
  32,
  33,
  63,
  1024,
  1025,
  32 ** 3,
  32 ** 3 + 1,
  2 ** 31,
  2 ** 32,
  2 ** 52 + 1,
];
const VARIABLES: readonly ContextVar[] = NUMBERS.map((number) => new ContextVar(`v${number}`, undefined, number));

function entriesOf(map: VariableMap): Map<ContextVar, unknown> {
  const walk = beginWalk(map);
  const entries = new Map<ContextVar, unknown>();
  for (let entry = nextEntry(walk); entry !== undefined; entry = nextEntry(walk)) {
    expect(entries.has(entry.variable)).toBe(false);
    entries.set(entry.variable, entry.value);
  }
  return entries;
}

const change = fc.record({ at: fc.nat(NUMBERS.length - 1), value: fc.option(fc.nat()) });

describe("the map of context variables", () => {
  it("holds what a Map holds after any row of changes, and never changes itself", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const model = new Map<ContextVar, unknown>();
        const made: { readonly map: VariableMap; readonly held: Map<ContextVar, unknown> }[] = [];
        let map: VariableMap = null;
        for (const { at, value } of changes) {
          const variable = VARIABLES[at] as ContextVar;
          if (value !== null) {
            model.set(variable, value);
            map = mapWith(map, variable, value);
          } else if (model.delete(variable)) map = mapWithout(map as MapNode, variable);
          made.push({ map, held: new Map(model) });
        }
        for (const { map: each, held } of made) {
          expect(entriesOf(each)).toEqual(held);
          for (const variable of VARIABLES) expect(valueIn(each, variable)).toBe(held.get(variable));
        }
      }),
      { numRuns: 200 },
    );
  });

  it("is null again when nothing is left, and shares what a change does not concern", () => {
    const [a, b] = [VARIABLES[1], VARIABLES[2]] as [ContextVar, ContextVar];
    const one = mapWith(null, a, "a");
    const two = mapWith(one, b, "b");
    expect(mapWithout(one, a)).toBeNull();
    expect(two.children[0]).toBe(one.children[0]);
  });
});
