// Requests go to permitted hosts alone, hop by hop, within their time and size; the fetch is the test's own.
import { expect, it } from "vitest";
import { testClient } from "../../test/client.ts";
import type { Fetch, FetchAnswer, FetchOptions } from "./http/fetching.ts";
import { http, type HttpOptions } from "./http.ts";

interface Sent extends FetchOptions {
  readonly url: string;
}

type Server = (sent: Sent) => Promise<unknown> | unknown;

/** A client whose requests a function answers. */
function served(server: Server, options: HttpOptions = {}, net: readonly string[] = ["*"]) {
  const sent: Sent[] = [];
  const fetch: Fetch = async (url, init) => {
    const one = { url, ...init };
    sent.push(one);
    return (await server(one)) as FetchAnswer;
  };
  return { client: testClient({ plugin: http({ fetch, ...options }), grants: { net } }), sent };
}

const redirect = (location: string, status = 302) => new Response(null, { status, headers: { location } });

const ATTEMPT = `
import http
def attempt(call):
    try: return call()
    except Exception as error: print(f"{type(error).__name__}: {error}")
`;

it("gets, requests and fetches", async () => {
  const { client, sent } = served(({ method, body }) =>
    method === "GET"
      ? new Response('{"name": "Zoë", "gold": [1, 2.5]}', {
          headers: { "X-One": "1", "content-type": "application/json" },
        })
      : new Response(body ?? "none", { status: 404, headers: { "content-type": "text/plain" } }),
  );
  const printed = await client.run(`
import http
def plain(): return http.get("https://API.example.com/a?b=c#d", {"X-Key": "k"}, timeout=2)
answer = plain()
print(answer, answer.ok, answer.url, answer.headers["x-one"], len(answer.content), answer.text[:12], answer.json())
answer = http.request("post", "http://bücher.example:8080/", body=b"\\x00\\xff")
print(answer.status, answer.ok, answer.content)
answer = await http.fetch("https://api.example.com", method="PUT", body="ä", headers={"content-type": "text/plain"})
print(answer.text)
`);
  expect(printed.split("\n").slice(0, -1)).toEqual([
    "<Response 200> True https://api.example.com/a?b=c#d 1 34 {\"name\": \"Zo {'name': 'Zoë', 'gold': [1, 2.5]}",
    "404 False b'\\x00\\xff'",
    "ä",
  ]);
  expect(sent.map(({ url, method, headers }) => [url, method, headers])).toEqual([
    ["https://api.example.com/a?b=c#d", "GET", { "x-key": "k" }],
    ["http://xn--bcher-kva.example:8080/", "POST", {}],
    ["https://api.example.com/", "PUT", { "content-type": "text/plain" }],
  ]);
  for (const { redirect: mode, credentials } of sent) expect([mode, credentials]).toEqual(["manual", "omit"]);
  await client.end();
});

it("reads text in its encoding, and tells when there is no JSON", async () => {
  const { client } = served(({ url }) => {
    const charset = new URL(url).pathname.slice(1);
    return new Response(Uint8Array.of(0xe4, 0x22), { headers: { "content-type": `text/plain; charset="${charset}"` } });
  });
  const printed = await client.run(`
import http
for charset in "latin1", "utf-8", "nonsense": print(ascii(http.get(f"https://a.example/{charset}").text))
try: http.get("https://a.example/").json()
except ValueError as error: print(error)
`);
  expect(printed).toBe(`'\\xe4"'\n'\\ufffd"'\n'\\ufffd"'\nthe answer is no JSON\n`);
  await client.end();
});

it("asks for the permission of each host", async () => {
  const { client, sent } = served(() => new Response("a"), {}, ["api.example.com", "*.example.org", "127.0.0.1"]);
  const printed = await client.run(`${ATTEMPT}
for url in ("https://API.example.com./a", "https://a.example.org", "http://0x7f.1/"): attempt(lambda: http.get(url))
for url in ("https://example.com", "https://example.org", "https://api.example.com.evil.net", "https://evil.net/api.example.com",
            "https://evil.net?api.example.com", "https://evil.net#.example.org", "https://evil.net\\\\.example.org",
            "https://evilexample.org", "http://2130706434", "http://[::1]", "https://\\u0430pi.example.com"):
    attempt(lambda: http.get(url))
try: await http.fetch("https://evil.net")
except PermissionError as error: print(error)
`);
  const hosts = [...printed.matchAll(/lacks the permission 'net' for (\S+)/g)].map(([, host]) => host);
  expect(hosts).toEqual([
    "example.com",
    "example.org",
    "api.example.com.evil.net",
    "evil.net",
    "evil.net",
    "evil.net",
    "evil.net",
    "evilexample.org",
    "127.0.0.2",
    "[::1]",
    "xn--pi-6kc.example.com",
    "evil.net",
  ]);
  expect(sent.map(({ url }) => new URL(url).hostname)).toEqual(["api.example.com.", "a.example.org", "127.0.0.1"]);
  client.grants.clear();
  await expect(client.run("http.get('https://api.example.com')")).rejects.toMatchObject({ type: "PermissionError" });
  await client.end();
});

