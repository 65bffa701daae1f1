// Runs each program of bench/programs, or of bench/everyday (scripts as plugins have them), on the built engine and, where
// it is installed, on CPython 3.13: interleaved in one run, medians, and the ratio of the two: of the warmed-up program, and
// of its very first run, in which V8 has compiled nothing yet. A ratio is the median of those of each round, whose two runs
// follow upon each other: a machine that is slow for a while slows both. `node bench/run.mjs [everyday] [name ...] [--rounds N]`.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createVM } from "@krait/core";

const words = process.argv.slice(2);
const folder = new URL(words[0] === "everyday" ? `${words.shift()}/` : "programs/", import.meta.url);
const at = words.indexOf("--rounds");
const rounds = at < 0 ? 5 : Number(words.splice(at, 2)[1]);
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".py"))
  .map((name) => name.slice(0, -3))
  .filter((name) => words.length === 0 || words.includes(name));

/** Both engines run this: the first run, a second of warming up, then the median of fifteen runs; times in ms. */
const DRIVER = `
import time as _time
_start = _time.perf_counter()
_result = main()
_first = _time.perf_counter() - _start
while _time.perf_counter() - _start < 1: main()
_times = []
for _ in range(15):
    _start = _time.perf_counter()
    main()
    _times.append(_time.perf_counter() - _start)
_times.sort()
print(_times[len(_times) // 2] * 1000)
print(_first * 1000)
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
  await vm.close();
  return text.split("\n");
}

const ratios = [];
const cells = (values) => values.map((value) => value.padStart(12)).join("");
console.log("program".padEnd(16) + cells(["krait ms", "CPython ms", "ratio", "first ratio"]));
for (const name of names) {
  const source = readFileSync(new URL(`${name}.py`, folder), "utf8") + DRIVER;
  const ours = [];
  const theirs = [];
  for (let round = 0; round < rounds; round++) {
    const own = await krait(source);
    ours.push(own.map(Number));
    const reference = python(source);
    if (reference === null) continue;
    theirs.push(reference.map(Number));
    if (reference[2] !== own[2]) throw new Error(`${name}: krait gave ${own[2]}, CPython ${reference[2]}`);
  }
  const at = (runs, column) => (runs.length > 0 ? median(runs.map((run) => run[column])) : Number.NaN);
  const ratioOf = (column) =>
    at(
      theirs.map((run, round) => [ours[round][column] / run[column]]),
      0,
    );
  const ratio = ratioOf(0);
  if (theirs.length > 0) ratios.push(ratio);
  const figures = [at(ours, 0), at(theirs, 0), ratio, ratioOf(1)];
  console.log(name.padEnd(16) + cells(figures.map((figure) => figure.toFixed(2))));
}
if (ratios.length > 0) {
  const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
  console.log(`geometric mean of krait's time over CPython's: ${mean.toFixed(2)}`);
} else console.log("CPython 3.13 is not installed here: no ratios");
