// The native plugin `game`: vectors, matrices, easing curves and grids for script plugins.
import type { Library } from "@krait/core";
import { defineShelf } from "@krait/core/extend";
import { definePlugin, type NativePlugin } from "../../definition.ts";
import { EASING_MODULE } from "./easing.ts";
import source from "./game.py";
import { NATIVE_MODULE } from "./module.ts";

/** The module `game` for a VM without a plugin host: pass it to `createVM({ modules })`. */
export const gameModule: Library = Object.freeze<Library>({
  name: "game",
  table: defineShelf({ native: [NATIVE_MODULE, EASING_MODULE], packages: { game: source } }),
  setUp() {},
});

/** Lets every script plugin `import game`: no permission is asked for. */
export function game(): NativePlugin {
  return definePlugin({ id: "game", version: "1.0.0", modules: () => [gameModule] });
}
