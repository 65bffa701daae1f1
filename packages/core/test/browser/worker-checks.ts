// What the test has a page do with VMs in Web Workers; each check answers plain data.
import { createVM, keywords } from "@krait/core";
import { createWorkerVM } from "@krait/core/web";
import type { WorkerVM } from "@krait/core/worker";
import { RECORD_TRIES, tokenRounds } from "../threads/shared-scripts.ts";
import { pair, world } from "../threads/shared-world.ts";
import { ticks } from "../../../../tools/browser/event-loop.ts";
import { failure, told } from "./failure.ts";
import type { Order } from "./interrupter.ts";
import { STUBBORN } from "./main-thread-checks.ts";

declare const Worker: {
  new (
    url: string,
    options: { readonly type: "module" },
  ): {
    postMessage(message: unknown, transfer: unknown[]): void;
    terminate(): void;
    addEventListener(type: "message", listener: () => void): void;
  };
};

declare const crossOriginIsolated: boolean;

const WORLD = new URL("shared-world.js", import.meta.url);

async function surface(): Promise<unknown> {
  let text = "";
  await using vm = createWorkerVM({
    name: "shop",
    stdout: (part) => {
      text += part;
    },
    loader: async (name) => (name === "shelf" ? { source: "books = 3", filename: "shelf.py" } : null),
    limits: { instructions: 200_000 },
  });
  await vm.globals.set("stock", { apples: [1, 2.5, 10n ** 30n], raw: new Uint8Array([1, 2]) });
  await vm.run(
    "import json, shelf\nprint('from', 'a worker')\nasync def count(what, *, by=1): return len(stock[what]) * by",
  );
  return [
    await vm.call("count", "apples", keywords({ by: 2 })),
    await vm.globals.get("stock"),
    await vm.eval("shelf.books, json.dumps([None])"),
    text,
    await failure(vm.run("1 / 0")),
    await failure(vm.run("while True: pass")),
    await failure(vm.run("object()")),
    (await vm.stats()).entries,
  ];
}

async function responsive(): Promise<unknown> {
  const main = createVM({ name: "main" });
  await main.run("me = 'main'");
  await using worker = createWorkerVM({ name: "worker" });
  const sleeping = worker.run("import time\nme = 'worker'\ntime.sleep(0.3)\nme");
  const spinning = createWorkerVM({ name: "spinning" });
  const spun = failure(spinning.run("while True: pass"));
  const seen = new Set<unknown>();
  for (let n = 0; n < 5; n++) {
    await ticks(1);
    seen.add(await main.run("me"));
  }
  main.globals.set("result", await sleeping);
  const answer = [[...seen], await main.run("me, result")];
  await spinning.close({ deadlineMs: 100 });
  await main.close();
  return [...answer, await spun];
}

async function stopped(): Promise<unknown> {
  await using vm = createWorkerVM();
  const { isShared } = await vm.interruptHandle();
  const running = vm.run("try:\n    while True: pass\nexcept KeyboardInterrupt as e:\n    seen = str(e)\nseen");
  // Both are asked for while the first runs.
  const waiting = failure(vm.run("while True: pass"));
  const found = await vm.interrupt("at once");
  const answers = [await running, (await waiting).replace(/:.*/, "")];
  const stubborn = failure(vm.run(STUBBORN));
  await vm.terminate("for good");
  answers.push((await stubborn).replace(/:.*/, ""), await vm.run("1 + 1"));
  const sleeping = failure(vm.run("import time\ntime.sleep(600)"));
  while ((await vm.stats()).state !== "parked") await ticks(1);
  await vm.interrupt("wake");
  return [isShared, found, ...answers, await sleeping];
}

async function closed(): Promise<unknown> {
  let text = "";
  const vm = createWorkerVM({
    name: "shop",
    stdout: (part) => {
      text += part;
    },
  });
  const busy = failure(vm.run("try:\n    while True: pass\nfinally:\n    print('tidy')"));
  await vm.stats();
  const closing = vm.close({ deadlineMs: 10_000 });
  const refused = failure(vm.run("1"));
  const isOne = vm.close() === closing;
  await closing;
  const stubborn = createWorkerVM({ name: "stubborn" });
  const stuck = failure(stubborn.run(STUBBORN));
  await stubborn.stats();
  await stubborn.close({ deadlineMs: 20 });
  return [await busy, await refused, isOne, text, vm.state, await stuck];
}

