// Which paths may name a file of a plugin: relative ones with "/" that lead nowhere out of its folder.

/** A path longer than this is refused: none is in use, and file systems have such a bound too. */
const MAX_LENGTH = 512;

/** Why a path cannot be that of a file in a plugin, as the end of a sentence that begins with the path; null if it can. */
export function pathFault(path: string): string | null {
  if (path === "") return "is empty";
  if (path.length > MAX_LENGTH) return `is longer than ${MAX_LENGTH} characters`;
  if (/\p{Surrogate}/u.test(path)) return "has half a character";
  if (/\p{Cc}/u.test(path)) return "has a control character";
  if (path.includes("\\")) return 'has a backslash: parts are separated by "/"';
  if (path.startsWith("/")) return "is absolute";
  if (path.includes(":")) return 'has a ":", as of a drive';
  const parts = path.split("/");
  if (parts.includes("..")) return 'has the part ".."';
  if (parts.includes(".")) return 'has the part "."';
  if (parts.includes("")) return "has an empty part";
  return null;
}
