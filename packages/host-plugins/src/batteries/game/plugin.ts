// The native plugin `game`: vectors, matrices, easing curves and grids for script plugins.
import type { Library } from "@krait/core";
import { defineShelf } from "@krait/core/extend";
import { definePlugin, type NativePlugin } from "../../definition.ts";
import { EASING_MODULE } from "./easing.ts";
import source from "./game.py";
import { NATIVE_MODULE } from "./module.ts";
import { GAME_PERMISSION, guardGame } from "./permission.ts";

/** The module `game` for a VM without a plugin host: pass it to `createVM({ modules })`. No permission is asked for. */
export const gameModule: Library = Object.freeze<Library>({
  name: "game",
  table: defineShelf({ native: [NATIVE_MODULE, EASING_MODULE], packages: { game: source } }),
  setUp() {},
});

/**
 * The native plugin "game": scripts with the permission `game` get vectors, matrices, curves and grids by `import game`. It
 * is asked for at each import, and at each call of a function or a constructor of the module; what a script holds already
 * goes on computing when the permission is revoked.
 */
export function game(): NativePlugin {
  return definePlugin({
    id: "game",
    version: "1.0.0",
    permissions: [GAME_PERMISSION],
    modules: (client) => [
      Object.freeze<Library>({ ...gameModule, setUp: (_vm, { machine }) => guardGame(machine, client) }),
    ],
  });
}
