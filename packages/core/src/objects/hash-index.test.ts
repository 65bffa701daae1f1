// Chains of entries by hash, against a plain list of what was put in.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeOfHash, codeOfInt, firstOf, HashIndex, link, relink, unlink } from "./hash-index.ts";
import { createVM, LimitError } from "../index.ts";
import type { Machine } from "./machine.ts";

/** The positions that a code leads to, in order. */
function positions(index: HashIndex, code: number): number[] {
  const found: number[] = [];
  for (let entry = firstOf(index, code); entry > 0; entry = (index.links[2 * entry - 1] as number) - 1) {
    if (index.links[2 * entry - 2] === code) found.push(entry - 1);
  }
  return found.toSorted((a, b) => a - b);
}

const machine = (): Machine => ({ budget: 0 }) as Machine;

describe("an index by hash", () => {
  test("leads to what was put in and not taken out, before and after it grows and moves", () => {
    // Few codes, so that chains are long; -1 takes an entry out, -2 closes the gaps.
    const steps = fc.array(fc.integer({ min: -2, max: 12 }), { maxLength: 400 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 2 ** 25 }), (all, factor) => {
        const index = new HashIndex(0);
        const codes: (number | undefined)[] = [];
        for (const [turn, step] of all.entries()) {
          if (step >= 0) {
            codes.push(step * factor);
            link(index, codes.length - 1, codeOfHash(step * factor));
          } else if (step === -1 && codes.length > 0) {
            const at = (turn * 7) % codes.length;
            unlink(machine(), index, at);
            codes[at] = undefined;
          } else {
            let live = 0;
            relink(
              index,
              codes.map((code) => (code === undefined ? live : live++)),
            );
            codes.splice(0, codes.length, ...codes.filter((code) => code !== undefined));
          }
          const code = Math.max(step, 0) * factor;
          const expected = codes.flatMap((each, at) => (each === code ? [at] : []));
          expect(positions(index, codeOfHash(code))).toEqual(expected);
        }
      }),
    );
  });

  test("keeps ints apart from other keys, and large ints from their lower halves", () => {
    expect(codeOfInt(5) & 1).toBe(0);
    expect(codeOfHash(5) & 1).toBe(1);
    const codes = new Set(Array.from({ length: 1000 }, (_, i) => codeOfInt(i * 2 ** 32 + 7)));
    expect(codes.size).toBeGreaterThan(990);
    for (const int of [0, -1, 2 ** 31, -(2 ** 31), Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]) {
      expect(codeOfInt(int)).toBeLessThan(2 ** 30);
      expect(codeOfInt(int)).toBeGreaterThanOrEqual(0);
    }
  });

  test("counts the work of a long chain", () => {
    const vm = machine();
    const index = new HashIndex(0);
    for (let at = 0; at < 1000; at++) link(index, at, codeOfHash(1));
    unlink(vm, index, 0);
    expect(vm.budget).toBeLessThan(-100);
    expect(positions(index, codeOfHash(1)).length).toBe(999);
  });

  test("lets no script hold the host up with keys made to share a bucket", async () => {
    // The inverse of the factor that chooses buckets: multiples of it come to four of them.
    const fill = (factor: number): string => `
keys = {}
for i in range(10_000):
    keys[i * ${factor} % 2**29] = i
len(keys)`;
    const run = async (factor: number): Promise<unknown> => {
      await using vm = createVM({ limits: { instructions: 1_000_000 } });
      return await vm.run(fill(factor));
    };
    expect(await run(1)).toBe(10_000);
    await expect(run(0xe8b2f51)).rejects.toThrow(LimitError);
  });
});
