// TEMP
import type { Machine } from "../objects/machine.ts";
import type { PyException } from "../objects/exception.ts";
import type { Result } from "../objects/value.ts";
export function tracebackText(_vm: Machine, e: PyException): Result { return `Traceback\n${e.type.name}: ${String(e.args.items[0] ?? "")}\n`; }
