// What scripts may not do with the module game: take memory without end, run without end, or make the engine itself fail.
import { describe, expect, it } from "vitest";
import { createVM, LimitError, type VMOptions } from "@krait/core";
import { gameModule } from "../../src/batteries/game/plugin.ts";

async function run(source: string, limits: VMOptions["limits"] = {}): Promise<string> {
  let output = "";
  const options = { wallTimeMs: Number.POSITIVE_INFINITY, activeTimeMs: Number.POSITIVE_INFINITY, ...limits };
  await using vm = createVM({ modules: [gameModule], stdout: (text) => void (output += text), limits: options });
  await vm.run(source);
  return output;
}

describe("game and the limits", () => {
  it("refuses sizes beyond that of a list with MemoryError", async () => {
    const output = await run(
      `
from game import *
def kind(f):
    try: return f()
    except (MemoryError, OverflowError, ValueError) as error: return type(error).__name__
world = chunked_array2d(16)
world[vec2i(0, 0)] = world[vec2i(2**40, 2**40)] = 1
for f in (
    lambda: array2d(10**5, 10**5),
    lambda: array2d(2**52, 2**52, str),
    lambda: array2d(1, 10**30),
    lambda: world.view(),
    lambda: world.view_rect(vec2i(0, 0), 10**9, 10**9),
    lambda: world.view_chunks(vec2i(2**44, 0), 1, 2**50),
    lambda: world[vec2i(2**50, 0)],
    lambda: chunked_array2d(2**20),
    lambda: array2d(60, 60, "x" * 1000).render(),
):
    print(kind(f))
`,
      { stringLength: 1_000_000 },
    );
    expect(output.trim().split("\n")).toEqual([
      "MemoryError",
      "MemoryError",
      "OverflowError",
      "MemoryError",
      "MemoryError",
      "MemoryError",
      "OverflowError",
      "ValueError",
      "MemoryError",
    ]);
  });

  it.each([
    "kept.append(array2d(100, 100, 0))",
    "kept.append(grid + grid)",
    "kept.append(grid.tolist())",
    "kept.append(grid.get_connected_components(0, 'Moore'))",
    "world[vec2i(len(kept) * 64, 0)] = 1; kept.append(0)",
    "kept.append(vec2(1, 2))",
    "kept.append(mat3.identity())",
  ])("counts the memory that %s keeps", async (keep) => {
    const source = `
from game import *
grid = array2d(100, 100, 0)
world = chunked_array2d(64)
kept = []
while True:
    ${keep}
`;
    const failure = await run(source, { memoryBytes: 2_000_000 }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LimitError);
    expect((failure as LimitError).message).toContain("memory");
  });

  it.each(["array2d(5000, 5000, 0)", "big.map(abs)", "big.tolist()", "big + 1", "big[big]"])(
    "counts the memory of %s while it grows",
    async (work) => {
      const source = `from game import *\nbig = array2d(500, 500, 1)\n${work}\n`;
      const failure = await run(source, { memoryBytes: 3_000_000 }).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(LimitError);
      expect((failure as LimitError).message).toContain("memory");
    },
  );

  it("lets garbage go", async () => {
    const output = await run(
      `
from game import *
grid = array2d(100, 100, 0)
for _ in range(300): grid = grid + 1
print(grid[0, 0])
`,
      { memoryBytes: 4_000_000 },
    );
    expect(output).toBe("300\n");
  });

  it.each([
    "grid + grid",
    "grid.count(1)",
    "grid.map(abs)",
    "grid.render()",
    "grid.all()",
    "grid.copy()",
    "grid.tolist()",
    "grid[grid]",
    "grid[:, :] = 2",
    "grid.count_neighbors(1, 'Moore')",
    "grid.get_connected_components(1, 'Moore')",
    "grid.convolve(array2d(5, 5, 1), 0)",
    "array2d(500, 500, 1)",
  ])("charges the work of %s", async (work) => {
    const failure = await run(
      `
from game import *
grid = array2d(500, 500, 1)
while True: ${work}
`,
      { instructions: 15_000 },
    ).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LimitError);
    expect((failure as LimitError).message).toContain("instructions");
  });

  it("raises Python's exceptions alone, whatever it is called with", async () => {
    const output = await run(`
import game
from game import *
odd = [None, True, -1, 3, 2**70, 0.5, float("nan"), float("inf"), "Moore", b"x", [], [[1]], (1, 1), (1, slice(None)),
       slice(None, None, 2), vec2(1, 2), vec2i(1, 1), vec3(1, 2, 3), mat3.identity(), array2d(2, 2, 1), array2d(3, 3, "a"),
       array2d(2, 2, 1)[:, 0], chunked_array2d(2, 0, lambda place: place), color32(1, 2, 3, 4), abs, lambda *a: 1 / 0, vec2]
subjects = [vec2(1, 2), vec3(1, 2, 3), vec2i(1, 2), vec3i(1, 2, 3), vec4i(1, 2, 3, 4), mat3(*range(9)), color32(1, 2, 3, 4),
            array2d(2, 2, 1), array2d(3, 3, 0.5)[1:, 1:], chunked_array2d(4, 1), vec2, vec3, vec2i, mat3, color32, array2d,
            array2d_like, array2d_view, chunked_array2d]
subjects[9][vec2i(0, 0)] = 5
def make(subject):
    return subject.copy() if isinstance(subject, array2d_like) else subject
calls = errors = 0
def attempt(f, *args):
    global calls, errors
    calls += 1
    try: f(*args)
    except Exception: errors += 1
for subject in subjects + [game.rgb, game.rgba] + [getattr(easing, name) for name in dir(easing) if name[0] != "_"]:
    names = [name for name in dir(subject) if name not in ("__class__", "__init_subclass__", "__subclasshook__", "__setattr__", "__delattr__")]
    for name in names:
        if not isinstance(subject, type) and name.startswith("__") and not hasattr(type(subject), "__getitem__"): continue
        method = getattr(make(subject), name, None)
        if not callable(method): continue
        attempt(method)
        for a in odd:
            attempt(method, a)
            for b in odd[::4]:
                attempt(method, a, b)
        attempt(method, *odd[:3]); attempt(method, *odd[:6]); attempt(method, *odd[:9])
        attempt(method, vec2(0, 0), vec2(1, 1), vec2(1, 1), *odd[5:8])
    attempt(subject)
    for a in odd:
        attempt(subject, a)
        for b in odd: attempt(subject, a, b)
print(calls > 5000, 0 < errors < calls)
`);
    expect(output).toBe("True True\n");
  });
});
