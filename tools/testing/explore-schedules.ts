// Tests of schedule explorers: many random schedules, of which a seed replays one.
import { expect, it } from "vitest";

/** What became of one schedule. */
interface Explored {
  /** All that happened, in its order. */
  readonly log: readonly string[];
  /** What must not be, in words; empty for a good schedule. */
  readonly problems: readonly string[];
}

/**
 * Explore `usual` schedules, and see that a seed gives the same log again. KRAIT_SCHEDULES asks for more, KRAIT_SEED for one.
 */
export function exploreSchedules(title: string, usual: number, explore: (seed: number) => Promise<Explored>): void {
  const first = Number(process.env.KRAIT_SEED ?? 1);
  const count = process.env.KRAIT_SEED === undefined ? Number(process.env.KRAIT_SCHEDULES ?? usual) : 1;

  it(
    `${title}: ${count} schedules end in order`,
    async () => {
      for (let seed = first; seed < first + count; seed++) {
        const { problems, log } = await explore(seed);
        if (problems.length > 0) {
          expect.fail(`KRAIT_SEED=${seed}:\n${problems.join("\n")}\n\n${log.join("\n")}`);
        }
      }
    },
    60 * 60_000,
  );

  it("the same seed gives the same log", async () => {
    for (const seed of [1, 2, 3, 5, 8, 13, 21, 34]) {
      const { log } = await explore(seed);
      expect((await explore(seed)).log).toEqual(log);
    }
  });
}
