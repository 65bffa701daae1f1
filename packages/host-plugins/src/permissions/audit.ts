// The audit: one record of each decision on a permission.
import type { PermissionParameter } from "../manifest/manifest.ts";
import type { PermissionUse } from "./permission.ts";

/** A decision on a permission. */
export interface AuditRecord {
  /** ms since 1970. */
  readonly at: number;
  readonly plugin: string;
  readonly permission: string;
  /**
   * "allowed" or "denied": one use of it. "granted" or "refused": what the plugin asked for. "revoked": it was taken away.
   */
  readonly decision: "allowed" | "denied" | "granted" | "refused" | "revoked";
  /** What was to be done, or was asked for; null where the permission has no parameter. */
  readonly subject: PermissionUse | PermissionParameter | null;
}
