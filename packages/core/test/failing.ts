// How something fails, as a value to look at: in JavaScript, and in the scripts of a test.
import { expect } from "vitest";

/** What a function throws; undefined when it throws nothing. */
export function thrown(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** What a Promise rejects with, which it must. */
export function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => expect.unreachable(`it gave ${String(value)}`),
    (error: unknown) => error,
  );
}

/** Python: `failure(f, *args)` calls, and answers the exception as "Type: message", or None. */
export const FAILURE = `
def failure(f, *args, **named):
    try:
        f(*args, **named)
    except Exception as error:
        return type(error).__name__ + ": " + str(error)
`;
