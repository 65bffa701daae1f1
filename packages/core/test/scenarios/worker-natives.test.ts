// S3 and S4 for VMs in several threads: each imports the native modules itself, shared memory is what they have in common.
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createVM } from "../../src/index.ts";
import { createWorkerVM } from "../../src/node.ts";
import type { WorkerVM } from "../../src/worker.ts";
import { buildPrograms, type ThreadPrograms } from "../threads/bundle.ts";
import { RECORD_TRIES, tokenRounds } from "../threads/shared-scripts.ts";
import { pair, world } from "../threads/shared-world.ts";

let programs: ThreadPrograms;
const open: WorkerVM[] = [];

beforeAll(async () => {
  programs = await buildPrograms();
}, 60_000);
afterAll(() => programs.remove());
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close({ deadlineMs: 50 })));
});

function workers(
  count: number,
  modules: readonly (string | URL)[] = [pathToFileURL(programs.sharedWorld)],
): WorkerVM[] {
  const made = Array.from({ length: count }, () => createWorkerVM({ worker: programs.worker, modules }));
  open.push(...made);
  return made;
}

describe("S3 and S4 in worker threads", () => {
  it("S3.2 two workers, 500 rounds, two objects each: neither ever sees the other's", async () => {
    const [one, other] = workers(2) as [WorkerVM, WorkerVM];
    expect(await Promise.all([one.run(tokenRounds("one")), other.run(tokenRounds("other"))])).toEqual([0, 0]);
  });

  it("S4.5 ten workers try 100 times each to change one record: successes equal its value", async () => {
    const record = pair.create();
    const all = workers(10);
    await Promise.all(all.map((each) => each.globals.set("record", record)));
    const successes = await Promise.all(all.map((each) => each.run(RECORD_TRIES)));
    expect(successes.reduce((sum: number, each) => sum + (each as number), 0)).toBe(record.get("count"));
    // How many there are depends on how the threads meet.
    expect(record.get("count")).toBeGreaterThan(0);
  });

  it("S4.5 a million paired writes from two threads are never torn", async () => {
    const record = pair.create();
    const [one, other, reader] = workers(3) as [WorkerVM, WorkerVM, WorkerVM];
    await Promise.all([one, other, reader].map((each) => each.globals.set("record", record)));
    await Promise.all([one, other, reader].map((each) => each.run("import world")));
    const [, , torn] = await Promise.all([
      one.run("world.write(record, 500_000, 1.0)"),
      other.run("world.write(record, 500_000, -1.0)"),
      reader.run("world.torn(record, 200_000)"),
    ]);
    expect(torn).toBe(0);
    expect(Math.abs(record.get("first") as number)).toBe(500_000);
    expect(record.get("second")).toBe(record.get("first"));
  });

  it("S4.6 a record of a class that a VM does not know is refused; one that comes back is its memory", async () => {
    const record = pair.create();
    const [own] = workers(1) as [WorkerVM];
    const bare = createWorkerVM({ worker: programs.worker });
    open.push(bare);
    await own.globals.set("record", record);
    const memory = (await own.run("record.count = 3\nrecord")) as SharedArrayBuffer;
    expect(pair.open(memory).get("count")).toBe(3);
    expect(record.get("count")).toBe(3);
    await expect(bare.globals.set("record", record)).rejects.toThrow("SharedArrayBuffer has no Python counterpart");
    const main = createVM({ modules: [world] });
    main.globals.set("record", await own.globals.get("record"));
    expect(await main.run("record.count")).toBe(3);
    await main.close();
  });

  it("a program that cannot be imported, or exports no module, is named", async () => {
    const [missing, wrong] = [
      ...workers(1, ["file:///nowhere.mjs"]),
      ...workers(1, [pathToFileURL(programs.interrupter)]),
    ];
    await expect(missing?.run("1")).rejects.toThrow(/nowhere\.mjs/);
    await expect(wrong?.run("1")).rejects.toThrow();
    expect(() => createWorkerVM({ modules: [world as never] })).toThrow(
      "createWorkerVM: option 'modules' must be an array of addresses of programs",
    );
  });
});
