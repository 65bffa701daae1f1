// The native plugin `game`: vectors, matrices, easing curves and grids for script plugins.
import type { Library } from "@krait/core";
import { defineShelf } from "@krait/core/extend";
import { definePlugin, type NativePlugin } from "../../definition.ts";
import { GAME_MODULE } from "./module.ts";

/** The module `game` for a VM without a plugin host: pass it to `createVM({ modules })`. */
export const gameModule: Library = Object.freeze<Library>({
  name: "game",
  table: defineShelf({ native: [GAME_MODULE] }),
  setUp() {},
});

/** Lets every script plugin `import game`: no permission is asked for. */
export function game(): NativePlugin {
  return definePlugin({ id: "game", version: "1.0.0", modules: () => [gameModule] });
}
