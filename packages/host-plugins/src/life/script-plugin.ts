// A script plugin from its discovery on: its states, its lives one after another, failures and restarts, reloads.
import { PythonError, TerminatedError } from "@krait/core";
import { errorText, PluginError } from "../errors.ts";
import type { Data } from "../messages/data.ts";
import { Mailbox } from "../messages/mailbox.ts";
import { type Decision, Grants } from "../permissions/grants.ts";
import { isHostClosed } from "./closing.ts";
import { activationError, type Loaded } from "./loaded.ts";
import { Log } from "./log.ts";
import type { Realm } from "./realm.ts";
import { isFatal, ScriptLife } from "./script-life.ts";
import { Serial } from "./serial.ts";
import type { PluginInfo, PluginState } from "./states.ts";
import { type PluginFigures, Totals } from "./totals.ts";

/** The longest that a plugin waits for its restart, in ms. */
const MOST_BACKOFF_MS = 3_600_000;

export class ScriptPlugin {
  readonly id: string;
  /** How its source knows it. */
  readonly sourceName: string;
  readonly log: Log;
  readonly #realm: Realm;
  readonly #rank: number;
  readonly #mailbox: Mailbox;
  readonly #totals: Totals = new Totals();
  readonly #serial: Serial = new Serial();
  #loaded: Loaded;
  #grants: Grants;
  #life: ScriptLife | null = null;
  /** Resolves when nothing is left of a life that could not be made. */
  #released: Promise<void> = Promise.resolve();
  #state: PluginState = "waiting";
  #error: PluginError | null = null;
  /** The failure that was reported last. */
  #told: unknown = null;
  #starting: Promise<void> | null = null;
  #reloading: Promise<void> | null = null;
  /** Since when it is active, on the monotonic clock. */
  #activeSince = 0;
  #restartsInARow = 0;
  #errorsInARow = 0;
  #cancelRestart: (() => void) | null = null;
  /** Stops that were asked for and have not begun. */
  #stopsToCome = 0;

  /** `wanted` is called when an event has come that starts it. */
  constructor(realm: Realm, loaded: Loaded, sourceName: string, rank: number, wanted: () => void) {
    const { id } = loaded.manifest;
    this.id = id;
    this.sourceName = sourceName;
    this.#realm = realm;
    this.#rank = rank;
    this.#loaded = loaded;
    this.log = new Log(id, () => realm.platform.now(), realm.tell.log);
    this.#grants = this.#newGrants(loaded);
    this.#mailbox = new Mailbox(
      realm.bus,
      realm.mailbox,
      () => {
        if (this.#state === "waiting") wanted();
      },
      (event) => {
        this.#totals.droppedEvents++;
        realm.tell.dropped(id, event);
      },
    );
    realm.tell.state(id, "waiting", null);
    this.#expect();
  }

  get state(): PluginState {
    return this.#state;
  }

  get manifest(): Loaded["manifest"] {
    return this.#loaded.manifest;
  }

