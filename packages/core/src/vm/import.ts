// The import system: finding modules in the engine's table or through the host's loader, and running their code.
import type { Code } from "../bytecode/code.ts";
import { compileThen, type CompileThen } from "../protocol/compile-source.ts";
import { link } from "../protocol/link.ts";
import { moduleType } from "../objects/builtin-types.ts";
import { importErrorType, moduleNotFoundErrorType } from "../objects/exception-types.ts";
import type { Fiber } from "../objects/frame.ts";
import { PyFunction } from "../objects/function.ts";
import { HostBox } from "../objects/host-values.ts";
import type { Machine } from "../objects/machine.ts";
import { newList } from "../objects/make.ts";
import { PyModule } from "../objects/module.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { PyList, PyTuple } from "../objects/sequences.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { instantiateModule, newModule } from "../modules/define.ts";
import type { ModuleEntry } from "../modules/shelf.ts";
import { LIBRARY_NAMES, loadShelf } from "../modules/table.ts";
import { getAttributeOr, setAttribute } from "../protocol/attribute.ts";
import { pushNamespace, pushNative } from "../protocol/frames.ts";
import { passesGuard } from "../protocol/guards.ts";
import { asString } from "../protocol/lookup.ts";
import { catchError, newException, raise, raiseNew, raiseValueError } from "../protocol/raise.ts";
import { dictGetString, dictSetString } from "../protocol/table.ts";
import { dictDeleteString } from "../protocol/table-removal.ts";
import { loadNames, mentionsNames } from "./character-names.ts";
import type { ImportLocks } from "./import-locks.ts";
import { resolveRelative } from "./import-name.ts";

/** A module that the host found. */
export interface ModuleSource {
  /** Python source, as text or as the bytes of a file. */
  readonly source: string | Uint8Array;
  /** Shown in tracebacks, and the module's `__file__`. Null for a folder that is a package without a file of its own. */
  readonly filename: string | null;
  /** A package's folder: what its submodules are looked up with (`__path__`). Absent for a plain module. */
  readonly path?: string;
}

/**
 * Finds the source of a module. `name` is its full dotted name; `path` the folders to look in: `sys.path` at top level,
 * the package's `__path__` for a submodule. Null: there is none.
 */
export type Loader = (name: string, path: readonly string[]) => ModuleSource | null | Promise<ModuleSource | null>;

/** What the import system asks of the VM. */
export interface ImportHost {
  readonly locks: ImportLocks;
  readonly loader: Loader | null;
  /** The modules of the library whose shelves were loaded. */
  readonly library: () => Map<string, ModuleEntry>;
  /** The modules that the host has registered. */
  readonly natives: () => ReadonlyMap<string, PyModule>;
  /** See Platform. */
  readonly loading: <T>(part: Promise<T>) => Promise<T>;
}

interface ImportState {
  readonly host: ImportHost;
  readonly fiber: Fiber;
  readonly name: string;
  readonly parts: readonly string[];
  readonly fromList: string[];
  /** The names in `__all__` are in the from-list. */
  hasAll: boolean;
  /** Parts imported so far. */
  done: number;
  /** Names of the from-list looked at so far. */
  fromDone: number;
  stage: "next" | "package" | "asked" | "folders" | "found" | "ran" | "bound";
  /** The `__path__` of what stands for the module in `sys.modules`, where that is none: DONE when it has no such attribute. */
  path: Value | undefined;
  /** The module being loaded, and its full name. */
  module: PyModule | null;
  loading: string;
}

