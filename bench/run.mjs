// Runs each program of bench/programs on the built engine and, where it is installed, on CPython 3.13: interleaved in
// one run, medians, and the ratio of the two. `node bench/run.mjs [name ...] [--rounds N]`.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createVM } from "@krait/core";

const folder = new URL("programs/", import.meta.url);
const words = process.argv.slice(2);
const at = words.indexOf("--rounds");
const rounds = at < 0 ? 7 : Number(words.splice(at, 2)[1]);
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".py"))
  .map((name) => name.slice(0, -3))
  .filter((name) => words.length === 0 || words.includes(name));

/** Both engines run this: warm up, then time several runs and print the median in ms and the result. */
const driver = (warm, timed) => `
import time as _time
for _ in range(${warm}): _result = main()
_times = []
for _ in range(${timed}):
    _start = _time.perf_counter()
    _result = main()
    _times.append(_time.perf_counter() - _start)
_times.sort()
print(_times[len(_times) // 2] * 1000)
print(repr(_result))
`;

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

function python(source) {
  const env = { ...process.env, PYENV_VERSION: process.env.PYENV_VERSION ?? "3.13.0" };
  const { status, stdout } = spawnSync("python3.13", ["-"], { input: source, encoding: "utf8", env });
  return status === 0 ? stdout.split("\n") : null;
}

async function krait(source) {
  let text = "";
  const vm = createVM({
    stdout: (part) => {
      text += part;
    },
    limits: { activeTimeMs: Infinity, wallTimeMs: Infinity },
  });
  await vm.run(source, { filename: "bench.py" });
  vm.close();
  return text.split("\n");
}

const ratios = [];
console.log(`${"program".padEnd(16)}${"krait ms".padStart(10)}${"CPython ms".padStart(12)}${"ratio".padStart(8)}`);
for (const name of names) {
  const source = readFileSync(new URL(`${name}.py`, folder), "utf8") + driver(3, 5);
  const ours = [];
  const theirs = [];
  for (let round = 0; round < rounds; round++) {
    const [ms, result] = await krait(source);
    ours.push(Number(ms));
    const reference = python(source);
    if (reference === null) continue;
    theirs.push(Number(reference[0]));
    if (reference[1] !== result) throw new Error(`${name}: krait gave ${result}, CPython ${reference[1]}`);
  }
  const own = median(ours);
  const other = theirs.length > 0 ? median(theirs) : Number.NaN;
  if (theirs.length > 0) ratios.push(own / other);
  const cells = [own.toFixed(2).padStart(10), other.toFixed(2).padStart(12), (own / other).toFixed(2).padStart(8)];
  console.log(name.padEnd(16) + cells.join(""));
}
if (ratios.length > 0) {
  const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
  console.log(`geometric mean of krait's time over CPython's: ${mean.toFixed(2)}`);
} else console.log("CPython 3.13 is not installed here: no ratios");
