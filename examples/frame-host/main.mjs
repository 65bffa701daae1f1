// A small host with a 60 Hz ticker of its own. Python scripts run beside it, one of them an endless loop that is stopped
// at its limit; the frames go on. With a path as argument it runs that script instead of the three below.
import { readFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { createVM, defaultPlatform, LimitError, PythonError, Scheduler } from "@krait/core";
import { fileLoader } from "@krait/core/node";

const FRAME_MS = 1000 / 60;

/** Count frames and the gaps between them, as a game loop would see them. */
function startTicker() {
  const stats = { frames: 0, worstGapMs: 0, startedAt: performance.now() };
  let last = performance.now();
  let due = last + FRAME_MS;
  let timer;
  const tick = () => {
    const now = performance.now();
    stats.frames += 1;
    stats.worstGapMs = Math.max(stats.worstGapMs, now - last);
    last = now;
    due = Math.max(due + FRAME_MS, now);
    timer = setTimeout(tick, due - now);
  };
  timer = setTimeout(tick, FRAME_MS);
  return () => {
    clearTimeout(timer);
    return { ...stats, seconds: (performance.now() - stats.startedAt) / 1000 };
  };
}

const SCRIPTS = [
  {
    name: "primes.py",
    source: `
def primes(limit):
    flags = [True] * limit
    for n in range(2, limit):
        if flags[n]:
            yield n
            for multiple in range(n * n, limit, n):
                flags[multiple] = False

found = list(primes(400_000))
print("the last prime below 400,000 is", found[-1])
len(found)
`,
  },
  {
    name: "dialogue.py",
    source: `
import time

lines = ["Halt!", "Who goes there?", "A friend.", "Pass, friend."]
for line in lines:
    print(line)
    time.sleep(0.2)
"the gate is open"
`,
  },
  { name: "runaway.py", source: "while True:\n    pass\n", limits: { activeTimeMs: 800 } },
];

/** Run one script in a VM of its own; answers what happened in a line. */
async function run(script, scheduler) {
  const vm = createVM({
    scheduler,
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    loader: fileLoader(),
    path: [script.folder ?? ""],
    argv: [script.name],
    limits: script.limits ?? {},
  });
  const startedAt = performance.now();
  const took = () => `${Math.round(performance.now() - startedAt)} ms`;
  try {
    const value = await vm.run(script.source, { filename: script.name });
    return { ok: true, text: `${script.name}: ${JSON.stringify(value) ?? "done"} after ${took()}` };
  } catch (error) {
    if (error instanceof LimitError) {
      return { ok: true, text: `${script.name}: stopped at ${error.limit} = ${error.value} after ${took()}` };
    }
    if (!(error instanceof PythonError)) throw error;
    if (error.exit === null) process.stderr.write(error.traceback);
    return { ok: error.exit?.status === 0, text: `${script.name}: ${error.type} after ${took()}` };
  } finally {
    await vm.close();
  }
}

/** The script with this path; without one, the process ends. */
function read(path) {
  try {
    return { name: basename(path), source: readFileSync(path), folder: dirname(resolve(path)) };
  } catch (error) {
    console.error(`start: the script ${resolve(path)} cannot be read (${error.code})`);
    process.exit(2);
  }
}

const [file] = process.argv.slice(2);
const scripts = file === undefined ? SCRIPTS : [read(file)];
const scheduler = new Scheduler({ platform: defaultPlatform() });
const stop = startTicker();
const results = await Promise.all(scripts.map((script) => run(script, scheduler)));
const { frames, worstGapMs, seconds } = stop();

console.log("");
for (const { text } of results) console.log(text);
const wanted = Math.floor(seconds * 60);
console.log(`frames kept: ${frames} of ${wanted} in ${seconds.toFixed(1)} s, worst gap ${worstGapMs.toFixed(1)} ms`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
