// `krait dis`: the disassembly of a script.
import { disassembleSource } from "@krait/core/tools";
import { readScript } from "./script.ts";

export function disassembleFile(file: string): number {
  const script = readScript(file);
  if (script === null) return 2;
  const result = disassembleSource(script.source, script.path);
  if ("error" in result) {
    process.stderr.write(`${result.error}\n`);
    return 1;
  }
  process.stdout.write(result.text);
  return 0;
}