/** `__import__`: answers the top package, or the module itself when names are wanted from it. */
export function importModule(
  vm: Machine,
  host: ImportHost,
  name: string,
  globals: Value,
  fromList: Value,
  level: number,
): Result {
  const absolute = level === 0 ? name : resolveRelative(vm, name, globals, level);
  if (absolute === undefined) return undefined;
  if (absolute === "") return raiseValueError(vm, "Empty module name");
  if (vm.guards !== null && !passesGuard(vm, absolute.split(".", 1)[0] as string)) return undefined;
  const wanted = fromList instanceof PyTuple || fromList instanceof PyList ? fromList.items : [];
  const loaded = dictGetString(vm.modules, absolute);
  if (loaded !== undefined && loaded !== NONE && wanted.length === 0) {
    const dot = absolute.indexOf(".");
    if (level === 0 && dot < 0 && host.locks.isOpen(absolute, vm.fiber)) return loaded;
  }
  const state: ImportState = {
    host,
    fiber: vm.fiber,
    name: absolute,
    parts: absolute.split("."),
    fromList: wanted.map((item) => asString(item) ?? ""),
    done: 0,
    fromDone: 0,
    hasAll: false,
    stage: "next",
    path: undefined,
    module: null,
    loading: "",
  };
  return pushNative(vm, importOp, state);
}

const importOp: NativeOp<ImportState> = {
  name: "import",
  step(vm, state, input) {
    const { host, fiber } = state;
    let answer: Result = input;
    host.locks.goOn(fiber);
    for (;;) {
      switch (state.stage) {
        case "next": {
          const wanted = wantedName(state);
          if (wanted !== null && !host.locks.isOpen(wanted, fiber)) {
            return vm.services.wait(vm, "import", [wanted], host.locks.want(wanted, fiber), true);
          }
          const next = nextName(vm, state);
          if (next === null) return resultOf(vm, state);
          if (next !== undefined && asksModule(vm, state)) {
            const leaf = dictGetString(vm.modules, state.name) as Value;
            state.stage = isPlain(leaf) || state.path !== undefined ? "asked" : "package";
            const attribute = state.stage === "asked" ? (state.fromList[state.fromDone] as string) : "__path__";
            answer = getAttributeOr(vm, leaf, attribute, DONE);
            if (answer === undefined) return undefined;
          } else if (next !== undefined) {
            answer = findModule(vm, state, next);
            if (answer === undefined) return undefined;
          }
          break;
        }
        case "found": {
          const { content } = answer as HostBox;
          if (needsNames(vm, content)) {
            const names = host.loading(loadNames(vm)).then(() => content);
            return vm.services.wait(vm, "import", [state.loading], names, true);
          }
          answer = begin(vm, state, content);
          if (answer === undefined) return undefined;
          break;
        }
        case "ran":
          answer = end(vm, state);
          if (answer === undefined) return undefined;
          break;
        case "package":
          state.path = answer as Value;
          state.stage = "next";
          break;
        case "folders":
          answer = search(vm, state, answer as Value);
          if (answer === undefined) return undefined;
          break;
        case "asked":
          // A module's `__getattr__` has the name, or a submodule may.
          if (answer === DONE) {
            answer = findModule(vm, state, `${state.name}.${state.fromList[state.fromDone]}`);
            if (answer === undefined) return undefined;
          } else {
            state.stage = "next";
            state.fromDone++;
          }
          break;
        default:
          state.stage = "next";
          advance(state);
      }
    }
  },
  raised(vm, state) {
    abandon(vm, state);
    return undefined;
  },
  drop: abandon,
};

/** A module whose code failed does not stay. */
function abandon(vm: Machine, state: ImportState): void {
  state.host.locks.goOn(state.fiber);
  state.host.locks.free(state.loading, state.fiber);
  if (state.stage === "ran") {
    dictDeleteString(vm, vm.modules, state.loading);
    (state.module as PyModule).isLoading = false;
  }
  const missing = vm.error;
  // A name of the from-list that is no submodule is an attribute, or ImportFrom's to complain about.
  if (state.done < state.parts.length || missing === null || state.stage === "ran") return;
  if (missing.type.isSubtype(moduleNotFoundErrorType) && missing.fields?.get("name") === state.loading) {
    catchError(vm, moduleNotFoundErrorType);
    state.stage = "next";
    state.fromDone++;
  }
}

function advance(state: ImportState): void {
  if (state.done < state.parts.length) state.done++;
  else state.fromDone++;
}

/** The module to be looked at next, whether it is there or not. */
function wantedName({ parts, done, name, fromList, fromDone }: ImportState): string | null {
  if (done < parts.length) return parts.slice(0, done + 1).join(".");
  const wanted = fromList[fromDone];
  return wanted === undefined ? null : `${name}.${wanted}`;
}

