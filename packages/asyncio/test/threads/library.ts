// What a worker VM imports to have asyncio.
export { asyncio } from "../../src/index.ts";
