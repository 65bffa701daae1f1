// Guards of modules: called before each import by any name, for as long as they stand.
import { expect, it } from "vitest";
import { createVM, type Library, PythonRaise } from "../index.ts";
import { type Machine, passesGuard, removeGuard, setGuard } from "../extend.ts";

it("stand before each import of a module and of its submodules, loaded or not, until they are removed", async () => {
  let machine: Machine | null = null;
  const vault: Library = {
    name: "vault",
    table: new Map(),
    setUp: (_vm, generation) => void (machine = generation.machine),
  };
  const loader = (name: string) =>
    name.startsWith("vault") ? { source: "gold = 1", filename: `${name}.py`, path: name } : null;
  await using vm = createVM({ modules: [vault], loader });
  const own = machine as unknown as Machine;
  const answers = async (statement: string): Promise<unknown> =>
    await vm.run(`
try:
    ${statement}
except PermissionError as error:
    answer = str(error)
else:
    answer = "imported"
answer`);
  const ways = [
    "import vault",
    "import vault.cellar",
    "from vault import gold",
    "__import__('x', {'__package__': 'vault'}, None, ['gold'], 1)",
  ];

  expect(own.guards).toBeNull();
  setGuard(own, "vault", () => {
    throw new PythonRaise("PermissionError", "it is night");
  });
  expect(await answers("import vaults")).toBe("imported");
  for (const way of ways) expect(await answers(way), way).toBe("it is night");
  expect(await vm.run("import sys\n'vault' in sys.modules")).toBe(false);

  removeGuard(own, "vault");
  expect(own.guards).toBeNull();
  expect(await answers("import vault.cellar")).toBe("imported");

  let asked = 0;
  setGuard(own, "vault", () => {
    asked++;
    if (asked > 1) throw new PythonRaise("PermissionError", "enough");
  });
  expect(await answers("import vault")).toBe("imported");
  expect(await answers("import vault")).toBe("enough");
  expect(passesGuard(own, "other")).toBe(true);
  removeGuard(own, "other");
  expect(own.guards?.size).toBe(1);
});
