// Values and errors that went through structuredClone are what they were; what cannot go is refused by name.
import { describe, expect, it } from "vitest";
import {
  ClosedError,
  ConversionError,
  createVM,
  HandleError,
  InternalError,
  LimitError,
  PythonError,
  TerminatedError,
  WouldWaitError,
} from "../index.ts";
import { pack, packAll, unpack } from "./parcel.ts";

/** There and back, as between threads. */
function crossed(value: unknown): unknown {
  const transfer: ArrayBuffer[] = [];
  return unpack(structuredClone(pack(value, "value", transfer), { transfer }));
}

describe("values between threads", () => {
  it("arrive as they were", () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const value = [1, 2n ** 70n, -0, "text", true, null, undefined, bytes, new Set([1, [2]]), new Map([[[1], "a"]])];
    expect(crossed(value)).toEqual(value);
    expect(bytes).toHaveLength(3);
    expect(crossed(Buffer.from("abc"))).toEqual(new Uint8Array([97, 98, 99]));
  });

  it("keep shared and cyclic references", () => {
    const list: unknown[] = [];
    list.push(list, { list });
    const back = crossed(list) as [unknown, { list: unknown }];
    expect(back[0]).toBe(back);
    expect(back[1].list).toBe(back);
  });

  it("have no prototype when they are records, and no key is special", () => {
    const record = crossed(JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}')) as Record<string, unknown>;
    expect(Object.getPrototypeOf(record)).toBeNull();
    expect(Object.keys(record)).toEqual(["__proto__", "constructor"]);
  });

  it.each([
    new PythonError("ValueError", "no", [], "Traceback\nValueError: no\n", null),
    new PythonError("SystemExit", "3", [], "", { status: 3, message: null }),
    new LimitError("activeTimeMs", 5, { file: "a.py", line: 2 }),
    new TerminatedError("enough", null),
    new ClosedError("VM 'a'"),
    new HandleError("not here"),
    new WouldWaitError("sleep", { file: "a.py", line: 2 }),
    new ConversionError("value[1]", "no counterpart"),
    new InternalError(new Error("bug"), "Traceback\n"),
    new TypeError("wrong", { cause: new RangeError("far") }),
    Object.assign(new Error("late"), { name: "TimeoutError" }),
  ])("errors keep class, fields and cause: %s", (error) => {
    const [[back]] = crossed([[error]]) as [[Error]];
    expect(back).toBeInstanceOf(error.constructor);
    expect({ ...back, name: back.name, message: back.message }).toEqual({
      ...error,
      name: error.name,
      message: error.message,
    });
    const { cause } = error as { cause?: Error };
    if (cause !== undefined) {
      expect(back.cause).toBeInstanceOf(cause.constructor);
      expect((back.cause as Error).message).toBe(cause.message);
    }
  });

  it("end a chain of causes that is a cycle", () => {
    const error = new Error("round");
    error.cause = error;
    expect((crossed(error) as Error).message).toBe("round");
  });

  it("are refused by name when they are no data", async () => {
    const vm = createVM();
    const [object, callable] = (await vm.run("[object(), lambda: 1]")) as unknown[];
    const refused = (value: unknown): (() => unknown) => {
      return () => packAll([{ value: { a: [value] }, path: "argument 1" }], []);
    };
    class Unit {}
    const rows: [unknown, string][] = [
      [object, "a Python object of type 'object'"],
      [callable, "a Python callable of type 'function'"],
      [() => {}, "a function"],
      [Promise.reject(new Error("unseen")), "a Promise"],
      [(async function* () {})(), "an asynchronous iterable"],
      [Symbol("s"), "a symbol"],
      [new Unit(), "an object of class Unit"],
      [new WeakMap(), "an object of class WeakMap"],
    ];
    for (const [value, text] of rows) {
      expect(refused(value)).toThrow(ConversionError);
      expect(refused(value)).toThrow(`argument 1.a[0]: ${text} cannot go to another thread`);
    }
    const hostile = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("boo");
        },
      },
    );
    expect(refused(hostile)).toThrow("the host's object threw while it was read");
    let deep: unknown = 1;
    for (let i = 0; i < 600; i++) deep = [deep];
    expect(refused(deep)).toThrow("nested deeper than 500 levels");
    await vm.close();
  });
});
