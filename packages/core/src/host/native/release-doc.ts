// What `release()` of native classes says of itself, in Python and in stubs.

export const RELEASE_DOC: string = "Give the object up: it is of no use from then on.";
