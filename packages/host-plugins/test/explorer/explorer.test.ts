// The schedule explorer of the plugin host: random schedules of a host with busy plugins, each closed at a random step.
import { describe } from "vitest";
import { exploreSchedules } from "../../../../tools/testing/explore-schedules.ts";
import { explore } from "./schedule.ts";

describe("schedules that close a host of busy plugins at every step", () => {
  exploreSchedules("S5.12 with plugins", 1_000, explore);
});
