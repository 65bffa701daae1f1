// Files of the host: answered at once or by promise, saved on close and at the end of a run.
import { describe, expect, it } from "vitest";
import { createVM } from "./vm.ts";
import type { FileAccess } from "./files.ts";

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Files in a Map, answered by promise where `isLate`. */
function mapFiles(files: Map<string, string>, isLate: boolean): FileAccess & { readonly log: string[] } {
  const log: string[] = [];
  const open = (path: string, mode: string): Uint8Array => {
    log.push(`open ${path} ${mode}`);
    const content = files.get(path);
    if (mode[0] === "r" && content === undefined) throw systemError("ENOENT");
    if (mode[0] === "w") files.set(path, "");
    return new TextEncoder().encode(mode[0] === "w" ? "" : content);
  };
  const save = (path: string, content: Uint8Array): void => {
    log.push(`save ${path}`);
    if (path === "full") throw systemError("ENOSPC");
    if (path === "broken") throw new Error("out of order");
    files.set(path, new TextDecoder().decode(content));
  };
  return {
    log,
    open: (path, mode) => (isLate ? Promise.resolve().then(() => open(path, mode)) : open(path, mode)),
    save: (path, content) => (isLate ? Promise.resolve().then(() => save(path, content)) : save(path, content)),
  };
}

describe.each([
  ["at once", false],
  ["by promise", true],
])("files answered %s", (_name, isLate) => {
  async function run(source: string, initial: Record<string, string> = {}) {
    const files = new Map(Object.entries(initial));
    const access = mapFiles(files, isLate);
    let output = "";
    const add = (text: string): void => {
      output += text;
    };
    const vm = createVM({ files: access, stdout: add, stderr: add });
    await vm.run(source);
    return { output, files: Object.fromEntries(files), log: access.log };
  }

  it("are read", async () => {
    const { output } = await run("with open('a') as f:\n  for line in f: print(repr(line))", { a: "x\ny\r\n" });
    expect(output).toBe("'x\\n'\n'y\\n'\n");
  });

  it("are saved when they are closed or flushed, once", async () => {
    const { files, log } = await run(
      "f = open('a', 'w')\nf.write('one')\nf.flush()\nf.flush()\nf.write('two')\nf.close()",
    );
    expect(files).toEqual({ a: "onetwo" });
    expect(log).toEqual(["open a w", "save a", "save a"]);
  });

  it("are saved at the end of a run, and before they are opened again", async () => {
    const source = "f = open('a', 'w')\nf.write('x')\nprint(open('a').read())\nf.write('y')";
    expect(await run(source)).toMatchObject({ output: "x\n", files: { a: "xy" } });
  });

  it("fail as the system says", async () => {
    const source = `
try: open('none')
except FileNotFoundError as e: print(e, e.errno, e.filename)
f = open('full', 'w')
f.write('x')
try: f.close()
except OSError as e: print(e, f.closed)
f = open('broken', 'wb')
f.write(b'x')
try: f.flush()
except RuntimeError as e: print(e)
`;
    expect((await run(source)).output).toBe(
      "[Errno 2] No such file or directory: 'none' 2 none\n" +
        "[Errno 28] No space left on device: 'full' True\n" +
        "Error: out of order\n",
    );
  });

  it("that cannot be saved at the end are named", async () => {
    expect((await run("open('full', 'w').write('x')")).output).toBe("krait: cannot save 'full'\n");
  });
});

it("without a host that gives files open says so", async () => {
  await expect(createVM().run("open('a')")).rejects.toMatchObject({
    type: "PermissionError",
    message: "the host has not provided open()",
  });
});
