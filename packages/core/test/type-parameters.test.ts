// Type parameters and `type` statements in scripts that import nothing: they load what they need of `typing` themselves. No
// other test of this file may do so first.
import { expect, it } from "vitest";
import { createVM } from "../src/index.ts";

it.each([
  ["a function", "def first[T: int](items): return items[0]\nfirst.__type_params__[0].__bound__.__name__", "int"],
  ["a class", "class Box[T]: pass\nstr(Box[int])", "__main__.Box[int]"],
  ["an alias", "type Pair[T] = tuple[T, T]\nstr(Pair[int]) + str(Pair.__value__)", "Pair[int]tuple[T, T]"],
])("%s with type parameters needs no import", async (_what, source, value) => {
  const vm = createVM();
  expect(await vm.run(source)).toBe(value);
  await vm.close();
});
