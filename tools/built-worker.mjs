// Uses the built WorkerVM as a host does, through ESM and through CommonJS; ends by itself although one VM is left open.
import { createRequire } from "node:module";
import * as core from "@krait/core";
import * as node from "@krait/core/node";
import * as worker from "@krait/core/worker";

const require = createRequire(import.meta.url);
const doors = [
  { system: "ESM", core, node, worker },
  {
    system: "CommonJS",
    core: require("@krait/core"),
    node: require("@krait/core/node"),
    worker: require("@krait/core/worker"),
  },
];

// Fires only if something keeps the process alive.
setTimeout(() => fail("an idle WorkerVM keeps the process alive"), 20_000).unref();

function fail(message) {
  console.error(message);
  process.exit(1);
}

for (const { system, core, node, worker } of doors) {
  let text = "";
  const vm = node.createWorkerVM({ stdout: (part) => (text += part) });
  if (!(vm instanceof worker.WorkerVM)) fail(`${system}: there are two classes WorkerVM`);
  const value = await vm.run("import json\nprint('from the worker')\njson.loads('[1, 2]')");
  if (String(value) !== "1,2" || text !== "from the worker\n") fail(`${system}: it gave ${value} and wrote ${text}`);
  const running = vm.run("while True: pass").catch((error) => error);
  await vm.interrupt("enough");
  const error = await running;
  if (!(error instanceof core.PythonError) || error.message !== "enough") fail(`${system}: it ended with ${error}`);
  await vm.close();
  await node.createWorkerVM().run("1");
}
