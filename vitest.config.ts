// One run for every package, on sources: `pnpm test`. `pnpm test:diff` (mode "diff") runs the slow `*.diff.ts` instead; in
// the mode "built" the tests of programs run those on what was built.
import { defaultClientConditions, defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";
import { pythonText } from "./tools/python-text.ts";

const source = "@krait/source";
// .ci/run counts the results from this file.
const report = process.env.KRAIT_TEST_REPORT;

const FILES: Readonly<Record<string, string[]>> = {
  diff: ["packages/*/test/**/*.diff.ts"],
  built: ["tools/arena-process.test.ts"],
};

export default defineConfig(({ mode }) => ({
  plugins: [pythonText()],
  resolve: { conditions: [source, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [source, ...defaultServerConditions] } },
  test: {
    include: FILES[mode] ?? ["packages/*/src/**/*.test.ts", "packages/*/test/**/*.test.ts", "tools/**/*.test.ts"],
    // A guard against hanging alone: how fast a machine is decides no test.
    testTimeout: 60_000,
    reporters: report ? ["default", "json"] : ["default"],
    ...(report && { outputFile: { json: report } }),
  },
}));
