// Notes of an exception (`__notes__`): lines that the traceback prints below its message.
import { listType } from "../objects/builtin-types.ts";
import type { PyException } from "../objects/exception.ts";
import { newDict, newList } from "../objects/make.ts";
import { PyList } from "../objects/sequences.ts";
import { dictGetString, dictSetString } from "./table.ts";

/** Append a note, as `add_note` does; false when `__notes__` is something other than a list. */
export function addNote(exception: PyException, note: string): boolean {
  exception.attrs ??= newDict();
  const notes = dictGetString(exception.attrs, "__notes__");
  if (notes === undefined) dictSetString(exception.attrs, "__notes__", newList([note]));
  else if (notes instanceof PyList && notes.type.isSubtype(listType)) notes.items.push(note);
  else return false;
  return true;
}
