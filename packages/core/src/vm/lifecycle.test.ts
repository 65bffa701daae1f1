// The states of a VM: which way each leads, and that every change is told.
import { expect, it } from "vitest";
import { Lifecycle, type VMState } from "./lifecycle.ts";

function lifecycle(): { readonly own: Lifecycle; readonly told: string[] } {
  const told: string[] = [];
  return { own: new Lifecycle((to, from) => told.push(`${from} -> ${to}`)), told };
}

it("goes from construction over work to its end, and tells each step", () => {
  const { own, told } = lifecycle();
  for (const state of ["ready", "running", "parked", "running", "ready", "closing", "closed"] as const)
    own.moveTo(state);
  expect(told).toEqual([
    "constructing -> ready",
    "ready -> running",
    "running -> parked",
    "parked -> running",
    "running -> ready",
    "ready -> closing",
    "closing -> closed",
  ]);
});

it("stays where there is no way, and says nothing", () => {
  const { own, told } = lifecycle();
  own.moveTo("closed");
  own.moveTo("constructing");
  expect([own.state, told]).toEqual(["constructing", []]);
  own.moveTo("closing");
  for (const state of ["ready", "running", "parked", "constructing", "closing"] satisfies VMState[]) own.moveTo(state);
  expect([own.state, told]).toEqual(["closing", ["constructing -> closing"]]);
});

it("is open until it closes", () => {
  const { own } = lifecycle();
  expect(own.isOpen).toBe(true);
  own.moveTo("closing");
  expect(own.isOpen).toBe(false);
  own.moveTo("closed");
  expect(own.isOpen).toBe(false);
});
