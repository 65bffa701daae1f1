// What the test has a page do with VMs of its main thread; each check answers plain data.
import {
  arg,
  asyncFunction,
  createVM,
  keyword,
  LimitError,
  NativeClass,
  nativeFunction,
  nativeModule,
  t,
  type VMLimits,
} from "@krait/core";
import { ticks } from "../../../../tools/browser/event-loop.ts";
import { failure, told } from "./failure.ts";

const SPIN = "cleaned = False\ntry:\n    while True: pass\nfinally:\n    cleaned = True";
/** No interrupt ends it. */
export const STUBBORN = "while True:\n    try:\n        while True: pass\n    except BaseException: pass";

async function interrupted(): Promise<unknown> {
  await using vm = createVM();
  const running = failure(vm.run(SPIN));
  await ticks(10);
  const state = vm.state;
  const found = vm.interrupt("enough");
  return [state, found, await running, await vm.run("cleaned"), await vm.run("1 + 1"), vm.interrupt()];
}

async function terminated(): Promise<unknown> {
  await using vm = createVM();
  const running = failure(vm.run(STUBBORN));
  await ticks(3);
  vm.interrupt();
  await ticks(3);
  const state = vm.state;
  vm.terminate("for good");
  return [state, await running, await vm.run("1 + 1")];
}

async function woken(): Promise<unknown> {
  await using vm = createVM();
  vm.globals.set("never", () => new Promise(() => {}));
  await vm.run("import time");
  const answers: string[] = [];
  for (const source of ["time.sleep(600)", "await never()"]) {
    const waiting = failure(vm.run(source));
    while (vm.state !== "parked") await ticks(1);
    vm.interrupt("wake");
    answers.push(await waiting);
  }
  return answers;
}

async function undisturbed(): Promise<unknown> {
  await using zero = createVM();
  await using one = createVM();
  const sum = zero.run("total = 0\nfor n in range(200000): total += n\ntotal");
  const spinning = failure(one.run("while True: pass"));
  await ticks(2);
  one.interrupt();
  return [await sum, await spinning];
}

/** Each limit with a script that passes it. */
const PASSED: readonly (readonly [VMLimits, string])[] = [
  [{ instructions: 10_000 }, "while True: pass"],
  [{ activeTimeMs: 5 }, "while True: pass"],
  [{ wallTimeMs: 20 }, "await never()"],
  [{ memoryBytes: 4_000_000 }, "x = []\nwhile True: x.append([0] * 1000)"],
  [{ outputBytes: 1_000 }, "while True: print('flood')"],
];

async function limited(): Promise<unknown> {
  const names: string[] = [];
  for (const [limits, source] of PASSED) {
    await using vm = createVM({ limits, stdout: () => {} });
    vm.globals.set("never", () => new Promise(() => {}));
    await vm.run(source).then(
      () => names.push("no failure"),
      (error: unknown) => names.push(error instanceof LimitError ? error.limit : told(error)),
    );
    if (vm.state !== "ready") names.push("of no use any more");
  }
  await using vm = createVM({ limits: { recursionDepth: 200, integerBits: 1_000, stringLength: 1_000 } });
  for (const source of ["def f(): f()\nf()", "1 << 2_000", "x = 'x'\nx * 2_000"]) {
    names.push((await failure(vm.run(source))).replace(/:.*/, ""));
  }
  return names;
}

async function thousand(): Promise<unknown> {
  const vms = Array.from({ length: 1_000 }, (_, n) => {
    const vm = createVM({ seed: n });
    vm.globals.set("own", n);
    return vm;
  });
  const sum = (await Promise.all(vms.map((vm) => vm.run("own += 1\nown")))) as number[];
  await Promise.all(vms.map((vm) => vm.close()));
  return [sum.reduce((total, each) => total + each, 0), new Set(vms.map((vm) => vm.state)).size, vms[0]?.state];
}

class Account {
  balance = 0;
}

const account = new NativeClass<Account>("Account", { payload: Account, doc: "What a player has." })
  .construct({
    parameters: [arg("balance", t.int, 0)],
    create: (balance) => Object.assign(new Account(), { balance }),
  })
  .property("balance", { type: t.int, get: ({ balance }) => balance })
  .method("pay", {
    parameters: [arg("amount", t.int)],
    returns: t.int,
    borrow: "exclusive",
    call(own, amount) {
      own.balance += amount;
      return own.balance;
    },
  });

const bank = nativeModule({
  name: "bank",
  constants: { RATE: [t.float, 2] },
  classes: [account],
  functions: {
    scale: nativeFunction({
      parameters: [arg("n", t.float), keyword("by", t.float, 2)],
      returns: t.float,
      call: (n, by) => n * by,
    }),
    stock: asyncFunction({
      parameters: [arg("name", t.str)],
      returns: t.dict(t.int),
      call: async (name) => (await (await fetch(`/${name}.json`)).json()) as Record<string, number>,
    }),
    fail: nativeFunction({
      returns: t.none,
      call: () => {
        throw new DOMException("not here", "NotSupportedError");
      },
    }),
  },
});

async function native(): Promise<unknown> {
  await using vm = createVM({ modules: [bank] });
  return await vm.run(`
import bank
def failure(f, *args):
    try:
        return f(*args)
    except Exception as error:
        return type(error).__name__ + ": " + str(error)
class Rich(bank.Account):
    def pay(self, amount): return super().pay(amount * 10)
rich = Rich(5)
[
    repr(bank.RATE), repr(bank.scale(3)), bank.scale(n=1.5, by=3),
    failure(bank.scale, "x"), failure(lambda: bank.scale(1, bye=2)), failure(bank.fail),
    rich.pay(2), rich.balance, isinstance(rich, bank.Account), failure(rich.pay, 1.5),
    failure(lambda: rich.constructor), failure(lambda: rich.__proto__),
    await bank.stock("stock"),
]`);
}

/** What is loaded when a script asks for it comes over the network here. */
async function library(): Promise<unknown> {
  await using vm = createVM();
  return await vm.run(`
import collections, functools, heapq, itertools, json, math, random, time, typing, weakref
[json.dumps({"a": [1, None]}), collections.Counter("abca").most_common(1), math.comb(5, 2), "\\N{BULLET}"]`);
}

/** What the engine tells of values that only a page has. */
async function values(): Promise<unknown> {
  await using vm = createVM();
  const { document } = globalThis as unknown as { document: { body: object } };
  const answers: unknown[] = [];
  for (const value of [new Uint8Array([1, 2]), 2n ** 70n, document.body]) {
    try {
      vm.globals.set("value", value);
      answers.push(await vm.run("repr(value)"));
    } catch (error) {
      answers.push(told(error));
    }
  }
  const controller = new AbortController();
  const waiting = failure(vm.run("while True: pass", { signal: controller.signal }));
  await ticks(1);
  controller.abort("the page was left");
  return [...answers, await waiting];
}

export const mainThreadChecks = {
  interrupted,
  terminated,
  woken,
  undisturbed,
  limited,
  thousand,
  native,
  library,
  values,
} satisfies Record<string, () => Promise<unknown>>;
