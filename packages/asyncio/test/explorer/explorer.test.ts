// The schedule explorer: thousands of random schedules, each closed at a random step.
import { describe } from "vitest";
import { exploreSchedules } from "../../../../tools/testing/explore-schedules.ts";
import { explore } from "./schedule.ts";

describe("schedules that close a busy VM at every step", () => {
  exploreSchedules("S5.12", 10_000, explore);
});
