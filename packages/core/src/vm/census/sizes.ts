// What things take up in memory, in bytes: estimates for 64-bit V8, whose objects have a header of three words.

export const WORD = 8;
/** An object without its fields. */
export const OBJECT = 24;
/** An array without its items: the array and its store. */
export const ARRAY = 48;
/** Slots of the store of an array that was filled one by one, at least. */
export const LEAST_SLOTS = 17;
/** A Map or Set without its entries, its smallest table included. */
export const MAP = 180;
/** An entry of a Map or Set, with the slack of its table. */
export const MAP_ENTRY = 40;
/** A typed array without its bytes. */
export const TYPED_ARRAY = 170;
/** A float: the object and the box of its number. */
export const FLOAT = 48;
/** A string or a bigint without its characters or digits. */
export const TEXT = 16;
/** A dict or set without entries: its fields, two arrays and an index. */
export const TABLE = 400;
/** A frame with all its fields. */
export const FRAME = 210;
/** The instructions, tables and caches of a code object, for each byte of its instructions. */
export const CODE_FACTOR = 6;
/** A code object without its instructions. */
export const CODE = 2_000;
/** A filled inline cache. */
export const INLINE_CACHE = 96;
/** A class without its namespace: its fields, caches and shapes. */
export const CLASS = 600;
/** The smallest shape of instances; each name of a shape takes a word besides. */
export const SHAPE = 140;