/** The next module to be loaded: undefined when it is there already, null at the end. */
function nextName(vm: Machine, state: ImportState): string | null | undefined {
  const { parts, fromList } = state;
  if (state.done < parts.length) {
    const name = parts.slice(0, state.done + 1).join(".");
    const loaded = dictGetString(vm.modules, name);
    // What stands before a first dot is no module: ".x" is looked up as it is.
    const isThere = (loaded !== undefined && loaded !== NONE) || name === "";
    if (!isThere) return name;
    state.done++;
    return undefined;
  }
  const leaf = dictGetString(vm.modules, state.name);
  if (state.fromDone >= fromList.length || leaf === undefined || state.path === DONE) return null;
  const names = isPlain(leaf) ? leaf.dict : null;
  if (names !== null && dictGetString(names, "__path__") === undefined) return null;
  const wanted = fromList[state.fromDone] as string;
  if (wanted === "*" && !state.hasAll) {
    // The names in `__all__` may be submodules.
    const all = names === null ? undefined : dictGetString(names, "__all__");
    state.hasAll = true;
    if (all instanceof PyList || all instanceof PyTuple)
      fromList.push(...all.items.map((item) => asString(item) ?? "*"));
  }
  const name = `${state.name}.${wanted}`;
  const isThere = wanted === "*" || (names !== null && dictGetString(names, wanted) !== undefined);
  if (isThere || dictGetString(vm.modules, name) !== undefined) {
    state.fromDone++;
    return undefined;
  }
  return name;
}

/** Whether what stands in `sys.modules` is a module without a class of its own. */
function isPlain(leaf: Value): leaf is PyModule {
  return leaf instanceof PyModule && leaf.type === moduleType;
}

/** Whether the name wanted next from a package may come from the package's own `__getattr__`. */
function asksModule(vm: Machine, state: ImportState): boolean {
  if (state.done < state.parts.length) return false;
  const leaf = dictGetString(vm.modules, state.name);
  return leaf !== undefined && (!isPlain(leaf) || dictGetString(leaf.dict, "__getattr__") !== undefined);
}

/** Look a module up; what is found arrives in a HostBox, or first the folders to search. */
function findModule(vm: Machine, state: ImportState, name: string): Result {
  state.loading = name;
  state.stage = "found";
  state.host.locks.take(name, state.fiber);
  if (dictGetString(vm.modules, name) === NONE)
    return notFound(vm, name, `import of ${name} halted; None in sys.modules`);
  const native = state.host.natives().get(name);
  if (native !== undefined) return new HostBox(native);
  const own = state.host.library().get(name);
  if (own !== undefined) return new HostBox(own);
  if (LIBRARY_NAMES.has(name)) {
    return vm.services.wait(vm, "import", [name], state.host.loading(useLibrary(state.host, name)), true);
  }
  const dot = name.lastIndexOf(".");
  const parent = dictGetString(vm.modules, dot <= 0 ? "sys" : name.slice(0, dot));
  const path = parent instanceof PyModule ? dictGetString(parent.dict, dot <= 0 ? "path" : "__path__") : undefined;
  if (dot <= 0 || parent === undefined || path instanceof PyList) return search(vm, state, path);
  // What stands in `sys.modules` for a package may be no module.
  state.stage = "folders";
  return getAttributeOr(vm, parent, "__path__", DONE);
}

/** Ask the loader for a module in the folders of `path`. */
function search(vm: Machine, state: ImportState, path: Value | undefined): Result {
  const name = state.loading;
  state.stage = "found";
  const dot = name.lastIndexOf(".");
  const folders = path instanceof PyList || path instanceof PyTuple ? textsOf(path.items) : null;
  if (folders === null && dot > 0) {
    return notFound(vm, name, `No module named '${name}'; '${name.slice(0, dot)}' is not a package`);
  }
  // No file has such a name: a loader that makes a path of it must not leave its folders.
  if (state.host.loader === null || name.split(".").includes("")) return new HostBox(null);
  let found: ReturnType<Loader>;
  try {
    found = state.host.loader(name, folders ?? []);
  } catch (error) {
    return vm.services.raiseFromHost(vm, error);
  }
  if (found instanceof Promise) return vm.services.wait(vm, "import", [name], found, true);
  return new HostBox(found);
}

