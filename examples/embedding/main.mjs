// A host with a native module: a script that uses its class, a second one that a limit stops, a third in another thread,
// and a clean end.
import { createVM, LimitError } from "@krait/core";
import { createWorkerVM } from "@krait/core/node";
import { arena, scoreClass, Unit } from "./arena.mjs";

const stdout = (text) => process.stdout.write(text);
const score = scoreClass.create();

const vm = createVM({ name: "arena", modules: [arena], stdout, limits: { activeTimeMs: 200 } });
vm.globals.set("score", score);

// The host gives a unit, the script makes one, and both are the same kind of object to either.
const ada = new Unit("hero", 30);
vm.globals.set("ada", ada);
const loser = await vm.run(`
from arena import Unit

orc = Unit("orc", health=12)
while orc.hit(ada, 2) and ada.hit(orc, 5):
    print(ada, orc)
with score.changing() as own:
    own.wins += 1
    own.damage += 12
orc
`);
console.log("the host sees", loser instanceof Unit, loser.kind, loser.health, "and", ada.health);

// A mistake of a plugin's author is told in Python's words.
await vm.run("ada.hit('orc')").catch((error) => console.log(`${error.type}: ${error.message}`));

// An endless script is stopped, whatever it catches; the VM goes on.
try {
  await vm.run("while True:\n    try:\n        ada.hit(orc, 0)\n    except BaseException:\n        pass");
} catch (error) {
  if (!(error instanceof LimitError)) throw error;
  console.log("stopped at the limit", error.limit);
}
console.log("still here:", await vm.run("ada.kind"));

// The same module in another thread; the record is the same memory in both.
const worker = createWorkerVM({ name: "far", modules: [new URL("arena.mjs", import.meta.url)], stdout });
await worker.globals.set("score", score);
await worker.run("with score.changing() as own:\n    own.wins += 1\nprint('wins, in the worker:', score.wins)");
console.log("wins, in the host:", score.get("wins"));

await Promise.all([vm.close(), worker.close()]);
console.log("both VMs are", vm.state);
