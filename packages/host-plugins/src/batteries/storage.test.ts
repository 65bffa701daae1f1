// Scripts keep data over the ends of their VMs, within their quota, and learn what went wrong.
import { expect, it } from "vitest";
import { testClient } from "../../test/client.ts";
import { openStorage } from "../storage/open-storage.ts";
import { memoryStorage, type MemoryStorage } from "../storage/storage-backend.ts";
import { storage } from "./storage.ts";

function client(backend: MemoryStorage = memoryStorage(), quota = 1000) {
  return testClient({
    plugin: storage(),
    grants: { storage: quota },
    storage: openStorage({ id: "shop", backend, quota: () => quota, version: 1 }),
  });
}

it("keeps data for the next run, in both forms", async () => {
  const backend = memoryStorage();
  const first = client(backend);
  const printed = await first.run(`
import storage
def plain():
    storage.set("state", {"gold": 2**70, "rate": -0.0, "nan": float("nan"), "raw": b"\\x00\\xff", "list": (1, None, True)})
    return storage.get("missing"), storage.get("missing", 5), storage.get("missing", default=[])
print(plain())
await storage.set_async("other", 1.5)
print(await storage.get_async("other"), storage.keys(), await storage.keys_async(), storage.size() > 50)
print(storage.delete("other"), await storage.delete_async("other"), await storage.size_async() == storage.size())
`);
  expect(printed).toBe("(None, 5, [])\n1.5 ['other', 'state'] ['other', 'state'] True\nTrue False True\n");
  await first.end();
  const second = client(backend);
  expect(await second.run("import storage\nprint(storage.get('state'))")).toBe(
    "{'gold': 1180591620717411303424, 'rate': -0.0, 'nan': nan, 'raw': b'\\x00\\xff', 'list': [1, None, True]}\n",
  );
  await second.end();
});

it("takes data alone", async () => {
  const vm = client();
  const printed = await vm.run(`
import storage
class Unit: pass
loop = []
loop.append(loop)
deep = 0
for _ in range(150): deep = [deep]
for value in Unit(), print, {1: 2}, {1, 2}, {"a": [Unit()]}, loop, deep, Unit, (x for x in ()), ValueError("a"):
    try: storage.set("a", value)
    except TypeError as error: print(str(error).replace("[0]", ""))
try: storage.set(1, 2)
except TypeError as error: print(error)
print(storage.keys())
`);
  expect(printed.split("\n").slice(0, -1)).toEqual([
    "value: an object of class PythonObject is no data",
    "value: a function is no data",
    "value: a dict with keys that are not str is no data",
    "value: a set is no data",
    "value.a: an object of class PythonObject is no data",
    "value: nested deeper than 100 levels, or within itself",
    "value: nested deeper than 100 levels, or within itself",
    "value: a function is no data",
    "value: an object of class PythonObject is no data",
    "value: an object of class PythonError is no data",
    "set() argument 'key' must be str, not int",
    "[]",
  ]);
  await vm.end();
});

it("stops at its quota, whatever the data", async () => {
  const vm = client(memoryStorage(), 100);
  const printed = await vm.run(`
import storage
storage.set("a", "x" * 50)
bomb = ["x" * 10]
for _ in range(60): bomb = [bomb, bomb]
for key, value in ("b", "y" * 50), ("c", "z" * 100_000), ("d", bomb), ("e" * 200, 1), ("f", b"x" * 100):
    try: storage.set(key, value)
    except OSError as error: print(error)
print(storage.keys(), storage.size())
`);
  expect(printed.split("\n").slice(0, -1)).toEqual([
    "with 'b' all takes 114 bytes, and 'shop' may store 100 bytes",
    "'c' takes at least 100000 bytes, and 'shop' may store 100 bytes",
    expect.stringMatching(/^'d' takes at least 1\d\d bytes, and 'shop' may store 100 bytes$/),
    expect.stringMatching(/^with 'e{60}\.\.\.' all takes 262 bytes, and 'shop' may store 100 bytes$/),
    expect.stringMatching(/^'f' takes at least 1\d\d bytes, and 'shop' may store 100 bytes$/),
    "['a'] 57",
  ]);
  await vm.end();
});

it("tells of a damaged storage once, and goes on with none", async () => {
  const backend = memoryStorage([["shop", "{"]]);
  const vm = client(backend);
  const printed = await vm.run(`
import storage
try: storage.get("a")
except OSError as error: print(error)
storage.set("a", 1)
print(storage.get("a"))
`);
  expect(printed).toMatch(/^the storage of 'shop' is damaged \(.*\); it was kept as 'shop.damaged-1', .*\n1\n$/);
  expect(backend.texts.get("shop.damaged-1")).toBe("{");
  await vm.end();
});

it("tells of a backend that fails", async () => {
  const backend = memoryStorage();
  const vm = client({ ...backend, write: () => Promise.reject(new Error("the disk is full")) });
  await expect(vm.run("import storage\nstorage.set('a', 1)")).rejects.toMatchObject({
    type: "RuntimeError",
    message: "Error: the disk is full",
  });
  expect(await vm.run("print(storage.keys())")).toBe("[]\n");
  await vm.end();
});

it("needs its permission at each call", async () => {
  const vm = client();
  await vm.run("import storage\nstorage.set('a', 1)");
  vm.grants.clear();
  for (const call of ["storage.get('a')", "await storage.set_async('a', 1)", "storage.keys()", "storage.delete('a')"]) {
    await expect(vm.run(call)).rejects.toMatchObject({ type: "PermissionError" });
  }
  await vm.end();
});
