// What events can come from: emitters as Node has them, and targets as the web has them.

/** Tells listeners of events by name, as Node's EventEmitter and eventemitter3 do. */
export interface EmitterSource {
  /** Call a listener at each event of a name. */
  on(event: string, listener: (...values: any[]) => void): unknown;
  /** Do so no more. */
  off(event: string, listener: (...values: any[]) => void): unknown;
}

/** Tells listeners of events by type, as EventTarget does. */
export interface TargetSource {
  /** Call a listener at each event of a type. */
  addEventListener(event: string, listener: (event: any) => void): void;
  /** Do so no more. */
  removeEventListener(event: string, listener: (event: any) => void): void;
}

/** Where the events of a stream come from. */
export type EventSource = EmitterSource | TargetSource;

/** Listen; answers what ends that. Throws TypeError for what tells no events. */
export function listen(source: EventSource, event: string, listener: (values: readonly unknown[]) => void): () => void {
  if (isTarget(source)) {
    const own = (given: unknown): void => listener([carried(given)]);
    source.addEventListener(event, own);
    return () => source.removeEventListener(event, own);
  }
  if (typeof source?.on !== "function" || typeof source.off !== "function") {
    throw new TypeError("eventStream: an emitter (on, off) or a target (addEventListener) is expected");
  }
  const own = (...values: unknown[]): void => listener(values);
  source.on(event, own);
  return () => source.off(event, own);
}

function isTarget(source: EventSource): source is TargetSource {
  return typeof (source as Partial<TargetSource> | null)?.addEventListener === "function";
}

/** What an event object carries: Python cannot take the object itself. */
function carried(event: unknown): unknown {
  const { detail, data, type } = event as { detail?: unknown; data?: unknown; type?: unknown };
  return detail ?? data ?? type;
}
