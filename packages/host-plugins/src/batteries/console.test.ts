// Scripts log as they print, when they may.
import { expect, it } from "vitest";
import { testClient } from "../../test/client.ts";
import { console } from "./console.ts";

it("logs values as print shows them", async () => {
  const client = testClient({ plugin: console(), grants: { console: true } });
  await client.run(`
import console
class Unit:
    def __str__(self): return "<unit>"
    def __repr__(self): return "unit()"
console.debug()
console.info("plain", "text")
console.warning("many", 1, 1.0, None, True, 2**70, [Unit(), "a"], Unit(), b"x")
map, str = "a map", None
def plain(): console.error(Unit())
plain()
`);
  expect(client.logged).toEqual([
    "debug: ",
    "info: plain text",
    "warning: many 1 1.0 None True 1180591620717411303424 [unit(), 'a'] <unit> b'x'",
    "error: <unit>",
  ]);
  await client.end();
});

it("logs text in calls that cannot wait", async () => {
  const client = testClient({ plugin: console(), grants: { console: true } });
  client.vm.runSync("import console\nconsole.info('a')");
  expect(client.logged).toEqual(["info: a"]);
  await client.end();
});

it("raises what showing a value raises, and logs nothing", async () => {
  const client = testClient({ plugin: console(), grants: { console: true } });
  const printed = await client.run(`
import console
class Bad:
    def __str__(self): return 1 / 0
try: console.info("a", Bad())
except ZeroDivisionError as error: print(error)
class Endless:
    def __str__(self): return str(self)
try: console.info(Endless())
except RecursionError as error: print("RecursionError")
`);
  expect([printed, client.logged]).toEqual(["division by zero\nRecursionError\n", []]);
  await client.end();
});

it("needs its permission at each call", async () => {
  const client = testClient({ plugin: console(), grants: { console: true } });
  await client.run("import console\nconsole.info('a')");
  client.grants.clear();
  await expect(client.run("console.info('b')")).rejects.toMatchObject({
    type: "PermissionError",
    message: "'shop' lacks the permission 'console'",
  });
  expect(client.logged).toEqual(["info: a"]);
  await client.end();
});
