// How long a quantum of a VM is: it follows what was measured, by steps, within bounds.
import { expect, it } from "vitest";
import type { Machine } from "../objects/machine.ts";
import { Strand } from "./strand.ts";

const strand = (): Strand => new Strand({} as Machine, { weight: 1, priority: 0 }, null);

it("is short before anything was measured", () => {
  expect(strand().quantumFor(0.5)).toBe(100);
  expect(strand().quantumFor(0.1)).toBe(50);
});

it("follows what was measured, up to twice as much at a time", () => {
  const own = strand();
  own.measure(1_000, 0.1);
  expect(own.quantumFor(1)).toBe(400);
  for (let round = 0; round < 20; round++) own.measure(10_000, 1);
  expect(own.quantumFor(1)).toBe(10_000);
  expect(own.quantumFor(0.25)).toBe(2_500);
});

it("falls faster than it rises: code that is slow must not hold the host", () => {
  const own = strand();
  for (let round = 0; round < 20; round++) own.measure(100_000, 1);
  own.measure(1_000, 1);
  expect(own.quantumFor(1)).toBe(25_000);
  own.measure(1_000, 1);
  expect(own.quantumFor(1)).toBe(6_250);
});

it("stays within bounds, and learns nothing from too little", () => {
  const own = strand();
  for (let round = 0; round < 40; round++) own.measure(1_000_000, 0);
  expect(own.quantumFor(1_000)).toBe(400_000);
  own.measure(10, 100);
  expect(own.quantumFor(1_000)).toBe(400_000);
  for (let round = 0; round < 40; round++) own.measure(50, 1_000);
  expect(own.quantumFor(0.1)).toBe(50);
});
