// Random numbers must be those of the published generators, follow from the seed, and be as likely as they say.
import { expect, it } from "vitest";
import { testClient } from "../../test/client.ts";
import { random } from "./random.ts";
import { splitmix64, xoshiro128 } from "./xoshiro.ts";

const client = (seed = 1) => testClient({ plugin: random(), grants: { random: true }, seed });

// The first numbers of both, as implementations in other languages test for them.
it("draws as xoshiro128** and splitmix64 do", () => {
  const generator = xoshiro128([1, 2, 3, 4]);
  expect(Array.from({ length: 10 }, () => generator.next())).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
  const mix = splitmix64(1234567n);
  expect(Array.from({ length: 5 }, mix)).toEqual([
    6457827717110365317n,
    3203168211198807973n,
    9817491932198370423n,
    4593380528125082431n,
    16408922859458223821n,
  ]);
});

const DRAWN = `
import rng
print(rng.random(), rng.integer(1, 6), rng.shuffle(range_), rng.choice("abc".split()), rng.stream("loot").integer(0, 2**40))
`.replace("range_", "[1, 2, 3, 4, 5]");

it("follows from the seed", async () => {
  const first = await client(7).run(DRAWN);
  expect(await client(7).run(DRAWN)).toBe(first);
  expect(await client(8).run(DRAWN)).not.toBe(first);
});

it("has streams that do not disturb each other", async () => {
  const vm = client();
  const printed = await vm.run(`
import rng
def numbers(stream): return [stream.integer(0, 2**30) for _ in range(5)]
loot = numbers(rng.stream("loot"))
for _ in range(10): rng.random()
print(loot == numbers(rng.stream("loot")), loot == numbers(rng.stream("weather")), numbers(rng) == loot)
a, b = rng.stream("a"), rng.stream("a")
print([x for pair in zip(numbers(a), numbers(b)) for x in pair][:4] == [v for v in numbers(rng.stream("a"))[:2] for _ in "12"])
print(numbers(rng.stream("a").stream("b")) == numbers(rng.stream("a/1:b")), type(a).__name__)
`);
  expect(printed).toBe("True False False\nTrue\nFalse Stream\n");
  await vm.end();
});

it("draws evenly, within bounds", async () => {
  const vm = client();
  const printed = await vm.run(`
import rng
def evenly(draw, count, n=6000): 
    counts = {}
    for _ in range(n):
        value = draw()
        counts[value] = counts.get(value, 0) + 1
    expected = n / count
    return len(counts) == count and sum((c - expected) ** 2 / expected for c in counts.values()) < 30
print(evenly(lambda: rng.integer(-3, 2), 6))
print(evenly(lambda: tuple(rng.shuffle([1, 2, 3])), 6))
print(evenly(lambda: rng.choice(["a", "b", "c"]), 3))
print(evenly(lambda: int(rng.uniform(-1, 9) + 1), 10))
print(evenly(lambda: rng.integer(-2**52, 2**52 - 1) % 4, 4))
hits = sum(rng.chance(0.25) for _ in range(4000))
print(900 < hits < 1100, rng.chance(0), rng.chance(1))
drawn = [rng.normal(10, sigma=2) for _ in range(4000)]
mean = sum(drawn) / 4000
print(9.85 < mean < 10.15, 3.6 < sum((x - mean) ** 2 for x in drawn) / 4000 < 4.4, rng.normal(3, 0))
print(rng.integer(5, 5), rng.uniform(2, 2), rng.shuffle([]), rng.shuffle((1,)))
`);
  expect(printed).toBe("True\n".repeat(5) + "True False True\nTrue True 3.0\n5 2.0 [] [1]\n");
  await vm.end();
});

it("keeps the items that they are, and their list", async () => {
  const vm = client();
  const printed = await vm.run(`
import rng
class Unit: pass
units = [Unit() for _ in range(5)]
before = list(units)
shuffled = rng.shuffle(units)
print(units == before, set(shuffled) == set(units), rng.choice(units) in units)
`);
  expect(printed).toBe("True True True\n");
  await vm.end();
});

it("refuses what cannot be drawn", async () => {
  const vm = client();
  const printed = await vm.run(`
import rng
for call in (lambda: rng.integer(2, 1), lambda: rng.integer(-2**53 + 1, 2**53 - 1), lambda: rng.integer(0, 2**60),
             lambda: rng.choice([]), lambda: rng.choice("abc"), lambda: rng.chance(1.5), lambda: rng.chance(float("nan")),
             lambda: rng.normal(0, -1), lambda: rng.stream("x" * 2000), lambda: rng.Stream(), lambda: rng.integer(1.5, 2)):
    try: call()
    except Exception as error: print(type(error).__name__, error)
`);
  expect(printed.split("\n").slice(0, -1)).toEqual([
    "ValueError b must not be below a",
    "ValueError there must be at most 2**53 numbers from a to b",
    expect.stringMatching(/^OverflowError /),
    "IndexError there are no items to choose from",
    expect.stringMatching(/^TypeError choice\(\) argument 'items' must be list\[object\]/),
    "ValueError p must be from 0 to 1",
    "ValueError p must be from 0 to 1",
    "ValueError sigma must not be below 0",
    "ValueError the name of the stream is too long",
    "TypeError cannot create 'Stream' instances",
    "TypeError integer() argument 'a' must be int, not float",
  ]);
  await vm.end();
});

it("needs its permission, streams too", async () => {
  const vm = client();
  await vm.run("import rng\nloot = rng.stream('loot')\nloot.random()");
  vm.grants.clear();
  for (const call of ["rng.random()", "rng.stream('a')", "loot.random()", "loot.stream('a')"]) {
    await expect(vm.run(call)).rejects.toMatchObject({ type: "PermissionError" });
  }
  await vm.end();
});