/** Whether a module's source names characters that the VM cannot look up yet. */
function needsNames(vm: Machine, content: unknown): boolean {
  const source = (content as ModuleSource | null)?.source;
  return vm.unicodeNames === null && source !== undefined && mentionsNames(source);
}

async function useLibrary(host: ImportHost, name: string): Promise<ModuleEntry | undefined> {
  for (const [key, entry] of await loadShelf(name)) host.library().set(key, entry);
  return host.library().get(name);
}

function textsOf(items: readonly Value[]): string[] {
  return items.map(asString).filter((text) => text !== undefined);
}

function notFound(vm: Machine, name: string, message: string): undefined {
  const error = newException(moduleNotFoundErrorType, message);
  error.fields = new Map<string, Value>([
    ["name", name],
    ["path", NONE],
  ]);
  return raise(vm, error);
}

/** Make the module and push the frame that runs its code. */
function begin(vm: Machine, state: ImportState, found: unknown): Result {
  const name = state.loading;
  if (found instanceof PyModule) return place(vm, state, found);
  const entry = found as ModuleEntry | ModuleSource | null;
  if (entry === null) {
    notFound(vm, name, `No module named '${name}'`);
    abandon(vm, state);
    return vm.error === null ? NONE : undefined;
  }
  if ("kind" in entry && entry.kind === "native") {
    return place(vm, state, instantiateModule(vm, entry.module));
  }
  const module = newModule(vm, name);
  const isPrelude = "kind" in entry;
  const path = isPrelude ? undefined : entry.path;
  if (path !== undefined || (isPrelude && entry.isPackage)) {
    // The host has no part in the packages of the prelude: they have no folder.
    dictSetString(module.dict, "__path__", newList(path === undefined ? [] : [path]));
    dictSetString(module.dict, "__package__", name);
  }
  if (!isPrelude) dictSetString(module.dict, "__file__", entry.filename ?? NONE);
  dictSetString(module.dict, "__builtins__", vm.builtins);
  state.module = module;
  if (isPrelude) return execute(vm, entry.code(vm), state);
  const request = { filename: entry.filename ?? `<${name}>`, mode: "exec", isFile: true } as const;
  return compileThen(vm, entry.source, request, EXECUTE, state);
}

/** Enter a module that has no code to run. */
function place(vm: Machine, state: ImportState, module: PyModule): Value {
  state.module = module;
  dictSetString(vm.modules, state.loading, module);
  state.stage = "ran";
  return NONE;
}

const EXECUTE: CompileThen<ImportState> = { run: execute };

/** Push the frame that runs the code of a module. */
function execute(vm: Machine, code: Code, state: ImportState): undefined {
  const module = state.module as PyModule;
  const name = state.loading;
  module.isLoading = true;
  dictSetString(vm.modules, name, module);
  state.stage = "ran";
  const func = new PyFunction(link(vm, code), module.dict, vm.builtins, [], null, null, null, name);
  return pushNamespace(vm, func, module.dict);
}

/** The module has run: bind it in its parent. */
function end(vm: Machine, state: ImportState): Result {
  const name = state.loading;
  const module = state.module as PyModule;
  module.isLoading = false;
  state.stage = "bound";
  state.host.locks.free(name, state.fiber);
  const dot = name.lastIndexOf(".");
  const parent = dot < 0 ? undefined : dictGetString(vm.modules, name.slice(0, dot));
  if (parent === undefined) return NONE;
  return setAttribute(vm, parent, name.slice(dot + 1), dictGetString(vm.modules, name) ?? module);
}

function resultOf(vm: Machine, state: ImportState): Result {
  const name = state.fromList.length > 0 ? state.name : (state.parts[0] as string);
  const found = dictGetString(vm.modules, name);
  return found ?? raiseNew(vm, importErrorType, `module '${name}' left sys.modules while it was imported`);
}
