// Chunks of ReadableStreams in `async for`, with and without an iterator of the runtime's own.
import { expect, it } from "vitest";
import { virtualVMs } from "../../test/virtual-vm.ts";
import { chunksOf } from "./readable-stream.ts";

const virtualVM = virtualVMs();

function body(cancelled: () => void = () => {}): ReadableStream {
  const chunks = [new Uint8Array([75, 114]), "ait", { n: 1 }];
  return new ReadableStream({
    pull(controller) {
      const next = chunks.shift();
      if (next === undefined) controller.close();
      else controller.enqueue(next);
    },
    cancel: cancelled,
  });
}

it("are read to their end", async () => {
  const { vm, run, lines } = virtualVM();
  vm.globals.set("own", body());
  vm.globals.set("chunks", chunksOf(body()));
  await run("async for x in own: print(x)\nasync for x in chunks: print(x)");
  expect(lines()).toEqual(["b'Kr'", "ait", "{'n': 1}", "b'Kr'", "ait", "{'n': 1}"]);
});

it("are cancelled when a script wants no more", async () => {
  const { vm, run, lines } = virtualVM();
  let isCancelled = false;
  const stream = body(() => {
    isCancelled = true;
  });
  vm.globals.set("chunks", chunksOf(stream));
  await run("print(await anext(chunks))\nawait chunks.aclose()");
  expect([lines(), isCancelled, stream.locked]).toEqual([["b'Kr'"], true, false]);
});
