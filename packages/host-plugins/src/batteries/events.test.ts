// Scripts hear and emit the events that they may, by value, and no more once they have ended.
import { expect, it } from "vitest";
import { testClient } from "../../test/client.ts";
import { events } from "./events.ts";

const listening = (options = {}, grant: readonly string[] = ["*"]) =>
  testClient({ plugin: events(options), grants: { events: grant } });

it("calls handlers with the data of events", async () => {
  const client = listening();
  await client.run(`
import events
heard = []
on = events.on("tick", lambda data: heard.append(("on", data)))
once = events.once("tick", lambda data: heard.append(("once", data)))
@events.on("tick")
@events.on("tock")
async def both(data):
    heard.append(("both", data["n"]))
later = events.once("tock")
@later
def first(data): heard.append(("first", data["n"]))
`);
  client.emit("tick", { n: 1 });
  await client.platform.advance(0);
  client.emit("tock", { n: 2 });
  client.emit("tock", { n: 3 });
  await client.platform.advance(0);
  const printed = await client.run(`
print(*sorted(heard, key=str), sep="\\n")
print(callable(both), both.__name__, on.is_active, once.is_active, type(on).__name__)
print(later.is_active)
try: later(print)
except RuntimeError as error: print(error)
on.cancel()
on.cancel()
heard.clear()
`);
  expect(printed.split("\n").slice(0, -1)).toEqual([
    "('both', 1)",
    "('both', 2)",
    "('both', 3)",
    "('first', 2)",
    "('on', {'n': 1})",
    "('once', {'n': 1})",
    "True both True False Subscription",
    "False",
    "the subscription has its handler already",
  ]);
  client.emit("tick", { n: 4 });
  await client.platform.advance(0);
  expect(await client.run("print(heard)")).toBe("[('both', 4)]\n");
  await client.end();
});

it("emits, and waits", async () => {
  const client = listening();
  const run = client.vm.run(`
import events
events.emit("started")
events.emit(name="state", data={"gold": 2**70, "raw": b"a", "many": (1, None)})
reply = await events.wait("reply")
reply["price"]
`);
  await client.platform.advance(0);
  client.emit("other", 1);
  client.emit("reply", { price: 1.5 });
  client.emit("reply", { price: 2 });
  await client.platform.advance(0);
  expect(await run).toBe(1.5);
  expect(client.emitted.slice(0, 2)).toEqual([
    ["started", null],
    ["state", Object.assign(Object.create(null), { gold: 2n ** 70n, raw: new Uint8Array([97]), many: [1, null] })],
  ]);
  await expect(client.run("events.emit('a', print)")).rejects.toMatchObject({
    type: "TypeError",
    message: "data: it is no data",
  });
  await client.end();
});

it("needs the permission for each name, but for what begins with the plugin's own", async () => {
  const client = listening({}, ["battle.*", "tick"]);
  const printed = await client.run(`
import events
events.emit("shop.opened"), events.emit("battle.won"), events.emit("tick")
events.on("battle.won", print), events.once("tick", print)
def attempt(call):
    try: call()
    except PermissionError as error: print(error)
attempt(lambda: events.emit("other"))
attempt(lambda: events.emit("shop"))
attempt(lambda: events.emit("shopping.done"))
attempt(lambda: events.on("shop.opened", print))
attempt(lambda: events.on("battle."))
attempt(lambda: events.once("ticks", print))
try: await events.wait("other")
except PermissionError as error: print(error)
`);
  expect(printed.split("\n").slice(0, -1)).toEqual(
    ["other", "shop", "shopping.done", "shop.opened", "battle.", "ticks", "other"].map(
      (name) => `'shop' lacks the permission 'events' for ${name}`,
    ),
  );
  expect(client.emitted.map(([name]) => name)).toEqual(["shop.opened", "battle.won", "tick"]);
  await client.end();
});

it("tells nothing once the permission is revoked", async () => {
  const client = listening({}, ["tick", "tock"]);
  await client.run(`
import events
heard = []
tick, tock = events.on("tick", heard.append), events.on("tock", heard.append)`);
  const run = client.vm.run("await events.wait('tick')").catch((error: Error) => error.message);
  await client.platform.advance(0);
  client.grants.set("events", ["tock"]);
  client.emit("tick", 1);
  client.emit("tock", 2);
  await client.platform.advance(0);
  expect(await client.run("print(heard, tick.is_active, tock.is_active)")).toBe("[2] False True\n");
  expect(await run).toBe("'tick' may be heard no more");
  await client.end();
});

it("has a maximum of subscriptions and waits", async () => {
  const client = listening({ maximum: 2 });
  const printed = await client.run(`
import events
kept = [events.on("tick", print), events.once("tick", print)]
async def attempt(call):
    try: await events.wait("go") if call is None else call()
    except RuntimeError as error: print(error)
await attempt(lambda: events.once("tick", print))
await attempt(lambda: events.on("tick")(print))
await attempt(None)
kept[0].cancel()
events.on("tick", print)
`);
  expect(printed).toBe("a plugin may have 2 subscriptions at a time\n".repeat(3));
  await client.end();
});

it("reports handlers that fail, and ends with the plugin", async () => {
  const client = listening();
  await client.run("import events\nevents.on('tick', lambda data: 1 / 0)\nevents.on('tick', lambda: 1)");
  client.emit("tick");
  await client.platform.advance(0);
  expect(client.failures).toEqual([
    "event 'tick': division by zero",
    "event 'tick': <lambda>() takes 0 positional arguments but 1 was given",
  ]);
  const run = client.vm.run("await events.wait('never')").catch((error: Error) => error.name);
  await client.platform.advance(0);
  await client.end();
  client.emit("tick");
  client.emit("never");
  await client.platform.advance(0);
  expect([await run, client.failures.length]).toEqual(["ClosedError", 2]);
});

it("refuses what is no name and no handler", async () => {
  const client = listening();
  const printed = await client.run(`
import events
for call in lambda: events.on(1, print), lambda: events.on("a", 1), lambda: events.on("a")("b"), lambda: events.emit(None):
    try: call()
    except TypeError as error: print(error)
`);
  expect(printed.split("\n").slice(0, -1)).toEqual([
    "on() argument 'name' must be str, not int",
    "on() argument 'handler' must be Callable[..., Any] | None, not int",
    "Subscription.__call__() argument 'handler' must be Callable[..., Any], not str",
    "emit() argument 'name' must be str, not NoneType",
  ]);
  await client.end();
});
