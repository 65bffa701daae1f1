// Asynchronous generators whose cleanup awaits the host, closed all at once: by a script, by asyncio.run, by their VM.
import { describe, expect, it } from "vitest";
import { type AsyncVM, asyncVM } from "../async-vm.ts";

const ITEMS = `
import asyncio
async def items(n):
    try:
        yield n
        yield n + 1
    finally:
        print(f"closing {n}")
        print(f"closed {await save(30 - 10 * n)}")
async def begun():
    generators = [items(n) for n in range(3)]
    for each in generators: await anext(each)
    return generators
`;
const LOG = ["closing 0", "closing 1", "closing 2", "closed 10", "closed 20", "closed 30"];

/** `save(ms)` takes that long. */
function savingVM(): AsyncVM {
  const own = asyncVM();
  const { vm, platform } = own;
  const save = (ms: number): Promise<number> => new Promise((resolve) => platform.timer(ms, () => resolve(ms)));
  vm.globals.set("save", save);
  return own;
}

describe("asynchronous generators whose cleanup awaits the host", () => {
  it("are closed at once by gather(), and by wait() of tasks", async () => {
    const { log, run } = savingVM();
    await run(ITEMS);
    expect(await run("await asyncio.gather(*[each.aclose() for each in await begun()])")).toEqual([null, null, null]);
    expect(log.splice(0)).toEqual(LOG);
    const source = `
tasks = [asyncio.ensure_future(each.aclose()) for each in await begun()]
done, pending = await asyncio.wait(tasks)
[len(done), len(pending), "coro=<<async_generator_athrow without __name__>()>" in repr(tasks[0])]`;
    expect(await run(source)).toEqual([3, 0, true]);
    expect(log).toEqual(LOG);
  });

  it("are closed at once when asyncio.run ends; the exception handler is told of those that fail", async () => {
    const { log, warnings, run } = savingVM();
    await run(`${ITEMS}
async def fails():
    try: yield 1
    finally: raise ValueError(await save(1))
async def main():
    held.extend(await begun())
    held.append(fails())
    await anext(held[-1])
held = []
asyncio.run(main())`);
    expect(log.slice(0, 6)).toEqual(LOG);
    expect(
      warnings.map(({ message }) =>
        message
          .replace(/ at 0x\w+/gu, "")
          .split("\n")
          .slice(0, 2),
      ),
    ).toEqual([
      [
        "an error occurred during closing of asynchronous generator <async_generator object fails>",
        "asyncgen: <async_generator object fails>",
      ],
    ]);
  });

  it("are closed at once when the VM closes", async () => {
    const { log, run, close } = savingVM();
    await run(`${ITEMS}\nheld = await begun()`);
    const report = await close();
    expect(log.filter((line) => line.startsWith("clos"))).toEqual(LOG);
    expect(report.forced).toEqual([]);
  });
});