  get info(): PluginInfo {
    const { name, version } = this.manifest;
    return { id: this.id, name, version, kind: "script", state: this.#state, error: this.#error };
  }

  get grants(): Grants {
    return this.#grants;
  }

  get figures(): PluginFigures {
    return this.#totals.figures(this.id, this.#state, this.#life?.stats ?? null, this.#mailbox.waitingCount);
  }

  /** Resolves when nothing is being done to it. */
  settled(): Promise<void> {
    return this.#serial.run(async () => {});
  }

  /** Start it, unless it is active. Rejects with PluginError, as it fails. */
  activate(): Promise<void> {
    if (this.#state === "active") return Promise.resolve();
    if (this.#starting !== null) return this.#starting;
    const starting = this.#serial
      .run(async () => {
        if (this.#life !== null) return;
        if (this.#state === "disabled") this.#restartsInARow = 0;
        await this.#start(null, "activation");
      })
      .finally(() => {
        if (this.#starting === starting) this.#starting = null;
      });
    this.#starting = starting;
    return starting;
  }

  /**
   * Replace it by what `load` answers, and give that what it leaves. Where that cannot be loaded, the old one goes on; where it
   * cannot be started, the old one starts again. Rejects with PluginError then. A reload that has not begun serves all who ask.
   */
  reload(load: () => Promise<Loaded>): Promise<void> {
    if (this.#reloading !== null) return this.#reloading;
    const reloading = this.#serial.run(async () => {
      if (this.#reloading === reloading) this.#reloading = null;
      await this.#reload(load);
    });
    this.#reloading = reloading;
    return reloading;
  }

  /** Tell what kept a reload from being tried that nobody waits for; what came of one that was tried is told already. */
  notReloaded(error: unknown): void {
    if (error !== this.#told) this.#report("reload", activationError(this.id, error), "reported", null);
  }

  /** Stop it in order, for good. Never rejects. */
  stop(): Promise<void> {
    this.#stopsToCome++;
    // Who asks for a start or a reload from now on asks for one after the stop.
    this.#starting = null;
    this.#reloading = null;
    return this.#serial.run(async () => {
      this.#stopsToCome--;
      this.#cancelRestart?.();
      if (this.#life !== null) this.#move("closing");
      this.#mailbox.close();
      await this.#endLife(true);
      this.#move("disabled");
    });
  }

  async #start(left: Data, during: string): Promise<void> {
    this.#cancelRestart?.();
    this.#move("activating");
    this.#mailbox.hold();
    try {
      await this.#begin(left);
    } catch (error) {
      if (isHostClosed(error)) throw await this.#givenUp(error);
      throw await this.#stopFailed(during, activationError(this.id, error));
    }
  }

  /** One more life: rejects with what stands in its way, and may leave a life that has to be ended. */
  async #begin(left: Data): Promise<void> {
    const { closing } = this.#realm;
    await closing.wait(this.#grants.takeRequired());
    let made: ScriptLife | null = null;
    const life = new ScriptLife({
      ...this.#loaded,
      realm: this.#realm,
      rank: this.#rank,
      grants: this.#grants,
      log: this.log,
      mailbox: this.#mailbox,
      left,
      succeeded: () => {
        this.#errorsInARow = 0;
      },
      // What a life that could not be made holds is released, and that may fail.
      failed: (during, error) => this.#failed(made, during, error),
      notMade: (released) => {
        this.#released = released;
      },
    });
    made = life;
    this.#life = life;
    await life.begin();
    this.#error = null;
    this.#errorsInARow = 0;
    this.#activeSince = this.#realm.platform.monotonic();
    this.#move("active");
    this.#mailbox.open();
  }

  async #reload(load: () => Promise<Loaded>): Promise<void> {
    const next = await load();
    const grants = this.#newGrants(next, this.#grants);
    await this.#realm.closing.wait(grants.takeRequired());
    const old = { loaded: this.#loaded, grants: this.#grants };
    const use = (each: { readonly loaded: Loaded; readonly grants: Grants }): void => {
      this.#loaded = each.loaded;
      this.#grants = each.grants;
    };
    if (this.#state === "waiting") {
      use({ loaded: next, grants });
      this.#expect();
      return;
    }
    if (this.#state !== "active") {
      use({ loaded: next, grants });
      this.#restartsInARow = 0;
      await this.#start(null, "reload");
      this.#realm.tell.reload(this.id, next.manifest.version);
      return;
    }
    this.#move("reloading");
    this.#mailbox.hold();
    const left = await this.#endLife(true);
    use({ loaded: next, grants });
    try {
      await this.#begin(left);
    } catch (error) {
      if (isHostClosed(error)) throw await this.#givenUp(error);
      const failure = activationError(this.id, error);
      this.#report("reload", failure, "reported", null);
      await this.#endLife(false);
      use(old);
      await this.#start(left, "the return to the version before");
      throw failure;
    }
    this.#realm.tell.reload(this.id, next.manifest.version);
  }

  /** End what was being started when the host began to close; answers why. */
  async #givenUp(error: unknown): Promise<unknown> {
    this.#mailbox.close();
    await this.#endLife(false);
    this.#move("disabled");
    return error;
  }

  /** Something that the plugin was called for has failed: it goes on, or is stopped. */
  #failed(life: ScriptLife | null, during: string, error: unknown): void {
    if (life !== this.#life || error instanceof TerminatedError) return;
    this.#errorsInARow++;
    const isTooMuch = this.#state === "active" && this.#errorsInARow >= this.#realm.restart.errorsInARow;
    if (!isFatal(error) && !isTooMuch) {
      this.#report(during, error, "reported", null);
      return;
    }
    // What is being done to it already says what becomes of it.
    if (this.#state === "activating" || this.#state === "reloading" || this.#state === "closing") {
      this.#report(during, error, "reported", null);
      return;
    }
    void this.#serial.run(async () => {
      if (life === this.#life) await this.#stopFailed(during, error);
    });
  }

  /** Stop a plugin that has failed, and start it again by the policy; answers the failure. */
  async #stopFailed(during: string, error: unknown): Promise<PluginError> {
    const { attempts, backoffMs, factor, mendedAfterMs } = this.#realm.restart;
    const { platform } = this.#realm;
    if (this.#state === "active") {
      if (platform.monotonic() - this.#activeSince >= mendedAfterMs) this.#restartsInARow = 0;
      this.#move("closing");
    }
    this.#mailbox.close();
    this.#error =
      error instanceof PluginError
        ? error
        : new PluginError("stopped", `plugin '${this.id}' was stopped in ${during}: ${errorText(error)}`, {
            plugin: this.id,
            cause: error,
            traceback: error instanceof PythonError ? error.traceback : null,
          });
    const isLast = this.#restartsInARow >= attempts || isForGood(this.#error);
    const wait = Math.min(MOST_BACKOFF_MS, backoffMs * factor ** this.#restartsInARow);
    this.#report(during, error, isLast ? "disabled" : "restarting", isLast ? null : wait);
    await this.#endLife(false);
    if (isLast) {
      this.#move("disabled");
      return this.#error;
    }
    this.#restartsInARow++;
    this.#move("restarting");
    this.#cancelRestart = this.#realm.platform.timer(wait, () => {
      this.#cancelRestart = null;
      if (this.#stopsToCome > 0) return;
      this.#totals.restarts++;
      // What it fails at was reported.
      this.activate().catch(() => {});
    });
    return this.#error;
  }

  /** End the life under way, if there is one; `isInOrder` asks it for what it leaves. */
  async #endLife(isInOrder: boolean): Promise<Data> {
    const life = this.#life;
    if (life === null) {
      await this.#released;
      return null;
    }
    const left = isInOrder ? await life.dispose() : null;
    this.#life = null;
    // The scheduler forgets this of a VM that has closed.
    const { worstSliceMs } = life.stats;
    await life.end();
    this.#totals.add({ ...life.stats, worstSliceMs });
    return left;
  }

  /** A plugin that waits takes the events that start it. */
  #expect(): void {
    const events = this.manifest.activation.filter((each) => each.startsWith("event:"));
    if (events.length === 0) return;
    this.#mailbox.hold();
    for (const event of events) this.#mailbox.expect(event.slice("event:".length));
  }

  #newGrants({ manifest }: Loaded, before: Grants | null = null): Grants {
    const { kinds, policy, tell, platform } = this.#realm;
    const audit = (decision: Decision): void => tell.audit({ ...decision, at: platform.now() });
    return new Grants({ manifest, kinds, policy, audit }, before);
  }

  #report(
    during: string,
    error: unknown,
    outcome: "reported" | "restarting" | "disabled",
    restartMs: number | null,
  ): void {
    this.#totals.failures++;
    this.#told = error;
    const traceback = error instanceof PythonError || error instanceof PluginError ? error.traceback : null;
    this.log.error(`${during}: ${(traceback ?? errorText(error)).trimEnd()}`);
    this.#realm.tell.failure({ plugin: this.id, during, error, traceback, outcome, restartMs });
  }

  #move(to: PluginState): void {
    if (to === this.#state) return;
    const from = this.#state;
    this.#state = to;
    this.#realm.tell.state(this.id, to, from);
  }
}

/** Whether starting again cannot help: what the policy or the files say will be the same. */
function isForGood({ code }: PluginError): boolean {
  return (
    code === "permission-refused" ||
    code === "unknown-permission" ||
    code === "bad-script" ||
    code === "storage-version"
  );
}
