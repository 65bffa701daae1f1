// Opens the page of a built site under a strict policy, and hears what it reports by itself.
import type { Browser, Page } from "playwright-core";
import { serve, type Site } from "./site.ts";

/** The engine needs no `eval`, and nothing from elsewhere. */
const POLICY = { "Content-Security-Policy": "default-src 'self'" } as const;

/** What the policy refuses is an error that nobody caught, whether or not its author noticed. */
const REPORT_REFUSALS = `addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  reportError(new Error("the policy of the page refuses " + violatedDirective + " " + blockedURI)))`;

export interface OpenPage {
  readonly page: Page;
  readonly site: Site;
  /** What it reports by itself: errors that nobody caught, and what its policy refuses. */
  readonly errors: string[];
}

/** Serve a folder with these headers besides the policy, and open its index.html. */
export async function openPage(
  browser: Browser,
  folder: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<OpenPage> {
  const site = await serve(folder, { ...POLICY, ...headers });
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.addInitScript(REPORT_REFUSALS);
  await page.goto(`${site.url}/index.html`);
  return { page, site, errors };
}

/** Have a page run one of its `checks`; resolves with what that answers, and rejects as it does. */
export async function askPage({ page }: OpenPage, name: string): Promise<unknown> {
  // A task of its own: what the debugger evaluates itself is exempt from the policy.
  return await page.evaluate(
    `new Promise((resolve, reject) => setTimeout(() => checks.${name}().then(resolve, reject)))`,
  );
}
