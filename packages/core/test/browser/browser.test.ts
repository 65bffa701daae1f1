// The built bundle in a real browser: VMs on a page's main thread and in Web Workers, with shared memory and without.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BuiltSite } from "../../../../tools/browser/built-site.ts";
import { findChromium, launchChromium } from "../../../../tools/browser/chromium.ts";
import { askPage, type OpenPage, openPage } from "../../../../tools/browser/open-page.ts";
import { ISOLATED } from "../../../../tools/browser/site.ts";
import { buildSite } from "./build-site.ts";
import type { checks } from "./page.ts";

const executable = findChromium();

describe.skipIf(executable === null)("in Chromium", () => {
  let built: BuiltSite;
  let browser: Browser;
  const pages: Record<string, OpenPage> = {};

  beforeAll(async () => {
    [built, browser] = await Promise.all([buildSite(), launchChromium(executable as string)]);
    pages.isolated = await openPage(browser, built.folder, ISOLATED);
    pages.plain = await openPage(browser, built.folder);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    for (const { site } of Object.values(pages)) await site.close();
    built?.remove();
  });

  /** Have a page do something; answers what it tells. It must report nothing besides. */
  async function asked(kind: "isolated" | "plain", name: keyof typeof checks): Promise<unknown> {
    const opened = pages[kind] as OpenPage;
    const answer = await askPage(opened, name);
    expect(opened.errors.splice(0)).toEqual([]);
    return answer;
  }

  it("S2.1 a loop without end leaves the page its frames and timers, until it is interrupted", async () => {
    const outcome = "PythonError KeyboardInterrupt: enough";
    expect(await asked("plain", "interrupted")).toEqual(["running", true, outcome, true, 2, false]);
  });

  it("S2.3 what swallows interrupts is terminated", async () => {
    const outcome = expect.stringMatching(/^TerminatedError: script terminated at <string>:[34]: for good$/);
    expect(await asked("plain", "terminated")).toEqual(["running", outcome, 2]);
  });

  it("S2.4 an interrupt wakes what waits for time or for a Promise", async () => {
    const outcome = "PythonError KeyboardInterrupt: wake";
    expect(await asked("plain", "woken")).toEqual([outcome, outcome]);
  });

  it("S2.5 interrupting one VM of a page leaves the other untouched", async () => {
    expect(await asked("plain", "undisturbed")).toEqual([19_999_900_000, "PythonError KeyboardInterrupt: "]);
  });

  it("each limit ends what passes it, and the VM can be used again", async () => {
    expect(await asked("plain", "limited")).toEqual([
      "instructions",
      "activeTimeMs",
      "wallTimeMs",
      "memoryBytes",
      "outputBytes",
      "PythonError RecursionError",
      "PythonError OverflowError",
      "PythonError MemoryError",
    ]);
  });

  it("S1.8 1,000 VMs are alive at once, each with its own globals", async () => {
    expect(await asked("plain", "thousand")).toEqual([500_500, 1, "closed"]);
  });

  it("a native module has typed functions, one that fetches, and a class to inherit from", async () => {
    expect(await asked("plain", "native")).toEqual([
      "2.0",
      "6.0",
      4.5,
      "TypeError: scale() argument 'n' must be float, not str",
      "TypeError: scale() got an unexpected keyword argument 'bye'. Did you mean 'by'?",
      "RuntimeError: NotSupportedError: not here",
      25,
      25,
      true,
      "TypeError: Account.pay() argument 'amount' must be int, not float",
      "AttributeError: 'Rich' object has no attribute 'constructor'",
      "AttributeError: 'Rich' object has no attribute '__proto__'",
      { apples: 3 },
    ]);
  });

  it("the library is loaded over the network when a script asks for it", async () => {
    expect(await asked("plain", "library")).toEqual(['{"a": [1, null]}', [["a", 2]], 10, "\u2022"]);
  });

  it("values of a page convert or are refused; an AbortSignal ends a run", async () => {
    expect(await asked("plain", "values")).toEqual([
      "b'\\x01\\x02'",
      "1180591620717411303424",
      "ConversionError: value: an object of class HTMLBodyElement has no Python counterpart",
      "another: the page was left",
    ]);
  });

  describe.each([
    { kind: "isolated", isShared: true, memory: "shared memory" },
    { kind: "plain", isShared: false, memory: "messages alone" },
  ] as const)("a VM in a Web Worker, over $memory", ({ kind, isShared }) => {
    it("has the surface of a VM", async () => {
      expect(await asked(kind, "surface")).toEqual([
        6,
        { apples: [1, 2.5, 10n ** 30n], raw: new Uint8Array([1, 2]) },
        [3, "[null]"],
        "from a worker\n",
        "PythonError ZeroDivisionError: division by zero",
        "LimitError: script stopped: it passed the limit instructions = 200000 at <string>:1",
        "ConversionError: result: a Python object of type 'object' cannot go to another thread",
        0,
      ]);
    });

    it("S1.2 sleeps or spins there; the page stays responsive, and its VM keeps its identity", async () => {
      expect(await asked(kind, "responsive")).toEqual([
        ["main"],
        ["main", "worker"],
        "ClosedError: VM 'spinning' is closed",
      ]);
    });

    it("S2.1 is interrupted while it spins or, S2.4, waits; S2.3 is terminated", async () => {
      expect(await asked(kind, "stopped")).toEqual([
        isShared,
        true,
        "at once",
        "PythonError KeyboardInterrupt",
        "TerminatedError",
        2,
        "PythonError KeyboardInterrupt: wake",
      ]);
    });

    it("S1.7 is closed in the middle of a job, by force where the script resists", async () => {
      expect(await asked(kind, "closed")).toEqual([
        "ClosedError: VM 'shop' is closed",
        "ClosedError: VM 'shop' is closed",
        true,
        "tidy\n",
        "closed",
        "ClosedError: VM 'stubborn' is closed",
      ]);
    });

    it("S1.7 a program that is not there is told", async () => {
      expect(await asked(kind, "lost")).toEqual([
        "WorkerLostError: the worker of VM 'missing' is gone: its program could not be loaded",
        2,
        "another: Failed to fetch dynamically imported module: nowhere.js",
      ]);
    });

    it("S2.5 a worker interrupts a VM of the page through its handle", async () => {
      expect(await asked(kind, "fromAnotherThread")).toBe("PythonError KeyboardInterrupt: from a worker");
    });

    it("S3.2 two workers, 500 rounds, two objects each: neither ever sees the other's", async () => {
      expect(await asked(kind, "pooled")).toEqual([0, 0]);
    });
  });

  it("S4.5 the page and two workers change one record: successes equal its value; S4.6 a stranger refuses it", async () => {
    expect(await asked("isolated", "recordShared")).toEqual([
      true,
      true,
      2.5,
      2.5,
      "ConversionError: record: an object of class SharedArrayBuffer has no Python counterpart",
    ]);
  });

  it("a record without shared memory is refused with the reason, on the page and in a worker", async () => {
    const why = "Pair record: there is no shared memory here (a page must be cross-origin isolated)";
    expect(await asked("plain", "recordRefused")).toEqual([
      `another: ${why}`,
      "another: SharedRecordClass 'Pair': open needs the buffer of a record declared in the same way",
      `PythonError RuntimeError: ${why}`,
      `PythonError RuntimeError: ${why}`,
      "own",
    ]);
  });

  it("has shared memory on a page that is cross-origin isolated, and there alone", async () => {
    const source = "[crossOriginIsolated, typeof SharedArrayBuffer]";
    expect(await pages.isolated?.page.evaluate(source)).toEqual([true, "function"]);
    expect(await pages.plain?.page.evaluate(source)).toEqual([false, "undefined"]);
  });
});
