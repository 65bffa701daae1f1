// Hooks: points where the host, or a native plugin, asks the plugins.

/**
 * How a hook is called. "first": in order, until one answers something other than None. "sequential": each gets what
 * the one before answered as its first argument. "parallel": all at once; the answers come in order.
 */
export type HookKind = "first" | "sequential" | "parallel";

/** Where a handler stands among those of its hook: before, among or after the others. */
export type HookOrder = "pre" | "normal" | "post";
