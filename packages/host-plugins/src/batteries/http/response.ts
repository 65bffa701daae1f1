// What a server has answered, for scripts.
import { NativeClass, PythonRaise, t } from "@krait/core";

/** An answer that has come whole. */
export class HttpResponse {
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Uint8Array;

  constructor(url: string, status: number, headers: Readonly<Record<string, string>>, content: Uint8Array) {
    this.url = url;
    this.status = status;
    this.headers = headers;
    this.content = content;
  }
}

/** The class `http.Response`. */
export function responseClass(): NativeClass<HttpResponse> {
  return new NativeClass<HttpResponse>("Response", {
    payload: HttpResponse,
    frozen: true,
    doc: "What a server answered.",
  })
    .property("status", { type: t.int, doc: "As 200 or 404.", get: ({ status }) => status })
    .property("ok", { type: t.bool, doc: "Whether the status is 200 to 299.", get: ({ status }) => isOk(status) })
    .property("url", { type: t.str, doc: "Where it came from, after all redirects.", get: ({ url }) => url })
    .property("headers", {
      type: t.dict(t.str),
      doc: "By their names in lower case.",
      get: ({ headers }) => ({ ...headers }),
    })
    .property("content", { type: t.bytes, doc: "The bytes.", get: ({ content }) => content })
    .property("text", {
      type: t.str,
      doc: "The text, in the encoding that the answer names, else in UTF-8; what is no text is replaced.",
      get: textOf,
    })
    .method("json", {
      doc: "What the text says as JSON. ValueError when it is none. Whole numbers are int; json.loads(text) tells 1.0 from 1.",
      returns: t.any,
      call: (response) => {
        try {
          return JSON.parse(textOf(response)) as unknown;
        } catch {
          throw new PythonRaise("ValueError", "the answer is no JSON");
        }
      },
    })
    .method("__repr__", { returns: t.str, call: ({ status }) => `<Response ${status}>` });
}

function isOk(status: number): boolean {
  return status >= 200 && status < 300;
}

function textOf({ content, headers }: HttpResponse): string {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(headers["content-type"] ?? "")?.[1] ?? "utf-8";
  try {
    return new TextDecoder(charset).decode(content);
  } catch {
    // What the server calls its encoding is none that the runtime knows.
    return new TextDecoder().decode(content);
  }
}
