#!/usr/bin/env node
// Starts the krait command. The engine is loaded after V8's cache of compiled code is on: that halves what loading takes.
import * as module from "node:module";

/** Since Node 22.8; the process environment decides where the cache is, and whether (NODE_DISABLE_COMPILE_CACHE). */
type CompileCache = { readonly enableCompileCache?: () => unknown };

(module as CompileCache).enableCompileCache?.();
const { main } = await import("./command.ts");
const status = await main(process.argv.slice(2));
// A wait of a script that was stopped (`time.sleep`) must not keep the process.
process.exit(status);
