// What a script may ask of the network: checks of URLs, methods and headers, and what a redirect makes of a request.
import { PythonRaise } from "@krait/core";

/** A request that was checked, but for the permission of its host. */
export interface CheckedRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
}

const METHODS: readonly string[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** What belongs to the connection, or speaks for the host: not a script's to set. */
const RESERVED_HEADERS =
  /^(?:host|connection|content-length|transfer-encoding|upgrade|keep-alive|te|trailer|expect|origin|referer|cookie2?|date|dnt|via|(?:proxy|sec)-.*)$/;

/** Headers for one server alone: no redirect takes them to another. */
const SECRET_HEADERS: readonly string[] = ["authorization"];

/** Headers of a body: they go with it. */
const BODY_HEADERS: readonly string[] = ["content-type", "content-encoding", "content-language", "content-location"];

const MOST_HEADERS = 100;
const LONGEST_HEADERS = 65_536;

/** Check what a script asks for. Raises ValueError. */
export function checkedRequest(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>> | null,
  body: string | Uint8Array | null,
): CheckedRequest {
  const upper = method.toUpperCase();
  if (!METHODS.includes(upper)) throw invalid(`the method must be one of ${METHODS.join(", ")}`);
  if (body !== null && (upper === "GET" || upper === "HEAD")) throw invalid(`a ${upper} request has no body`);
  return {
    url: checkedUrl(url),
    method: upper,
    headers: checkedHeaders(headers ?? {}),
    body: body as CheckedRequest["body"],
  };
}

/** An absolute URL without a user; the runtime has its host name in lower case, and in ASCII. Raises ValueError. */
function checkedUrl(text: string, base?: URL): URL {
  let url: URL;
  try {
    url = new URL(text, base?.href);
  } catch {
    throw invalid("the URL cannot be read; it begins with https:// or http://");
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw invalid(`the URL must begin with https:// or http://, not ${url.protocol}`);
  }
  if (url.username !== "" || url.password !== "") throw invalid("the URL must name no user and no password");
  return url;
}

/** The host name that a permission must allow: a dot at its end changes nothing. */
export function hostOf(url: URL): string {
  return url.hostname.toLowerCase().replace(/\.$/, "");
}

/** The request that follows a redirect. Raises ValueError. */
export function redirected(request: CheckedRequest, status: number, location: string): CheckedRequest {
  const url = checkedUrl(location, request.url);
  // As browsers do: what was sent is sent again only where the server insists.
  const isRead = status === 303 ? request.method !== "HEAD" : status < 303 && request.method === "POST";
  const left = [...(url.origin === request.url.origin ? [] : SECRET_HEADERS), ...(isRead ? BODY_HEADERS : [])];
  return {
    url,
    method: isRead ? "GET" : request.method,
    headers: Object.fromEntries(Object.entries(request.headers).filter(([name]) => !left.includes(name))),
    body: isRead ? null : request.body,
  };
}

export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function checkedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(headers);
  if (entries.length > MOST_HEADERS) throw invalid(`there must be at most ${MOST_HEADERS} headers`);
  const checked: Record<string, string> = Object.create(null);
  let length = 0;
  for (const [given, value] of entries) {
    const name = given.toLowerCase();
    if (!/^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(name)) throw invalid(`'${given}' is no name of a header`);
    if (RESERVED_HEADERS.test(name)) throw invalid(`the header '${given}' cannot be set`);
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value))
      throw invalid(`the header '${given}' has a value that cannot be sent`);
    if (name in checked) throw invalid(`the header '${given}' is there twice`);
    checked[name] = value;
    length += name.length + value.length;
    if (length > LONGEST_HEADERS) throw invalid(`the headers must have at most ${LONGEST_HEADERS} characters`);
  }
  return checked;
}

function invalid(problem: string): PythonRaise {
  return new PythonRaise("ValueError", problem);
}
