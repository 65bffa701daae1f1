// The grants of one plugin: what it may do now, checked at each use, and how it gets more or loses it.
import { PythonRaise } from "@krait/core";
import { PluginError } from "../errors.ts";
import type { Manifest, PermissionParameter } from "../manifest/manifest.ts";
import { nearest } from "../messages/nearest.ts";
import type { AuditRecord } from "./audit.ts";
import { type Permission, PERMISSION_FORMS, type PermissionUse, shownParameter } from "./permission.ts";
import type { PluginPolicy } from "./policy.ts";

/** A decision, but for its time. */
export type Decision = Omit<AuditRecord, "at">;

export interface GrantsOptions {
  readonly manifest: Manifest;
  /** All kinds of permission that the host has. */
  readonly kinds: ReadonlyMap<string, Permission>;
  readonly policy: PluginPolicy;
  readonly audit: (decision: Decision) => void;
}

export class Grants {
  readonly #options: GrantsOptions;
  readonly #granted: Map<string, PermissionParameter> = new Map();
  readonly #watchers: Set<{ readonly permission: string; readonly changed: () => void }> = new Set();

  /** `before`: those of the plugin's version before; what was granted, and the manifest still mentions as much, stays so. */
  constructor(options: GrantsOptions, before: Grants | null = null) {
    this.#options = options;
    const { required, optional } = options.manifest.permissions;
    for (const [permission, parameter] of Object.entries(before?.all ?? {})) {
      const wanted = required[permission] ?? optional[permission];
      const form = options.kinds.get(permission)?.form ?? "flag";
      if (wanted !== undefined && PERMISSION_FORMS[form].covers(wanted, parameter))
        this.#granted.set(permission, parameter);
    }
  }

