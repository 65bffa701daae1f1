// Records in shared memory, within one thread: fields, borrows for a block, refusals, and that a stopped script lets go.
import { describe, expect, it } from "vitest";
import { nativeModule, PythonRaise, SharedRecordClass, type VM } from "../../src/index.ts";
import { FAILURE } from "../failing.ts";
import { openVMs } from "../open-vms.ts";

const openVM = openVMs();

const score = new SharedRecordClass("Score", { points: "int32", total: "int64", rate: "float64", live: "bool" });
const module = nativeModule({ name: "m", classes: [score] });

async function world(): Promise<VM> {
  const vm = openVM({ modules: [module], limits: { instructions: 100_000 } });
  await vm.run(`from m import Score
${FAILURE}`);
  return vm;
}

describe("a shared record", () => {
  it("has fields that Python and the host get and set", async () => {
    const vm = await world();
    expect(
      await vm.run("s = Score(points=3, live=True)\ns.rate = 1\ns.total += 2 ** 60\n[s.points, s.rate, s.live]"),
    ).toEqual([3, 1, true]);
    const record = score.create();
    vm.globals.set("r", record);
    record.set("points", -5);
    expect(await vm.run("r.points, r is r")).toEqual([-5, true]);
    await vm.run("r.total = 2 ** 62");
    expect(record.get("total")).toBe(2n ** 62n);
    expect(await vm.run("r")).toBe(record);
  });

  it("is the same memory wherever it is opened", async () => {
    const [one, other] = [await world(), await world()];
    const record = score.create();
    one.globals.set("s", record);
    other.globals.set("s", score.open(record.buffer));
    await one.run("s.points = 7");
    expect(await other.run("s.points")).toBe(7);
  });

  it("refuses what does not fit, by name", async () => {
    const vm = await world();
    await vm.run("s = Score()");
    for (const [call, message] of [
      ["lambda: setattr(s, 'points', 'a')", "TypeError: attribute 'points' of 'Score' object must be int, not str"],
      ["lambda: setattr(s, 'points', 2 ** 31)", "OverflowError: 2147483648 does not fit in int32"],
      ["lambda: setattr(s, 'total', 2 ** 63)", "OverflowError: 9223372036854775808 does not fit in int64"],
      ["lambda: setattr(s, 'live', 1)", "TypeError: attribute 'live' of 'Score' object must be bool, not int"],
      ["lambda: Score(3)", "TypeError: Score() takes no positional arguments"],
      ["lambda: Score(points=2 ** 40)", "OverflowError: 1099511627776 does not fit in int32"],
    ] as const) {
      expect([call, await vm.run(`failure(${call})`)]).toEqual([call, message]);
    }
    const other = new SharedRecordClass("Score", { points: "int32", rate: "float64", live: "bool", total: "int64" });
    expect(() => score.open(other.create().buffer)).toThrow(
      "SharedRecordClass 'Score': open needs the buffer of a record",
    );
    expect(() => score.open(new SharedArrayBuffer(8))).toThrow(TypeError);
    expect(() => new SharedRecordClass("A", { x: "int16" as never })).toThrow("field 'x' must be one of int32, int64");
    expect(() => new SharedRecordClass("A", { reading: "bool" })).toThrow("member 'reading' is there already");
    expect(() => score.create().get("pints")).toThrow("Score record: there is no field 'pints'");
  });

  it("is borrowed for a block, by many who read or one who changes", async () => {
    const vm = await world();
    const record = score.create();
    vm.globals.set("s", record);
    expect(
      await vm.run(`
import contextlib
with s.changing() as own:
    own.points = 1
    own.rate = own.points / 2
    seen = [failure(lambda: s.points), failure(setattr, s, "points", 2), failure(s.reading().__enter__)]
with s.reading() as one, s.reading() as two:
    seen += [one.points + two.points, s.points, failure(setattr, one, "points", 2), failure(setattr, s, "points", 2)]
    seen.append(failure(s.changing().__enter__))
seen += [failure(lambda: one.points), failure(own.changing().__enter__), s.rate]
guard = s.changing()
with guard: pass
seen.append(failure(guard.__enter__))
with contextlib.suppress(ZeroDivisionError), s.changing():
    1 / 0
s.points = 9
seen`),
    ).toEqual([
      "RuntimeError: Score record: it is being changed elsewhere",
      "RuntimeError: Score record: it is being changed elsewhere",
      "RuntimeError: Score record: it is being changed elsewhere",
      2,
      1,
      "RuntimeError: Score record: it is borrowed for reading alone",
      "RuntimeError: Score record: it is being read elsewhere",
      "RuntimeError: Score record: it is being read elsewhere",
      "RuntimeError: Score record: its borrow has ended",
      "RuntimeError: Score record: a borrow of it cannot be borrowed again",
      0.5,
      "RuntimeError: Score record: a borrow is good for one block",
    ]);
    expect(record.get("points")).toBe(9);
  });

  it("is borrowed by the host in the same way", async () => {
    const vm = await world();
    const record = score.create();
    vm.globals.set("s", record);
    const seen = record.change((own) => {
      own.set("points", 4);
      own.set("rate", 2);
      return vm.runSync("failure(lambda: s.points)");
    });
    expect(seen).toBe("RuntimeError: Score record: it is being changed elsewhere");
    expect(record.read((own) => [own.get("points"), own.get("rate")])).toEqual([4, 2]);
    expect(() => record.read(() => record.set("points", 1))).toThrow(PythonRaise);
  });

  it("is let go when its script is stopped within the block", async () => {
    const vm = await world();
    const record = score.create();
    vm.globals.set("s", record);
    await expect(vm.run("with s.changing() as own:\n    while True: own.points += 1")).rejects.toThrow(/instructions/);
    record.set("points", 1);
    expect(await vm.run("s.points")).toBe(1);
  });
});
