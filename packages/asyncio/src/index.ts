// @krait/asyncio: Python's asyncio on the event loop of the host.
/**
 * Python's asyncio: pass `asyncio` to `createVM({ modules: [asyncio] })`, and scripts can import it.
 *
 * @module @krait/asyncio
 */
import type { Library } from "@krait/core";
import { SHELF } from "./shelf.ts";

/** Lets scripts `import asyncio`. */
export const asyncio: Library = Object.freeze({ name: "asyncio", table: SHELF, setUp() {} });
