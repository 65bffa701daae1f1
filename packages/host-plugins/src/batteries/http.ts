// `import http`: requests to the hosts that a plugin may speak to.
import {
  arg,
  asyncFunction,
  blockingFunction,
  type CallContext,
  keyword,
  type NativeModule,
  nativeModule,
  PythonRaise,
  t,
} from "@krait/core";
import { checkKeys } from "@krait/core/extend";
import { definePlugin, type NativePlugin, type PluginClient } from "../definition.ts";
import { bytesOf, type Fetch, type FetchAnswer } from "./http/fetching.ts";
import { type CheckedRequest, checkedRequest, hostOf, isRedirect, redirected } from "./http/request.ts";
import { HttpResponse, responseClass } from "./http/response.ts";

/** How requests are made, and how long and large they may be. */
export interface HttpOptions {
  /** Makes the requests; default: the runtime's own `fetch`. */
  readonly fetch?: Fetch;
  /** How long a request may take, with all of its redirects, in ms; default 10,000. A script may ask for less. */
  readonly timeoutMs?: number;
  /** How long the body of a request, and of an answer once unpacked, may be, in bytes; default 1,000,000. */
  readonly maximumBytes?: number;
  /** How many redirects are followed; default 5. */
  readonly maximumRedirects?: number;
  /** How many requests a plugin may have at a time; default 10. */
  readonly maximumRequests?: number;
}

/**
 * The native plugin "http": scripts with the permission `net` make requests to the hosts that it names, and are redirected
 * to those alone. Names are all that is checked: keep names whose addresses others decide upon out of grants where the
 * host's machine reaches what is not public.
 */
export function http(options: HttpOptions = {}): NativePlugin {
  checkKeys("http", options, {
    fetch: "function",
    timeoutMs: "number",
    maximumBytes: "number",
    maximumRedirects: "number",
    maximumRequests: "number",
  });
  const limits: Limits = {
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    timeoutMs: options.timeoutMs ?? 10_000,
    maximumBytes: options.maximumBytes ?? 1_000_000,
    maximumRedirects: options.maximumRedirects ?? 5,
    maximumRequests: options.maximumRequests ?? 10,
  };
  const response = responseClass();
  const modules = (client: PluginClient): readonly NativeModule[] => {
    const requests = new Requests(client, limits);
    const url = arg("url", t.str);
    const headers = arg("headers", t.optional(t.dict(t.str)), null);
    const timeout = arg("timeout", t.optional(t.float), null);
    const body = arg("body", t.optional(t.union(t.str, t.bytes)), null);
    const common =
      "The timeout is in seconds. PermissionError for a host that the plugin may not speak to, TimeoutError, ConnectionError.";
    return [
      nativeModule({
        name: "http",
        doc: "Requests to other hosts. Permission: net, for the names of those hosts.",
        classes: [response],
        functions: {
          get: blockingFunction({
            doc: `Get what lies at a URL. ${common}`,
            parameters: [url, headers, timeout],
            returns: response.type,
            call: (address, given, seconds, context) => requests.make("GET", address, given, null, seconds, context),
          }),
          request: blockingFunction({
            doc: `Make any request. ${common}`,
            parameters: [arg("method", t.str), url, headers, body, timeout],
            returns: response.type,
            call: (method, address, given, sent, seconds, context) =>
              requests.make(method, address, given, sent, seconds, context),
          }),
          fetch: asyncFunction({
            doc: `Make any request, to be awaited. ${common}`,
            parameters: [
              url,
              keyword("method", t.str, "GET"),
              keyword("headers", headers.type, null),
              keyword("body", body.type, null),
              keyword("timeout", timeout.type, null),
            ],
            returns: response.type,
            call: (address, method, given, sent, seconds, context) =>
              requests.make(method, address, given, sent, seconds, context),
          }),
        },
      }),
    ];
  };
  const permissions = [{ name: "net", doc: "Make requests to these hosts.", form: "patterns" as const }];
  return definePlugin({ id: "http", version: "1.0.0", permissions, modules });
}

type Limits = Required<HttpOptions>;

/** The requests of one plugin. */
class Requests {
  readonly #client: PluginClient;
  readonly #limits: Limits;
  #running = 0;

