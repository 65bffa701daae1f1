// The plugin host in a real browser, bundled for a page: batteries, sources, limits, permissions, reload and the end.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BuiltSite } from "../../../../tools/browser/built-site.ts";
import { findChromium, launchChromium } from "../../../../tools/browser/chromium.ts";
import { askPage, type OpenPage, openPage } from "../../../../tools/browser/open-page.ts";
import { buildSite } from "./build-site.ts";
import type { checks } from "./page.ts";

const executable = findChromium();

describe.skipIf(executable === null)("in Chromium", () => {
  let built: BuiltSite;
  let browser: Browser;
  let opened: OpenPage;

  beforeAll(async () => {
    [built, browser] = await Promise.all([buildSite(), launchChromium(executable as string)]);
    opened = await openPage(browser, built.folder);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await opened?.site.close();
    built?.remove();
  });

  /** Have the page do something; answers what it tells. It must report nothing besides. */
  async function asked(name: keyof typeof checks): Promise<unknown> {
    const answer = await askPage(opened, name);
    expect(opened.errors.splice(0)).toEqual([]);
    return answer;
  }

  it("runs Python with asyncio and the batteries out of a map, and keeps what it stores", async () => {
    const [first, second, stored] = (await asked("played")) as unknown[];
    expect(first).toEqual({
      active: ["shop"],
      errors: [],
      failures: [],
      sales: [
        ["apple", 3, 1],
        ["pear", 5, 2],
      ],
      lines: [
        "shop warning: [606, 487, 210]",
        "shop info: sold apple vec2(3.0, 1.0)",
        "shop info: sold pear vec2(5.0, 2.0)",
      ],
    });
    expect(second).toMatchObject({
      sales: [["pear", 5, 3]],
      lines: ["shop warning: [606, 487, 210]", "shop info: sold pear vec2(5.0, 3.0)"],
    });
    expect(JSON.parse(stored as string)).toMatchObject({ data: { sold: 3 } });
  });

  it("takes archives, fetched or made in the page, beside a map; a damaged one is told", async () => {
    expect(await asked("unzipped")).toEqual([
      ["fetched", "made", "mapped"],
      ["fetched info: from an archive", "fetched info: from an archive", "mapped info: from a map"],
      [["bad-archive", { file: "plugins/damaged" }]],
    ]);
  });

  it("leaves the page its frames and other plugins their events while one loops without end, and stops that", async () => {
    expect(await asked("endless")).toEqual([
      "active",
      "disabled",
      "active",
      ["spinner warning: closing: something was terminated in the phase 'drained'"],
      [],
    ]);
  });

  it("stops a loop at its limit with the reason and the line, in a handler and in an activation", async () => {
    const why = "script stopped: it passed the limit";
    expect(await asked("limited")).toEqual([
      ["calm", "spinner"],
      ["activation-failed"],
      "stopped",
      [
        `early, activation, disabled: plugin 'early' could not be activated: ${why} instructions = 100000 at plugins/early/main.py:2`,
        `spinner, event 'spin', disabled: ${why} burstTimeMs = 500 at plugins/spinner/main.py:4`,
      ],
    ]);
  });

  it("refuses what is not permitted, and audits it", async () => {
    const message = `plugin 'greedy' requires the permission 'net' for ["*"], which the host does not grant`;
    expect(await asked("refused")).toEqual([
      ["modest"],
      [["permission-refused", message]],
      [
        `greedy error: activation: PluginError: ${message}`,
        `modest info: plugin 'modest' has no permission 'events' for "other"; ask for it with plugin.request("events")`,
        "modest info: False",
      ],
      ["greedy net refused", "modest events denied", "modest events refused"],
    ]);
  });

  it("keeps a plugin's state over a reload, and over one that fails", async () => {
    expect(await asked("reloaded")).toEqual([
      "activation-failed",
      ["counter info: 1.0.0 1", "counter info: 1.1.0 11", "counter info: 1.1.0 111"],
    ]);
  });

  it("tells the file, line and column of a broken manifest", async () => {
    expect(await asked("broken")).toEqual([
      ["bad-manifest", { file: "plugins/first/plugin.toml", line: 2, column: 11 }],
      ["bad-manifest", { file: "plugins/second/plugin.json", line: 2, column: 18 }],
    ]);
  });

  it("makes requests with the page's fetch, to permitted hosts alone", async () => {
    expect(await asked("requested")).toEqual([
      '{"apples": 3}',
      ["asker info: 200 {'apples': 3}", "asker info: 404", "asker info: PermissionError"],
    ]);
  });

  it("closes in order, once, and nothing goes on", async () => {
    expect(await asked("closed")).toEqual([
      true,
      [
        "base info: waits",
        "user info: waits",
        "user info: disposed",
        "user info: ends",
        "base info: disposed",
        "base info: ends",
      ],
      ["user", "base", "timers", "storage", "random", "http", "game", "events", "console"].flatMap((id) => [
        `${id}: closing`,
        `${id}: disabled`,
      ]),
      0,
      "host-closed",
    ]);
  });

  it("would tell what the policy of the page refuses", async () => {
    const refused = "new Promise((resolve) => setTimeout(() => { try { eval('1') } catch { resolve() } }))";
    await opened.page.evaluate(refused);
    await expect.poll(() => opened.errors, { timeout: 30_000 }).toHaveLength(1);
    expect(opened.errors).toEqual(["Error: the policy of the page refuses script-src eval"]);
  });
});
