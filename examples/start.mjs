// `pnpm start`: the arena; with the path of a Python script, that script in a small host.
const [first = "--"] = process.argv.slice(2);
await import(first.startsWith("--") ? "./arena/main.mjs" : "./frame-host/main.mjs");
