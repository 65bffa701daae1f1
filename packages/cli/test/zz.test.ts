// temp
import { it } from "vitest";
import { Command } from "./command.ts";
import { cpSync } from "node:fs";
it("x", { timeout: 60000 }, async () => {
  const t = Date.now();
  const c = await Command.bundle();
  console.log(Date.now() - t, await c.run(["-c", "print(1); x"]), Date.now() - t);
  // biome-ignore lint: temp
  cpSync((c as any).folderForTests ?? Object.values(c)[0] ?? "", "/tmp/kbundle", { recursive: true });
});
