// What editors are told of the batteries: the same signatures that the guide has.
import type { NativeModule } from "@krait/core";
import { stubOf } from "@krait/core/tools";
import { console, events, http, type NativePlugin, random, storage, timers } from "@krait/host-plugins";
import { expect, it } from "vitest";
import { testClient } from "./client.ts";

/** What a stream can do, and the module. */
const DRAWS: readonly string[] = [
  "def random() -> float",
  "def integer(a: int, b: int) -> int",
  "def uniform(a: float, b: float) -> float",
  "def choice(items: list[object]) -> Any",
  "def shuffle(items: list[object]) -> list[Any]",
  "def chance(p: float) -> bool",
  "def normal(mu: float = 0.0, sigma: float = 1.0) -> float",
  "def stream(name: str) -> Stream",
];

/** The signatures of a stub, one a line. */
async function signatures(plugin: NativePlugin): Promise<string[]> {
  const client = testClient({ plugin });
  const stub = client.modules.map((each) => stubOf(each as NativeModule)).join("");
  await client.end();
  const lines = [...stub.matchAll(/^ *((?:async )?def .*|class .*)$/gm)].map(([, line]) => line as string);
  return lines.filter((line) => !line.includes("__init__")).map((line) => line.replace(/(?:: \.\.\.|:)$/, ""));
}

it.each([
  [console(), ["debug", "info", "warning", "error"].map((name) => `def ${name}(*values: str | object) -> None`)],
  [
    timers(),
    [
      "class Timer",
      "def cancel(self) -> None",
      "def is_active(self) -> bool",
      "def __call__(self, function: Callable[..., Any], /) -> Timer",
      "def after(seconds: float, function: Callable[..., Any] | None = None) -> Timer",
      "def every(seconds: float, function: Callable[..., Any] | None = None) -> Timer",
      "async def sleep(seconds: float) -> None",
    ],
  ],
  [
    storage(),
    [
      "def get(key: str, default: Any = None) -> Any",
      "def set(key: str, value: Any) -> None",
      "def delete(key: str) -> bool",
      "def keys() -> list[str]",
      "def size() -> int",
    ].flatMap((line) => [line, line.replace(/def (\w+)/, "async def $1_async")]),
  ],
  [
    events(),
    [
      "class Subscription",
      "def cancel(self) -> None",
      "def is_active(self) -> bool",
      "def __call__(self, handler: Callable[..., Any], /) -> Callable[..., Any]",
      "def on(name: str, handler: Callable[..., Any] | None = None) -> Subscription",
      "def once(name: str, handler: Callable[..., Any] | None = None) -> Subscription",
      "def emit(name: str, data: Any = None) -> None",
      "async def wait(name: str) -> Any",
    ],
  ],
  [
    http(),
    [
      "class Response",
      "def status(self) -> int",
      "def ok(self) -> bool",
      "def url(self) -> str",
      "def headers(self) -> dict[str, str]",
      "def content(self) -> bytes",
      "def text(self) -> str",
      "def json(self) -> Any",
      "def __repr__(self) -> str",
      "def get(url: str, headers: dict[str, str] | None = None, timeout: float | None = None) -> Response",
      "def request(",
      "async def fetch(",
    ],
  ],
  [
    random(),
    ["class Stream", ...DRAWS.map((line) => line.replace("(", "(self, ").replace("(self, )", "(self)")), ...DRAWS],
  ],
] as const)("$0.id", async (plugin, expected) => {
  expect(await signatures(plugin)).toEqual(expected);
});
