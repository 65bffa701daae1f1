// What is kept of coroutines that were made: those that have not begun, and few others for long.
import { expect, it } from "vitest";
import { coroutineType } from "./builtin-types.ts";
import { Frame } from "./frame.ts";
import { GeneratorState, PyGenerator } from "./generator.ts";
import { Unbegun } from "./unbegun.ts";

function made(unbegun: Unbegun): PyGenerator {
  const coroutine = new PyGenerator(coroutineType, new Frame([]), "f", "f");
  unbegun.note(coroutine);
  return coroutine;
}

function begin(unbegun: Unbegun, coroutine: PyGenerator): void {
  coroutine.state = GeneratorState.Running;
  unbegun.begun();
}

it("keeps no coroutine that begins before the next one is made", () => {
  const unbegun = new Unbegun();
  for (let count = 0; count < 100; count++) begin(unbegun, made(unbegun));
  expect(unbegun.all.length).toBe(1);
});

it("drops a thousand that were made at once as they begin", () => {
  const unbegun = new Unbegun();
  const coroutines = Array.from({ length: 1_000 }, () => made(unbegun));
  expect(unbegun.all).toEqual(coroutines);
  for (const coroutine of coroutines) begin(unbegun, coroutine);
  expect(unbegun.all.length).toBeLessThanOrEqual(65);
});

it("keeps those that have not begun, however many others have", () => {
  const unbegun = new Unbegun();
  const waiting = Array.from({ length: 10 }, () => made(unbegun));
  for (let round = 0; round < 10; round++) {
    const others = Array.from({ length: 100 }, () => made(unbegun));
    for (const coroutine of others) begin(unbegun, coroutine);
  }
  for (const coroutine of waiting) expect(unbegun.all).toContain(coroutine);
  expect(unbegun.all.length).toBeLessThan(150);
});

it("drops those that were closed, which never begin", () => {
  const unbegun = new Unbegun();
  for (let count = 0; count < 1_000; count++) {
    const pair = [made(unbegun), made(unbegun)];
    for (const coroutine of pair) coroutine.state = GeneratorState.Closed;
  }
  expect(unbegun.all.length).toBeLessThan(140);
});
