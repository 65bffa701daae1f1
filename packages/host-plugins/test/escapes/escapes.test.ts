// Attempts of script plugins to escape: every one fails, and leaves a trace with the host.
//
// The rule of traces. A refusal that the host decides is in its audit ("denied", "refused"). What goes wrong in a call of
// the host's, or passes a limit, is a failure event ("failure"). An ordinary Python error, which the script that provoked it
// has caught, is nothing that the host decides on: the script prints it, and what it prints is in the plugin's log ("log").
// Reaching what every Python script has (frames of its own, subclasses, code objects) is no escape: such attempts go on from
// there to what they are after, and print what they have got of it. So each attempt has at least one trace, and its chunk
// says all of its traces in order; a `tried(...)` that prints "answered" is one that came to nothing, and shows what it got.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attack, type Outcome } from "./arena.ts";
import { firstDifference, readAttempts } from "./attempts.ts";

const FAMILIES = [
  "world",
  "frames",
  "files",
  "neighbours",
  "permissions",
  "network",
  "limits",
  "hostile-data",
] as const;

/** The objects of the JavaScript world that a script would poison. */
const SHARED: Readonly<Record<string, object>> = {
  globalThis,
  Object,
  "Object.prototype": Object.prototype,
  "Function.prototype": Function.prototype,
  "Array.prototype": Array.prototype,
  "String.prototype": String.prototype,
  "Number.prototype": Number.prototype,
  "Map.prototype": Map.prototype,
  "Set.prototype": Set.prototype,
  "Promise.prototype": Promise.prototype,
  "Error.prototype": Error.prototype,
  "Uint8Array.prototype": Uint8Array.prototype,
  "Symbol.prototype": Symbol.prototype,
  process,
};

/** Every own property with its value, of each of them; of globalThis, whose values the runtime makes at their first use, the names. */
function snapshot(): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(SHARED).flatMap(([name, object]) =>
      Reflect.ownKeys(object)
        .filter((key) => typeof key === "string" || object !== globalThis)
        .map((key) => {
          const value: unknown = Object.getOwnPropertyDescriptor(object, key)?.value;
          return [`${name}: ${String(key)}`, object === globalThis ? null : value] as const;
        }),
    ),
  );
}

const uncaught: unknown[] = [];
const note = (error: unknown): void => void uncaught.push(error);

beforeAll(() => {
  process.on("unhandledRejection", note);
  process.on("uncaughtException", note);
});

afterAll(() => {
  process.off("unhandledRejection", note);
  process.off("uncaughtException", note);
});

it("are at least 60", () => {
  expect(FAMILIES.flatMap(readAttempts).length).toBeGreaterThanOrEqual(60);
});

describe.each(FAMILIES)("%s", (family) => {
  const attempts = readAttempts(family);
  const before = snapshot();
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await attack(attempts);
  });

  it.each(attempts)("$id: $title", ({ id, expected }) => {
    const traces = outcome.traces.get(id) ?? [];
    expect(traces.length, "every attempt leaves a trace").toBeGreaterThan(0);
    expect(firstDifference(traces, expected), traces.join("\n")).toBeNull();
  });

  it("reaches no other plugin, no other host and nothing of JavaScript", async () => {
    const { fetched, report, states, ticks, trouble } = outcome;
    const [count, treasure, secret, keys, passes] = report as unknown[];
    expect([count, treasure, secret, keys, passes]).toEqual([
      ticks,
      { gold: 1, items: [1, 2], ["__proto__"]: "own" },
      "xyzzy",
      ["secret"],
      [{ list: [1], n: 1 }],
    ]);
    expect(states.bystander).toBe("active");
    expect(new Set(fetched.map((url) => new URL(url).hostname.replace(/\.$/, "")))).toEqual(
      new Set(fetched.length > 0 ? ["api.example.com"] : []),
    );
    expect(trouble).toEqual([]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(uncaught).toEqual([]);
    const after = snapshot();
    expect([...after.keys()].filter((key) => !before.has(key))).toEqual([]);
    expect([...before].filter(([key, was]) => !Object.is(after.get(key), was)).map(([key]) => key)).toEqual([]);
  });
});
