// The exceptions that a traceback tells of: an exception, what caused it, and the members of groups.
import type { PyException } from "../objects/exception.ts";
import { isGroup, membersOf } from "./exception-group.ts";

/** One exception, and the texts that are gathered for it. */
export interface Told {
  readonly exception: PyException;
  readonly cause: Told | null;
  readonly context: Told | null;
  readonly members: readonly Told[] | null;
  text: string;
  notes: string[];
  suggestion: string;
}

interface Draft {
  readonly exception: PyException;
  cause: Draft | null;
  context: Draft | null;
  members: Draft[] | null;
  text: string;
  notes: string[];
  suggestion: string;
}

/** More exceptions than this are not told of: groups may share members, so that few make many. */
const MOST = 5000;

/** The exception with all that goes with it, each once, and a list of all of them. */
export function tellingOf(exception: PyException): { readonly root: Told; readonly all: readonly Told[] } {
  const seen = new Set<PyException>();
  const all: Draft[] = [];
  const draft = (each: PyException): Draft => {
    seen.add(each);
    const made = { exception: each, cause: null, context: null, members: null, text: "", notes: [], suggestion: "" };
    all.push(made);
    return made;
  };
  const root = draft(exception);
  const queue = [root];
  for (let each = queue.pop(); each !== undefined && all.length < MOST; each = queue.pop()) {
    const { cause, context, suppressContext } = each.exception;
    if (cause !== null && !seen.has(cause)) {
      each.cause = draft(cause);
      queue.push(each.cause);
    }
    if (each.cause === null && !suppressContext && context !== null && !seen.has(context)) {
      each.context = draft(context);
      queue.push(each.context);
    }
    if (isGroup(each.exception)) {
      each.members = membersOf(each.exception).map(draft);
      queue.push(...each.members);
    }
  }
  return { root, all };
}
