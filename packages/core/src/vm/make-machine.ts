// Making the machine of a VM: the services that connect it with its host, its built-ins, `sys` and `__main__`.
import { installBuiltins } from "../builtins/install.ts";
import { raiseFromJs } from "../host/js-error.ts";
import { answerToPython } from "../host/host-function.ts";
import { type Jobs, Machine, type Services } from "../objects/machine.ts";
import { newDict } from "../objects/make.ts";
import { NONE } from "../objects/singletons.ts";
import type { Value } from "../objects/value.ts";
import { newModule } from "../modules/define.ts";
import { setUpSys } from "../modules/sys.ts";
import { dictSetString } from "../protocol/table.ts";
import { caretAnchors, isWholeCall } from "../syntax/caret-anchors.ts";
import type { Count } from "./census/count.ts";
import { compileSource, SourceCompiler } from "./compile.ts";
import { fileServices } from "./files.ts";
import type { Generation } from "./generation.ts";
import { ImportLocks } from "./import-locks.ts";
import { type ImportHost, importModule } from "./import.ts";
import { operationLimits, type VMLimits, type VMOptions } from "./options.ts";
import type { Platform } from "./platform.ts";
import { seededBytes } from "./seeded-bytes.ts";

/** `generation` answers the generation that the machine becomes part of: it is asked only when scripts run. */
export function makeMachine(
  options: VMOptions,
  limits: Required<VMLimits>,
  platform: Platform,
  generation: () => Generation,
  rehearse: () => void,
  jobs: Jobs,
  warn: (category: string, message: string) => void,
): Machine {
  const services = { ...makeServices(options, limits, platform, generation, rehearse), jobs, warn };
  const vm = new Machine(services, operationLimits(limits));
  installBuiltins(vm);
  setUpSys(vm, options.argv ?? [""], options.path ?? []);
  const main = newModule(vm, "__main__");
  dictSetString(main.dict, "__annotations__", newDict());
  dictSetString(main.dict, "__builtins__", vm.builtinsModule as Value);
  dictSetString(main.dict, "__package__", NONE);
  dictSetString(vm.modules, "__main__", main);
  return vm;
}

function makeServices(
  options: VMOptions,
  limits: Required<VMLimits>,
  platform: Platform,
  generation: () => Generation,
  rehearse: () => void,
): Omit<Services, "jobs" | "warn"> {
  const host: ImportHost = {
    locks: new ImportLocks(),
    loader: options.loader ?? null,
    library: () => generation().library,
    natives: () => generation().nativeModules,
    loading: (part) => platform.loading?.(part) ?? part,
  };
  const { stdin, seed, files } = options;
  const randomBytes = seed === undefined ? (count: number) => platform.randomBytes(count) : seededBytes(seed);
  return {
    compile: compileSource,
    beginCompiling: (vm, source, request) => new SourceCompiler(vm, source, request),
    caretAnchors,
    isWholeCall,
    importModule: (vm, name, globals, fromList, level) => importModule(vm, host, name, globals, fromList, level),
    write: writer(options, limits, generation),
    ...(stdin === undefined ? {} : { readLine: stdin }),
    ...(files === undefined ? {} : { files: fileServices(files) }),
    now: () => platform.now(),
    monotonic: () => platform.monotonic(),
    randomBytes,
    rehearse,
    sleep: (_vm, milliseconds) => generation().sleep(milliseconds),
    wait: (_vm, operation, args, promise, isRaw, abort) =>
      generation().wait(operation, args, promise, isRaw, abort ?? null),
    follow: (operation, promise, wait) => generation().follow(operation, promise, wait),
    callOff: (id) => generation().operations.callOff(id),
    fromHost: (_vm, value) => answerToPython(generation(), value),
    raiseFromHost: (_vm, error) => raiseFromJs(generation(), error),
    abandon: (fiber) => generation().abandon(fiber),
    beginCount: () => generation().memory.ask(generation().entries.nesting > 1),
    stepCount: (_vm, count) => generation().memory.stepAsked(count as Count),
    stateChanged: () => generation().changed(),
  };
}

/** Counts what is written: beyond the limit nothing is, and the script is stopped. */
function writer(
  options: VMOptions,
  limits: Required<VMLimits>,
  generation: () => Generation,
): (stream: "stdout" | "stderr", text: string) => boolean {
  return (stream, text) => {
    const own = generation();
    own.entries.output += text.length;
    if (own.entries.output > limits.outputBytes) own.exceed("outputBytes");
    else {
      try {
        options[stream]?.(text);
      } catch (error) {
        raiseFromJs(own, error);
        return false;
      }
    }
    return true;
  };
}