it("refuses what no request can be", async () => {
  const { client, sent } = served(() => new Response("a"), { maximumBytes: 10 });
  const printed = await client.run(`${ATTEMPT}
for url in "", "/a", "file:///etc/passwd", "ftp://a.example", "data:,a", "https://user@a.example", "https://:p@a.example", "https://": 
    attempt(lambda: http.get(url))
for method in "CONNECT", "TRACE", "GET\\r\\n", "": attempt(lambda: http.request(method, "https://a.example"))
for name, value in ("Host", "a"), ("Sec-Fetch-Site", "a"), ("Proxy-Authorization", "a"), ("Cookie", "a"), ("a b", "c"), ("a", "b\\r\\nc: d"), ("a", "\\u20ac"):
    attempt(lambda: http.get("https://a.example", {name: value}))
attempt(lambda: http.get("https://a.example", {"a": "1", "A": "2"}))
attempt(lambda: http.get("https://a.example", {f"a{n}": "" for n in range(101)}))
attempt(lambda: http.get("https://a.example", {"a": "b" * 70_000}))
attempt(lambda: http.request("GET", "https://a.example", body="a"))
attempt(lambda: http.request("POST", "https://a.example", body="\\u20ac\\u20ac\\u20ac\\u20ac"))
attempt(lambda: http.get("https://a.example", timeout=0))
attempt(lambda: http.get("https://a.example", timeout=float("nan")))
attempt(lambda: http.get("https://a.example", {1: 2}))
attempt(lambda: http.Response())
`);
  const unreadable = "ValueError: the URL cannot be read; it begins with https:// or http://";
  expect(printed.split("\n").slice(0, -1)).toEqual([
    unreadable,
    unreadable,
    "ValueError: the URL must begin with https:// or http://, not file:",
    "ValueError: the URL must begin with https:// or http://, not ftp:",
    "ValueError: the URL must begin with https:// or http://, not data:",
    "ValueError: the URL must name no user and no password",
    "ValueError: the URL must name no user and no password",
    unreadable,
    ...new Array<string>(4).fill("ValueError: the method must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"),
    ...["Host", "Sec-Fetch-Site", "Proxy-Authorization", "Cookie"].map(
      (name) => `ValueError: the header '${name}' cannot be set`,
    ),
    "ValueError: 'a b' is no name of a header",
    "ValueError: the header 'a' has a value that cannot be sent",
    "ValueError: the header 'a' has a value that cannot be sent",
    "ValueError: the header 'A' is there twice",
    "ValueError: there must be at most 100 headers",
    "ValueError: the headers must have at most 65536 characters",
    "ValueError: a GET request has no body",
    "ValueError: the body has 12 bytes; it may have 10",
    "ValueError: timeout must be above 0",
    "ValueError: timeout must be above 0",
    expect.stringMatching(/^TypeError: get\(\) argument 'headers' must be dict\[str, str\] \| None/),
    "TypeError: cannot create 'Response' instances",
  ]);
  expect(sent).toEqual([]);
  await client.end();
});

it("follows redirects as browsers do, and asks for each host again", async () => {
  const { client, sent } = served(
    ({ url }) => {
      const { pathname } = new URL(url);
      if (pathname === "/evil") return redirect("https://evil.net/");
      if (pathname === "/local") return redirect("file:///etc/passwd");
      if (pathname === "/user") return redirect("https://a:b@b.example/");
      if (pathname === "/loop") return redirect("/loop");
      const status = Number(pathname.slice(1));
      return status > 0 ? redirect(status === 308 ? "https://b.example/" : "/end", status) : new Response("end");
    },
    { maximumRedirects: 2 },
    ["a.example", "b.example"],
  );
  const printed = await client.run(`${ATTEMPT}
headers = {"Authorization": "secret", "Content-Type": "text/plain", "X-A": "a"}
for status in 301, 302, 303, 307, 308:
    print(http.request("POST", f"https://a.example/{status}", headers, "body").url)
print(http.request("HEAD", "https://a.example/303").url, http.request("PUT", "https://a.example/302", body="b").url)
for path in "evil", "local", "user", "loop": attempt(lambda: http.get(f"https://a.example/{path}"))
`);
  expect(printed.split("\n").slice(0, -1)).toEqual([
    ...new Array<string>(4).fill("https://a.example/end"),
    "https://b.example/",
    "https://a.example/end https://a.example/end",
    "PermissionError: 'shop' lacks the permission 'net' for evil.net",
    "ValueError: the URL must begin with https:// or http://, not file:",
    "ValueError: the URL must name no user and no password",
    "ConnectionError: more than 2 redirects",
  ]);
  const all = { authorization: "secret", "content-type": "text/plain", "x-a": "a" };
  const read = { authorization: "secret", "x-a": "a" };
  const elsewhere = { "content-type": "text/plain", "x-a": "a" };
  const second = sent.filter(({ url }) => /\/end$|b\.example/.test(url));
  expect(second.map(({ method, headers, body }) => [method, headers, body])).toEqual([
    ["GET", read, undefined],
    ["GET", read, undefined],
    ["GET", read, undefined],
    ["POST", all, "body"],
    ["POST", elsewhere, "body"],
    ["HEAD", {}, undefined],
    ["PUT", {}, "b"],
  ]);
  expect(sent.filter(({ url }) => url.includes("evil.net")).length).toBe(0);
  await client.end();
});

