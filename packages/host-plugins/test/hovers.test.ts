// What an editor shows of the plugin host's types: short signatures, with the names that the host has given.
import { join } from "node:path";
import ts from "typescript";
import { beforeAll, expect, it } from "vitest";

// A comment with a name marks what comes after it.
const SOURCE = `
import { createPluginHost, definePlugin, memorySource } from "@krait/host-plugins";

interface Sale { item: string; price: number }
interface ShopEvents { "shop.sold": Sale; "shop.closed": undefined }

const /*host*/host = createPluginHost<ShopEvents>({ source: memorySource({}) });
host.events./*on*/on("shop.sold", (/*heard*/sale) => {});
host.events./*emit*/emit("shop.sold", { item: "bread", price: 5 });
host.events./*nothing*/emit("shop.closed");
host./*told*/on("failure", (/*failure*/failure) => {});
const /*bare*/bare = createPluginHost({ source: memorySource({}) });
bare.events.on("anything", (/*any*/data) => {});
const /*answer*/answer = await bare.hooks.call("price", 5);
export const /*plugin*/plugin = definePlugin({ id: "doors", version: "1.0.0", modules: (/*client*/client) => [] });
host.events.emit(/*names*/);
`;

let shown: (mark: string) => string;
let completed: (mark: string) => readonly string[];

beforeAll(() => {
  const root = join(import.meta.dirname, "../../..");
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root, {}, undefined, undefined);
  const file = join(import.meta.dirname, "hovered.mts");
  const ambient = join(root, "packages/core/src/python-text.d.ts");
  const textOf = (name: string): string | undefined => (name === file ? SOURCE : ts.sys.readFile(name));
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file, ambient],
    getScriptVersion: () => "1",
    getScriptSnapshot(name) {
      const text = textOf(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: textOf,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
  const placeOf = (mark: string): number => SOURCE.indexOf(`/*${mark}*/`) + mark.length + 4;
  shown = (mark) => ts.displayPartsToString(service.getQuickInfoAtPosition(file, placeOf(mark))?.displayParts);
  completed = (mark) =>
    service.getCompletionsAtPosition(file, placeOf(mark), {})?.entries.map(({ name }) => name) ?? [];
}, 60_000);

it("shows types by the names that the host has given them", () => {
  expect(["host", "heard", "bare", "any", "failure", "answer", "plugin", "client"].map(shown)).toEqual([
    "const host: PluginHost<ShopEvents>",
    "(parameter) sale: Sale",
    "const bare: PluginHost<Record<string, Data>>",
    "(parameter) data: Data",
    "(parameter) failure: PluginFailure",
    "const answer: Data",
    "const plugin: NativePlugin",
    "(parameter) client: PluginClient",
  ]);
});

it("shows what each method takes for the event that is named", () => {
  const bus = "(method) EventBus<ShopEvents>";
  expect(["on", "emit", "nothing", "told"].map(shown)).toEqual([
    `${bus}.on<"shop.sold">(event: "shop.sold", listener: (data: Sale) => unknown): () => void`,
    `${bus}.emit<"shop.sold">(event: "shop.sold", data: Sale): void`,
    `${bus}.emit<"shop.closed">(event: "shop.closed", data?: undefined): void`,
    `(method) PluginHost<ShopEvents>.on<"failure">(name: "failure", listener: (failure: PluginFailure) => void): () => void`,
  ]);
});

it("completes the names of events", () => {
  expect(completed("names")).toEqual(expect.arrayContaining(['"shop.sold"', '"shop.closed"']));
});
