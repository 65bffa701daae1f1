// What the host is given by sys.stdout and sys.stderr.
import { expect, it } from "vitest";
import { createVM } from "../index.ts";

it("never gives the host half a character", async () => {
  let text = "";
  const put = (more: string): void => void (text += more);
  await using vm = createVM({ stdout: put, stderr: (more) => put(`err: ${more}`) });
  await vm.run(`
import sys
for args in ("\\ud800",), ("ab", "x\u{1F600}\\udc00y"):
    try: print(*args)
    except UnicodeEncodeError as e: print(e)
try: sys.stdout.write("abc\\ud800")
except UnicodeEncodeError as e: print(e.start)
sys.stderr.write("\u{1F600}\\udfff")
sys.stdout.reconfigure(encoding="utf-8", errors="replace")
print(sys.stdout.errors, "\\ud800")
`);
  const refused = (half: string, at: number): string =>
    `'utf-8' codec can't encode character '\\${half}' in position ${at}: surrogates not allowed\n`;
  expect(text).toBe(`${refused("ud800", 0)}ab ${refused("udc00", 2)}3\nerr: \u{1F600}\\udfffreplace ?\n`);
});
