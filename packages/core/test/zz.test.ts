// temp
import fc from "fast-check";
import { it } from "vitest";
import { program, body } from "./diff/program.ts";
import { CPython } from "./diff/cpython.ts";
import { appendFileSync, writeFileSync } from "node:fs";
it("x", { timeout: 300000 }, async () => {
  const t0 = Date.now(); const all = fc.sample(program, { seed: 5, numRuns: 200 });
  console.log("gen", Date.now() - t0); writeFileSync("/tmp/progs.jsonl", all.map((p) => JSON.stringify(p)).join("\n") + "\n"); const c = (await CPython.start())!;
  const t = Date.now();
  let syn = 0, len = 0, hang = 0; const errs = new Map<string, number>();
  writeFileSync("/tmp/sample.txt", "");
  for (const p of all) { const r = await c.run(p); len += body(p).length; if (r.hangs) { hang++; appendFileSync("/tmp/sample.txt", "HANG " + body(p)); } if (/SyntaxError|IndentationError/.test(r.error ?? "")) { syn++; appendFileSync("/tmp/sample.txt", body(p) + "\n=====" + r.error + "\n"); } else if (Math.random() < 0.04) appendFileSync("/tmp/sample.txt", body(p) + "\n=====" + r.stdout + r.error + "\n"); }
  console.log({ syn, hang, avg: len / all.length, ms: Date.now() - t });
  c.close();
});
