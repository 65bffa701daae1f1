// Rosters hold what a Set would hold after any row of changes.
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Placed, Roster } from "./roster.ts";

it("holds what was added and not removed since", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(9), fc.constantFrom("add", "delete", "clear" as const)), { maxLength: 60 }),
      (changes) => {
        const members: Placed[] = Array.from({ length: 10 }, () => ({ place: -1 }));
        const roster = new Roster<Placed>();
        const set = new Set<Placed>();
        for (const [at, change] of changes) {
          const member = members[at] as Placed;
          if (change === "clear") {
            roster.clear();
            set.clear();
          } else {
            roster[change](member);
            set[change](member);
          }
          expect(roster.size).toBe(set.size);
          expect(new Set(roster.all)).toEqual(set);
          expect(members.filter((each) => roster.some((one) => one === each))).toEqual(
            members.filter((each) => set.has(each)),
          );
          expect(members.filter(({ place }) => place >= 0).length).toBe(set.size);
        }
      },
    ),
  );
});

it("lets members leave while somebody goes through them", () => {
  const roster = new Roster<Placed>();
  const members = [0, 1, 2].map(() => ({ place: -1 }));
  for (const member of members) roster.add(member);
  const seen: Placed[] = [];
  for (const member of roster.all) {
    seen.push(member);
    roster.delete(member);
  }
  expect(seen).toEqual(members);
  expect(roster.size).toBe(0);
});

it("asks no more members than it has to, nor copies them", () => {
  const roster = new Roster<Placed>();
  for (let count = 0; count < 100; count++) roster.add({ place: -1 });
  let asked = 0;
  expect(roster.some(() => ++asked === 3)).toBe(true);
  expect(asked).toBe(3);
});