  constructor(client: PluginClient, limits: Limits) {
    this.#client = client;
    this.#limits = limits;
  }

  async make(
    method: string,
    url: string,
    headers: Readonly<Record<string, string>> | null,
    body: string | Uint8Array | null,
    seconds: number | null,
    { signal }: CallContext,
  ): Promise<HttpResponse> {
    const { maximumBytes, maximumRequests, timeoutMs } = this.#limits;
    const request = checkedRequest(method, url, headers, body);
    this.#client.permit("net", hostOf(request.url));
    if (seconds !== null && !(seconds > 0)) throw new PythonRaise("ValueError", "timeout must be above 0");
    const size = typeof body === "string" ? new TextEncoder().encode(body).length : (body?.length ?? 0);
    if (size > maximumBytes) {
      throw new PythonRaise("ValueError", `the body has ${size} bytes; it may have ${maximumBytes}`);
    }
    if (this.#running >= maximumRequests) {
      throw new PythonRaise("ConnectionError", `a plugin may have ${maximumRequests} requests at a time`);
    }
    const most = Math.min(timeoutMs, seconds === null ? Number.POSITIVE_INFINITY : seconds * 1000);
    this.#running++;
    try {
      return await this.#within(most, signal, (stop) => this.#follow(request, stop));
    } finally {
      this.#running--;
    }
  }

  /** Do something within a time, and for as long as somebody waits for it; a fetch that heeds no signal is left behind. */
  #within<T>(ms: number, signal: AbortSignal, run: (stop: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    return new Promise<T>((resolve, reject) => {
      const give = (error: unknown): void => {
        controller.abort(error);
        reject(error);
      };
      const timeout = new PythonRaise("TimeoutError", `no answer within ${ms / 1000} seconds`);
      const cancel = this.#client.platform.timer(ms, () => give(timeout));
      const abort = (): void => give(signal.reason);
      signal.addEventListener("abort", abort, { once: true });
      run(controller.signal)
        .then(resolve, reject)
        .finally(() => {
          cancel();
          signal.removeEventListener("abort", abort);
        });
    });
  }

  async #follow(first: CheckedRequest, signal: AbortSignal): Promise<HttpResponse> {
    const { maximumRedirects } = this.#limits;
    let request = first;
    for (let hops = 0; ; hops++) {
      const answer = await this.#send(request, signal);
      const location = answer.headers.get("location");
      if (answer.type === "opaqueredirect") {
        throw new PythonRaise("ConnectionError", "the server redirects, and this runtime does not tell where to");
      }
      if (!isRedirect(answer.status) || location === null) return await this.#read(request, answer);
      answer.body?.cancel().catch(() => {});
      if (hops >= maximumRedirects) {
        throw new PythonRaise("ConnectionError", `more than ${maximumRedirects} redirects`);
      }
      request = redirected(request, answer.status, location);
      this.#client.permit("net", hostOf(request.url));
      signal.throwIfAborted();
    }
  }

  async #send({ url, method, headers, body }: CheckedRequest, signal: AbortSignal): Promise<FetchAnswer> {
    const sent = body === null ? {} : { body };
    const options = {
      method,
      headers: { ...headers },
      ...sent,
      redirect: "manual",
      credentials: "omit",
      signal,
    } as const;
    try {
      return await this.#limits.fetch(url.href, options);
    } catch (error) {
      throw failed(error);
    }
  }

  async #read({ url }: CheckedRequest, answer: FetchAnswer): Promise<HttpResponse> {
    const { maximumBytes } = this.#limits;
    const content = await bytesOf(answer.body, maximumBytes).catch((error: unknown) => {
      throw failed(error);
    });
    if (content === null) {
      throw new PythonRaise("ConnectionError", `the answer has more than ${maximumBytes} bytes`);
    }
    const headers: Record<string, string> = Object.create(null);
    answer.headers.forEach((value, name) => {
      headers[name.toLowerCase()] = value;
    });
    return new HttpResponse(url.href, answer.status, headers, content);
  }
}

/** Of what the runtime says only its name and message are told, not what caused it: that may name what is behind a host. */
function failed(error: unknown): PythonRaise {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return new PythonRaise("ConnectionError", `the request failed: ${name}: ${message}`);
}