it("tells when the runtime hides where a redirect leads", async () => {
  const { client } = served(() => ({ ...plainAnswer, type: "opaqueredirect", status: 0 }));
  await expect(client.run("import http\nhttp.get('https://a.example')")).rejects.toMatchObject({
    type: "ConnectionError",
    message: "the server redirects, and this runtime does not tell where to",
  });
  await client.end();
});

it("reads no more than it may", async () => {
  let pulled = 0;
  let isCancelled = false;
  const endless = () =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(400));
      },
      cancel() {
        isCancelled = true;
      },
    });
  const { client } = served(({ url }) => new Response(url.endsWith("exact") ? "x".repeat(1000) : endless()), {
    maximumBytes: 1000,
  });
  const printed = await client.run(`${ATTEMPT}
print(len(http.get("https://a.example/exact").text))
attempt(lambda: http.get("https://a.example/"))
`);
  expect(printed).toBe("1000\nConnectionError: the answer has more than 1000 bytes\n");
  expect([isCancelled, pulled < 6]).toEqual([true, true]);
  await client.end();
});

it("ends in time, also where fetch heeds nothing", async () => {
  const signals: AbortSignal[] = [];
  const { client } = served(
    ({ signal, url }) => {
      signals.push(signal);
      if (url.endsWith("body")) return new Response(new ReadableStream());
      return new Promise(() => {});
    },
    { timeoutMs: 5_000 },
  );
  await client.run(`${ATTEMPT}
import time
def timed(**more):
    start = time.monotonic()
    attempt(lambda: http.get(**more))
    print(round(time.monotonic() - start, 3))
`);
  const going = client.vm.run(`
timed(url="https://a.example")
timed(url="https://a.example", timeout=2)
timed(url="https://a.example/body", timeout=99)
`);
  await client.platform.advance(12_000);
  await going;
  expect(client.printed()).toBe(
    [5, 2, 5].map((seconds) => `TimeoutError: no answer within ${seconds} seconds\n${seconds}.0\n`).join(""),
  );
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true]);
  await client.end();
});

it("is aborted when nobody waits any more", async () => {
  const signals: AbortSignal[] = [];
  const { client } = served(({ signal }) => {
    signals.push(signal);
    return new Promise(() => {});
  });
  const run = client.vm.run("import http\nhttp.get('https://a.example')").catch((error: Error) => error.name);
  await client.platform.advance(0);
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  await client.end();
  expect([await run, signals[0]?.aborted]).toEqual(["ClosedError", true]);
  const before = client.platform.monotonic();
  await client.platform.runUntilIdle();
  expect(client.platform.monotonic()).toBe(before);
});

it("tells what failed, but not what is behind it", async () => {
  const { client } = served(({ url }) => {
    if (url.endsWith("body")) {
      return new Response(
        new ReadableStream({
          start: (controller) => controller.error(new Error("cut off")),
        }),
      );
    }
    throw new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED 10.0.0.1:80") });
  });
  const printed = await client.run(`${ATTEMPT}
attempt(lambda: http.get("https://a.example/"))
attempt(lambda: http.get("https://a.example/body"))
`);
  expect(printed).toBe(
    "ConnectionError: the request failed: TypeError: fetch failed\nConnectionError: the request failed: Error: cut off\n",
  );
  await client.end();
});

it("makes so many requests at a time", async () => {
  const { client, sent } = served(() => new Promise(() => {}), { maximumRequests: 2 });
  const runs: Promise<unknown>[] = [];
  for (let i = 0; i < 3; i++) {
    runs.push(client.vm.run("import http\nhttp.get('https://a.example')").catch((error: Error) => error.message));
  }
  await client.platform.advance(0);
  expect([sent.length, await runs[2]]).toEqual([2, "a plugin may have 2 requests at a time"]);
  await client.platform.advance(10_000);
  expect(await Promise.all(runs.slice(0, 2))).toEqual(new Array(2).fill("no answer within 10 seconds"));
  void client.vm.run("http.get('https://a.example')").catch(() => {});
  await client.platform.advance(0);
  expect(sent.length).toBe(3);
  await client.end();
});

const plainAnswer: FetchAnswer = {
  status: 200,
  headers: { get: () => null, forEach: () => {} },
  body: null,
};
