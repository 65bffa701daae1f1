// Bundles the command: one ESM file beside its dependencies.
import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/cli.ts"],
  format: ["esm"],
  target: "es2023",
  platform: "node",
  clean: true,
  silent: true,
  removeNodeProtocol: false,
});
