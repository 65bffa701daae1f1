// What asyncio cannot have here: each name is there, and says why when it is called.
import { expect, it } from "vitest";
import { runChunk } from "../../../tools/testing/run-chunk.ts";
import { asyncio } from "../src/index.ts";

const SCRIPT = `
import asyncio

async def nothing():
    pass

async def main():
    for use in (
        asyncio.open_connection, asyncio.open_unix_connection, asyncio.start_server, asyncio.start_unix_server,
        asyncio.create_subprocess_exec, asyncio.create_subprocess_shell,
    ):
        try:
            await use("x", 1)
        except NotImplementedError as error:
            print(error)
    try:
        asyncio.run_coroutine_threadsafe(nothing(), asyncio.get_running_loop())
    except NotImplementedError as error:
        print(error)

asyncio.run(main())
`;

const NO_SOCKETS = "there are no sockets here; use the functions that the host registers";
const NO_PROCESSES = "there are no processes here";

it("refuses sockets, processes and other threads, each with its reason", async () => {
  const chunk = {
    file: "absent.py",
    line: 1,
    title: "absent",
    source: SCRIPT,
    expected: [],
    raises: null,
    syntax: null,
  };
  const outcome = await runChunk(chunk, { name: "straight", quantum: 1_000_000 }, [asyncio]);
  expect(outcome).toEqual({
    error: null,
    output: [
      `asyncio.open_connection: ${NO_SOCKETS}`,
      `asyncio.open_unix_connection: ${NO_SOCKETS}`,
      `asyncio.start_server: ${NO_SOCKETS}`,
      `asyncio.start_unix_server: ${NO_SOCKETS}`,
      `asyncio.create_subprocess_exec: ${NO_PROCESSES}`,
      `asyncio.create_subprocess_shell: ${NO_PROCESSES}`,
      "asyncio.run_coroutine_threadsafe: there is one thread here; use asyncio.create_task",
    ],
  });
});
