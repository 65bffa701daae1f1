// @krait/host-plugins: plugins for a game or an app, written in Python or TypeScript.
/**
 * The plugin host: plugins with manifests, permissions, limits and a life of their own.
 *
 * @module @krait/host-plugins
 */
export { console } from "./batteries/console.ts";
export { events, type EventsOptions } from "./batteries/events.ts";
export { game, gameModule } from "./batteries/game/plugin.ts";
export { http, type HttpOptions } from "./batteries/http.ts";
export type { Fetch, FetchAnswer, FetchBody, FetchOptions } from "./batteries/http/fetching.ts";
export { random } from "./batteries/random.ts";
export { storage } from "./batteries/storage.ts";
export { timers, type TimersOptions } from "./batteries/timers.ts";
export { type CheckedProblem, checkPlugins, type CheckReport } from "./check/check-plugins.ts";
export {
  definePlugin,
  type NativePlugin,
  type PluginClient,
  type PluginContext,
  type PluginLog,
  type Subscription,
} from "./definition.ts";
export { createPluginHost, PluginHost, type StartReport } from "./host.ts";
export type { PluginFailure, PluginHostEvents } from "./host-events.ts";
export { DEFAULT_PLUGIN_LIMITS, type PluginHostOptions } from "./host-options.ts";
export type { LogLevel, LogRecord } from "./life/log.ts";
export type { PluginTimeouts } from "./life/realm.ts";
export type { PluginInfo, PluginState } from "./life/states.ts";
export type { PluginFigures } from "./life/totals.ts";
export { PLUGIN_ERRORS, PluginError, type FilePlace, type PluginErrorCode, type PluginProblem } from "./errors.ts";
export type { Activation, Contributions, Manifest, PermissionParameter, PermissionSet } from "./manifest/manifest.ts";
export type { Commands } from "./messages/commands.ts";
export type { EventBus } from "./messages/event-bus.ts";
export type { MailboxLimits } from "./messages/mailbox.ts";
export type { AuditRecord } from "./permissions/audit.ts";
export type { PermissionRequest, PluginPolicy, RestartPolicy } from "./permissions/policy.ts";
export { checkPermissions } from "./manifest/check-permissions.ts";
export { readManifest, type ReadManifest } from "./manifest/read-manifest.ts";
export type { Data } from "./messages/data.ts";
export type { HookKind, HookOrder, Hooks } from "./messages/hooks.ts";
export type { Permission, PermissionForm, PermissionUse } from "./permissions/permission.ts";
export { joinSources } from "./source/join-sources.ts";
export { memorySource, type SourceOptions } from "./source/memory-source.ts";
export { zipSource } from "./source/zip-source.ts";
export type { BundleLimits, PluginBundle, PluginSource } from "./source/plugin-source.ts";
export type { PluginStorage } from "./storage/plugin-storage.ts";
export { type OpenStorage, openStorage, type OpenStorageOptions } from "./storage/open-storage.ts";
export { type MemoryStorage, memoryStorage, type StorageBackend } from "./storage/storage-backend.ts";