  /** What is granted now. */
  get all(): Readonly<Record<string, PermissionParameter>> {
    return Object.fromEntries(this.#granted);
  }

  /** The parameter of a grant; null where there is none. */
  parameter(permission: string): PermissionParameter | null {
    return this.#granted.get(permission) ?? null;
  }

  /** Be told of each change of a grant, right after it; answers what ends that. */
  watch(permission: string, changed: () => void): () => void {
    const watcher = { permission, changed };
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  /** Get what the manifest requires. Rejects with PluginError ("unknown-permission", "permission-refused"). */
  async takeRequired(): Promise<void> {
    const { manifest } = this.#options;
    for (const [permission, wanted] of Object.entries(manifest.permissions.required)) {
      if (await this.#decide(permission, wanted, true)) continue;
      throw new PluginError(
        "permission-refused",
        `plugin '${manifest.id}' requires the permission '${permission}' for ${shownParameter(wanted)}, which the host does not grant`,
        { plugin: manifest.id },
      );
    }
  }

  /**
   * Ask the host for a permission that the manifest has as optional; whether it is granted. Raises ValueError in Python for one
   * that does not stand there, or not with so much.
   */
  async request(permission: string, given: unknown): Promise<boolean> {
    const { manifest } = this.#options;
    const { form = "flag" } = this.#kind(permission);
    const declared = manifest.permissions.optional[permission];
    if (declared === undefined) {
      if (this.#granted.has(permission)) return true;
      throw new PythonRaise(
        "ValueError",
        `the manifest does not mention '${permission}'; add it to [permissions.optional] to ask for it`,
      );
    }
    const wanted = given === null || given === undefined ? declared : PERMISSION_FORMS[form].read(given);
    if (wanted === null) {
      throw new PythonRaise("ValueError", `permission '${permission}' takes ${PERMISSION_FORMS[form].expected}`);
    }
    if (!PERMISSION_FORMS[form].covers(declared, wanted)) {
      throw new PythonRaise(
        "ValueError",
        `[permissions.optional] of the manifest has '${permission}' for ${shownParameter(declared)} alone, not for ${shownParameter(wanted)}`,
      );
    }
    return await this.#decide(permission, wanted, false);
  }

  /** Grant what the host wants to. Throws PluginError ("unknown-permission"). */
  grant(permission: string, written: unknown): void {
    const parameter = this.#read(permission, written);
    this.#set(permission, parameter);
    this.#audit(permission, "granted", parameter);
  }

  /** Take a grant away: the next use of it is denied. Whether there was one. Throws PluginError ("unknown-permission"). */
  revoke(permission: string): boolean {
    this.#kind(permission);
    if (!this.#granted.delete(permission)) return false;
    this.#changed(permission);
    this.#audit(permission, "revoked", null);
    return true;
  }

  /** Throws what Python raises as PermissionError unless this use is granted. */
  permit(permission: string, use: PermissionUse): void {
    const { form = "flag" } = this.#kind(permission);
    const grant = this.#granted.get(permission);
    if (grant !== undefined && PERMISSION_FORMS[form].allows(grant, use)) {
      this.#audit(permission, "allowed", use ?? null);
      return;
    }
    this.#audit(permission, "denied", use ?? null);
    throw new PythonRaise("PermissionError", this.#refusal(permission, grant, use));
  }

  /** What a script is told, with what its author can do about it. */
  #refusal(permission: string, grant: PermissionParameter | undefined, use: PermissionUse): string {
    const { manifest } = this.#options;
    const what = use === undefined ? `'${permission}'` : `'${permission}' for ${JSON.stringify(use)}`;
    const has = grant === undefined ? "" : `, only for ${shownParameter(grant)}`;
    const { required, optional } = manifest.permissions;
    const isMentioned = permission in required || permission in optional;
    const advice =
      grant !== undefined || (isMentioned && permission in required)
        ? "the host decides on more"
        : permission in optional
          ? `ask for it with plugin.request(${JSON.stringify(permission)})`
          : "add it to [permissions.required] or [permissions.optional] of the manifest";
    return `plugin '${manifest.id}' has no permission ${what}${has}; ${advice}`;
  }

  /** Whether the host grants what is wanted, in advance or when it is asked. */
  async #decide(permission: string, wanted: PermissionParameter, isRequired: boolean): Promise<boolean> {
    const { manifest, policy } = this.#options;
    const kind = this.#kind(permission);
    const { covers } = PERMISSION_FORMS[kind.form ?? "flag"];
    const own = this.#granted.get(permission);
    if (own !== undefined && covers(own, wanted)) return true;
    let isGranted = [manifest.id, "*"].some((id) => {
      const grant = Object.hasOwn(policy.grants ?? {}, id) ? policy.grants?.[id]?.[permission] : undefined;
      return grant !== undefined && covers(this.#read(permission, grant), wanted);
    });
    if (!isGranted && policy.ask !== undefined) {
      const request = { plugin: manifest.id, version: manifest.version, permission, doc: kind.doc, wanted, isRequired };
      // Nothing but true is a yes: what a policy forgot to answer is no grant.
      isGranted = (await policy.ask(request)) === true;
    }
    if (isGranted) this.#set(permission, wanted);
    this.#audit(permission, isGranted ? "granted" : "refused", wanted);
    return isGranted;
  }

  #set(permission: string, parameter: PermissionParameter): void {
    this.#granted.set(permission, parameter);
    this.#changed(permission);
  }

  #changed(permission: string): void {
    for (const watcher of this.#watchers) if (watcher.permission === permission) watcher.changed();
  }

  #kind(permission: string): Permission {
    const { kinds, manifest } = this.#options;
    const kind = kinds.get(permission);
    if (kind === undefined) {
      throw new PluginError(
        "unknown-permission",
        `there is no permission '${permission}'${nearest(permission, kinds.keys())}`,
        {
          plugin: manifest.id,
        },
      );
    }
    return kind;
  }

  #read(permission: string, written: unknown): PermissionParameter {
    const { expected, read } = PERMISSION_FORMS[this.#kind(permission).form ?? "flag"];
    const parameter = read(written);
    if (parameter === null) {
      throw new PluginError("unknown-permission", `the permission '${permission}' takes ${expected}`, {
        plugin: this.#options.manifest.id,
      });
    }
    return parameter;
  }

  #audit(permission: string, decision: AuditRecord["decision"], subject: AuditRecord["subject"]): void {
    this.#options.audit({ plugin: this.#options.manifest.id, permission, decision, subject });
  }
}