async function lost(): Promise<unknown> {
  const missing = createWorkerVM({ name: "missing", worker: "nowhere.js" });
  const own = new Worker("web-worker.js", { type: "module" });
  await using started = createWorkerVM({ worker: () => own as never });
  const wrong = createWorkerVM({ name: "wrong", modules: [new URL("nowhere.js", import.meta.url)] });
  const answers = [
    await failure(missing.run("1")),
    await started.run("1 + 1"),
    (await failure(wrong.run("1"))).replace(/http.*nowhere/, "nowhere"),
  ];
  await Promise.all([missing.close(), wrong.close()]);
  return answers;
}

async function fromAnotherThread(): Promise<unknown> {
  await using vm = createVM();
  const worker = new Worker("interrupter.js", { type: "module" });
  const flags = crossOriginIsolated ? new Int32Array(new SharedArrayBuffer(4)) : null;
  const { data, transfer } = vm.interruptHandle();
  worker.postMessage({ handle: data, flags, reason: "from a worker" } satisfies Order, transfer);
  await new Promise<void>((resolve) => worker.addEventListener("message", resolve));
  try {
    if (flags === null) return await failure(vm.run("while True: pass"));
    vm.globals.set("ready", () => {
      Atomics.store(flags, 0, 1);
      Atomics.notify(flags, 0);
    });
    // The page's thread is blocked meanwhile: shared memory alone reaches it.
    return vm.runSync("ready()\nwhile True: pass");
  } catch (error) {
    return told(error);
  } finally {
    worker.terminate();
  }
}

function workers(count: number): WorkerVM[] {
  return Array.from({ length: count }, () => createWorkerVM({ modules: [WORLD] }));
}

async function pooled(): Promise<unknown> {
  const two = workers(2);
  const answers = await Promise.all(two.map((vm, at) => vm.run(tokenRounds(`worker ${at}`))));
  await Promise.all(two.map((vm) => vm.close()));
  return answers;
}

async function recordShared(): Promise<unknown> {
  const record = pair.create();
  await using main = createVM({ modules: [world] });
  const others = workers(2);
  main.globals.set("record", record);
  await Promise.all(others.map((vm) => vm.globals.set("record", record)));
  const successes = (await Promise.all([main, ...others].map((vm) => vm.run(RECORD_TRIES)))) as number[];
  const count = record.get("count") as number;
  const [first] = others as [WorkerVM];
  const memory = (await first.run("record.first = 2.5\nrecord")) as SharedArrayBuffer;
  const again = [pair.open(memory).get("first"), await main.run("record.first")];
  await using bare = createWorkerVM();
  const refused = await failure(bare.globals.set("record", record));
  await Promise.all(others.map((vm) => vm.close()));
  return [successes.reduce((sum, each) => sum + each, 0) === count, count > 0, ...again, refused];
}

/** Without shared memory there are no records; all else of their module works. */
async function recordRefused(): Promise<unknown> {
  await using main = createVM({ modules: [world] });
  const answers: unknown[] = [];
  try {
    pair.create();
  } catch (error) {
    answers.push(told(error));
  }
  try {
    pair.open(new ArrayBuffer(8) as never);
  } catch (error) {
    answers.push(told(error));
  }
  answers.push(await failure(main.run("import world\nworld.Pair()")));
  await using worker = createWorkerVM({ modules: [WORLD] });
  answers.push(await failure(worker.run("import world\nworld.Pair()")));
  return [...answers, await worker.run("world.Token('own').owner")];
}

export const workerChecks = {
  surface,
  responsive,
  stopped,
  closed,
  lost,
  fromAnotherThread,
  pooled,
  recordShared,
  recordRefused,
} satisfies Record<string, () => Promise<unknown>>;
