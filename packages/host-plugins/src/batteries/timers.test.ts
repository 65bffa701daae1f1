// Timers call the script on the injected clock, one call at a time, and end with the plugin.
import { expect, it } from "vitest";
import { testClient } from "../../test/client.ts";
import { timers } from "./timers.ts";

const started = (options = {}) => testClient({ plugin: timers(options), grants: { timers: true } });

it("calls once, and again and again", async () => {
  const client = started();
  await client.run(`
import timers
calls = []
once = timers.after(2, lambda: calls.append("once"))
often = timers.every(1, lambda: calls.append("often"))
never = timers.after(1, lambda: calls.append("never"))
never.cancel()
never.cancel()
`);
  expect(await client.run("print(once.is_active, often.is_active, never.is_active)")).toBe("True True False\n");
  await client.platform.advance(2500);
  expect(await client.run("often.cancel()\nprint(*calls, once.is_active, often.is_active)")).toBe(
    "often once often False False\n",
  );
  await client.platform.advance(10_000);
  expect(await client.run("print(len(calls))")).toBe("3\n");
  await client.end();
});

it("is a decorator too, and takes coroutine functions and callable objects", async () => {
  const client = started();
  await client.run(`
import timers
calls = []
@timers.every(1)
async def tick():
    calls.append("tick")
    if len(calls) > 2: tick.cancel()
@timers.after(seconds=0.5)
class Later:
    def __init__(self): calls.append("class")
class Callable:
    def __call__(self): calls.append("object")
timers.after(0, Callable())
`);
  await client.platform.advance(60_000);
  expect(await client.run("print(*calls, type(tick).__name__)")).toBe("object class tick Timer\n");
  await client.end();
});

it("does not pile up calls, and counts from its start", async () => {
  const client = started();
  await client.run(`
import timers, time
calls = []
start = time.monotonic()
@timers.every(1)
async def slow():
    calls.append(round(time.monotonic() - start, 3))
    await timers.sleep(1.5 if len(calls) < 3 else 0)
`);
  await client.platform.advance(7_000);
  expect(await client.run("print(calls)")).toBe("[1.0, 3.0, 5.0, 6.0, 7.0]\n");
  await client.end();
});

it("reports a call that fails, and goes on", async () => {
  const client = started();
  await client.run("import timers\ntimers.every(1, lambda: 1 / 0)\ntimers.after(1, lambda x: x)");
  await client.platform.advance(2_000);
  expect(client.failures).toEqual([
    "timers.every: division by zero",
    "timers.after: <lambda>() missing 1 required positional argument: 'x'",
    "timers.every: division by zero",
  ]);
  await client.end();
});

it("sleeps", async () => {
  const client = started();
  await client.run("import timers, time\ndone = []");
  const run = client.vm.run("await timers.sleep(3)\ndone.append(1)");
  await client.platform.advance(2_999);
  expect(await client.run("print(done)")).toBe("[]\n");
  await client.platform.advance(1);
  await run;
  await client.end();
});

it("ends with the plugin: no timer is left, no call made", async () => {
  const client = started({ maximum: 3 });
  await client.run("import timers\ntimers.every(1, print)\ntimers.after(5, print)");
  const run = client.vm.run("await timers.sleep(9)").catch((error: Error) => error.name);
  await client.platform.advance(0);
  await client.end();
  expect(await run).toBe("ClosedError");
  const before = client.platform.monotonic();
  await client.platform.runUntilIdle();
  expect([client.platform.monotonic(), client.failures]).toEqual([before, []]);
});

it("has a maximum", async () => {
  const client = started({ maximum: 2 });
  const printed = await client.run(`
import timers
kept = [timers.after(1, print), timers.every(1, print)]
def attempt(call):
    try: call()
    except Exception as error: print(f"{type(error).__name__}: {error}")
attempt(lambda: timers.after(1, print))
attempt(lambda: timers.every(1)(print))
kept[1].cancel()
timers.after(1, print)
attempt(lambda: timers.after(1, print))
`);
  expect(printed).toBe("RuntimeError: a plugin may have 2 timers at a time\n".repeat(3));
  await client.platform.advance(1_000);
  await client.run("timers.after(1, print), timers.after(1, print)");
  await client.end();
});

it("refuses what is no time and no function", async () => {
  const client = started();
  const printed = await client.run(`
import timers
for seconds in -1, float("nan"), float("inf"):
    try: timers.after(seconds, print)
    except ValueError as error: print(error)
for seconds in 0, 1e-9:
    try: timers.every(seconds, print)
    except ValueError as error: print(error)
for call in lambda: timers.after(1, 2), lambda: timers.every("1"), lambda: timers.every(1)(None), timers.Timer:
    try: call()
    except TypeError as error: print(error)
ready = timers.after(1)
print(ready.is_active, ready(len) is ready, ready.is_active)
try: ready(print)
except RuntimeError as error: print(error)
try: await timers.sleep(-1)
except ValueError as error: print(error)
`);
  expect(printed).toBe(
    [
      ...new Array<string>(3).fill("seconds must be a number from 0"),
      "seconds must be at least 0.001",
      "seconds must be at least 0.001",
      "after() argument 'function' must be Callable[..., Any] | None, not int",
      "every() argument 'seconds' must be float, not str",
      "Timer.__call__() argument 'function' must be Callable[..., Any], not NoneType",
      "cannot create 'Timer' instances",
      "False True True",
      "the timer has its function already",
      "seconds must be a number from 0\n",
    ].join("\n"),
  );
  await client.end();
});

it("needs its permission: revoked, timers end", async () => {
  const client = started();
  await client.run(
    "import timers\ncalls = []\nticker = timers.every(1, lambda: calls.append(1))\ntimers.after(2, calls.clear)",
  );
  await client.platform.advance(1_000);
  client.grants.clear();
  await client.platform.advance(5_000);
  expect(await client.run("print(calls, ticker.is_active)")).toBe("[1] False\n");
  for (const call of ["timers.after(1, print)", "timers.every(1)", "await timers.sleep(0)"]) {
    await expect(client.run(call)).rejects.toMatchObject({ type: "PermissionError" });
  }
  await client.end();
});
