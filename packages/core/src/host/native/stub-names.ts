// The names in a stub: which of them must be imported, and what they are called where the module has one of its own.
import type { ClassTemplate } from "./class-template.ts";
import type { TypeSpec } from "./type-spec.ts";

/** Where the names in annotations come from; all others are built in. */
const SOURCES: Readonly<Record<string, string>> = {
  Any: "typing",
  Callable: "collections.abc",
  ClassVar: "typing",
  Final: "typing",
  Iterator: "collections.abc",
  Literal: "typing",
  Never: "typing",
  Self: "typing",
  TracebackType: "types",
  type_check_only: "typing",
};

/** A text in quotes, which stays as it is, or a name. */
const QUOTED_OR_NAME: RegExp = /'(?:[^'\\]|\\.)*'|[A-Za-z_]\w*/g;

/** What is no name of a type. */
const WORDS: ReadonlySet<string> = new Set(["None", "True", "False"]);

/** The names of one stub, gathered while its text is written. */
export class StubNames {
  readonly #module: string;
  /** Names that mean something of the module's own, or a member of one of its classes. */
  readonly #members: ReadonlySet<string>;
  readonly #globals: ReadonlySet<string>;
  readonly #aliases: Set<string> = new Set();
  /** By module: what is imported, as its import statement writes it. */
  readonly #imports: Map<string, Map<string, string>> = new Map();
  /** Classes of this stub that a member of another hides. */
  readonly #hidden: Map<string, string> = new Map();

  /** `globals` stand in the module, `members` in its classes. */
  constructor(module: string, globals: ReadonlySet<string>, members: ReadonlySet<string>) {
    this.#module = module;
    this.#globals = globals;
    this.#members = members;
  }

  /** How a type is written here. */
  annotation({ annotation, classes }: TypeSpec<unknown>): string {
    return annotation.replace(QUOTED_OR_NAME, (part) => {
      if (part.startsWith("'") || WORDS.has(part)) return part;
      const template = classes.find(({ name }) => name === part);
      return template === undefined ? this.known(part) : this.class(template);
    });
  }

  /** How a name of Python's own is written here. */
  known(name: string): string {
    const source = SOURCES[name] ?? "builtins";
    if (source === "builtins" && !this.#isTaken(name)) return name;
    return this.#imported(source, name, `_${name}`);
  }

  /** How a native class is written here. */
  class({ name, module }: ClassTemplate): string {
    if (module !== null && module !== this.#module) return this.#imported(module, name, `_${module}_${name}`);
    if (!this.#members.has(name)) return name;
    let alias = this.#hidden.get(name);
    if (alias === undefined) {
      alias = this.#free(`_${name}`);
      this.#hidden.set(name, alias);
    }
    return alias;
  }

  /** The import statements, in order: what comes with Python, then other native modules. */
  importLines(): string[] {
    const own = new Set([...Object.values(SOURCES), "builtins"]);
    const sources = [...this.#imports.keys()].sort();
    const library = sources.filter((source) => own.has(source));
    const others = sources.filter((source) => !own.has(source));
    const between = library.length > 0 && others.length > 0 ? [""] : [];
    return [
      ...library.map((each) => this.#importLine(each)),
      ...between,
      ...others.map((each) => this.#importLine(each)),
    ];
  }

  /** Other names for classes that a member of the same name hides. */
  aliasLines(): string[] {
    return [...this.#hidden].map(([name, alias]) => `${alias} = ${name}`);
  }

  #importLine(source: string): string {
    const names = [...(this.#imports.get(source) as Map<string, string>)];
    const parts = names.map(([name, as]) => (name === as ? name : `${name} as ${as}`)).sort();
    return `from ${source} import ${parts.join(", ")}`;
  }

  #imported(source: string, name: string, other: string): string {
    let names = this.#imports.get(source);
    if (names === undefined) {
      names = new Map();
      this.#imports.set(source, names);
    }
    let as = names.get(name);
    if (as === undefined) {
      as = this.#isTaken(name) ? this.#free(other) : name;
      names.set(name, as);
      this.#aliases.add(as);
    }
    return as;
  }

  #isTaken(name: string): boolean {
    return this.#globals.has(name) || this.#members.has(name) || this.#aliases.has(name);
  }

  #free(name: string): string {
    let free = name;
    while (this.#isTaken(free)) free = `_${free}`;
    this.#aliases.add(free);
    return free;
  }
}
