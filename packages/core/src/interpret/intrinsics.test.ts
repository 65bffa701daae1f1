// Type parameters in a process that has loaded nothing of `typing`, which no other file of tests can say of itself.
import { expect, it } from "vitest";
import { createVM } from "../index.ts";

it("makes type parameters and aliases before typing is imported", async () => {
  let printed = "";
  await using vm = createVM({ stdout: (text) => void (printed += text) });
  await vm.run(
    [
      "class Box[T]:",
      "    pass",
      "type Pair[A] = tuple[A, A]",
      "def first[U](pair: Pair[U], other: U | None = None) -> U:",
      "    return pair[0]",
      "print(Box[int], Pair[str], Pair.__value__, first.__annotations__['other'])",
    ].join("\n"),
  );
  expect(printed).toBe("__main__.Box[int] Pair[str] tuple[A, A] typing.Optional[U]\n");
});
