// The script of the schedule explorer: what `busy` does is drawn from numbers that the schedule gives.

/** What the script uses of the whole asyncio, in few lines over its natives: importing the whole one takes a hundred ms. */
const LEAN = `
import _asyncio
class asyncio:
    CancelledError = _asyncio.CancelledError
    get_running_loop = _asyncio.get_running_loop
    def create_task(coro): return _asyncio.Task(coro, loop=_asyncio.get_running_loop())
    async def sleep(delay):
        if delay > 0: await _asyncio._timer(delay, None)
        else: await _asyncio._turn
    async def gather(*coros, return_exceptions):
        for task in [asyncio.create_task(coro) for coro in coros]:
            try: await task
            except Exception:
                if not return_exceptions: raise
    def run(coro):
        loop = _asyncio.LoopBase()
        task = _asyncio.Task(coro, loop=loop)
        task.add_done_callback(lambda task: loop.stop())
        try: loop.run_forever()
        except KeyboardInterrupt:
            task.cancel()
            loop.run_forever()
            raise
        finally: loop.close()
        return task.result()
`;

const ITEMS = `
async def items(n):
    try:
        for i in range(3):
            yield i
            await asyncio.sleep(pick(n, 3) / 1000)
    finally:
        if n % 2: await asyncio.sleep(0.001)
`;

const MESSAGE = `
def message(n):
    if n == 3: close()
    return n
`;

/** What `busy` may do; a schedule has some of them, so that its script is soon compiled. */
const KINDS: readonly string[] = [
  "await asyncio.sleep(pick(n + 1, 50) / 1000)",
  "await ask(pick(n + 2, 3))",
  "await asyncio.gather(busy(n + 3, depth - 1), busy(n + 5, depth - 1), return_exceptions=n % 2 == 0)",
  "\n            async for item in items(n): break",
  "\n            for _ in range(pick(n, 40)): await asyncio.sleep(0)",
  "await asyncio.create_task(busy(n + 7, depth - 1))",
  "sum(range(pick(n, 500)))",
  "asyncio.get_running_loop().call_later(pick(n, 20) / 1000, print, 'later', n)",
  "asyncio.get_running_loop().call_soon(print, 'soon', n)",
  "\n            listen(message)\n            await asyncio.sleep(0.002)",
];

const ENDS: readonly string[] = [
  "if n % 5 == 0: await asyncio.sleep(0.003)",
  "if n % 5 == 1: await ask(0)",
  "if n % 5 == 2: asyncio.create_task(busy(n + 1, 0))",
];

/** The script, with the whole asyncio when `isWhole`; three kinds of work are drawn. */
export function workload(isWhole: boolean, choose: (below: number) => number): string {
  const kinds = [0, 1, 2].map(() => KINDS[choose(KINDS.length)] as string);
  const text = `
def pick(n, k): return (n * 2654435761 >> 5) % k
async def busy(n, depth):
    kind = pick(n, 3) if depth else -1
    try:
${kinds.map((each, at) => `        ${at === 0 ? "if" : "elif"} kind == ${at}: ${each}`).join("\n")}
        else: await asyncio.sleep(0)
    except asyncio.CancelledError:
        if n % 7 == 0: return
        raise
    except Exception: pass
    finally:
        ${ENDS[choose(ENDS.length)] as string}
def start(n):
    task = asyncio.create_task(busy(n, 2))
    task.add_done_callback(lambda task: print("done", n))
def sync(n):
    import time
    try: time.sleep(n / 100)
    finally: print("slept", n)
import atexit
atexit.register(print, "atexit")
`;
  const has = (name: string): boolean => text.includes(name);
  const parts = [isWhole ? "import asyncio" : LEAN, has("items(") ? ITEMS : "", has("message") ? MESSAGE : ""];
  return parts.join("\n") + text;
}
