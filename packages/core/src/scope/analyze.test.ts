// What names turn out to be.
import { describe, expect, it } from "vitest";
import { parseModule } from "../syntax/parse.ts";
import { Source } from "../syntax/source.ts";
import { Analysis } from "./analyze.ts";
import { Binding, type Scope } from "./scope.ts";

function scopes(text: string): Map<string, Scope> {
  const source = new Source("test.py", text);
  const { module } = new Analysis(parseModule(source).tree, source, {
    futureAnnotations: false,
    topLevelAwait: false,
  }).finish();
  const found = new Map<string, Scope>();
  const visit = (scope: Scope): void => {
    found.set(scope.name, scope);
    scope.children.forEach(visit);
  };
  visit(module);
  return found;
}

function bindings(scope: Scope | undefined): Record<string, string> {
  return Object.fromEntries([...(scope?.bindings ?? [])].map(([name, binding]) => [name, Binding[binding]]));
}

describe("scope analysis", () => {
  it("tells locals, cells, free names and globals apart", () => {
    const found = scopes("def f(a):\n    b = a\n    def g():\n        global d\n        d = b + c\n    return g");
    expect(bindings(found.get("f"))).toEqual({ a: "Local", b: "Cell", g: "Local" });
    expect(bindings(found.get("g"))).toEqual({ b: "Free", c: "GlobalImplicit", d: "GlobalExplicit" });
    expect(bindings(found.get("<module>"))).toEqual({ f: "Local", d: "GlobalExplicit" });
  });

  it("passes free names through functions that do not mention them", () => {
    const found = scopes("def f(a):\n    def g():\n        def h():\n            nonlocal a\n            a = 1");
    expect([...(found.get("g") as Scope).free]).toEqual(["a"]);
    expect(bindings(found.get("h"))).toEqual({ a: "Free" });
  });

  it("hides the names of a class from what is inside of it", () => {
    const found = scopes(
      "x = 1\ndef f(x):\n    class C:\n        x = 2\n        def m(self): return x\n        y = [x for i in x]",
    );
    expect(bindings(found.get("C"))).toEqual({ x: "Local", m: "Local", y: "Local" });
    expect([...(found.get("C") as Scope).free]).toEqual(["x"]);
    expect(bindings(found.get("m"))).toEqual({ self: "Local", x: "Free" });
    expect(bindings(found.get("list comprehension"))).toEqual({ i: "Local", x: "Free" });
  });

  it("keeps the names of a comprehension to itself", () => {
    const found = scopes("def f(x):\n    return [lambda: x + y for x in x if (y := x)]");
    expect(bindings(found.get("f"))).toEqual({ x: "Local", y: "Cell" });
    expect(bindings(found.get("list comprehension"))).toEqual({ x: "Cell" });
  });

  it("gives methods the class they are defined in", () => {
    const found = scopes("class C:\n    def f(self): super().f()\n    def g(self): return __class__");
    expect(found.get("C")?.needsClassCell).toBe(true);
    expect([...(found.get("f") as Scope).free]).toEqual(["__class__"]);
  });

  it("lets type parameters look into the class", () => {
    const found = scopes("class C:\n    T = int\n    def f[U: T](self, x: U) -> T: pass");
    expect(found.get("C")?.needsClassDict).toBe(true);
    expect(bindings(found.get("U TypeVar bound"))).toEqual({ __classdict__: "Free", T: "GlobalImplicit" });
  });
});
