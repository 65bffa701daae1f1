// What inline caches of attribute instructions may hold.

/**
 * What a cache of an attribute instruction found. `key` is the operand itself, its shape (instances), or its type: objects
 * of a built-in layout, whose hits of class attributes hold while they have none of their own.
 */
export enum Hit {
  /** In slot `index` of instances of shape `key`: an attribute, or a member where it may be empty. */
  Slot,
  /** A plain class attribute `value` of instances of shape `key`. */
  Constant,
  /** A function of the class, for instances of shape `key`: to be bound. */
  Method,
  /** `__slots__` member `index` of instances that have a `__dict__` too. */
  Member,
  /** A class method's function `value`: for instances of shape `key`, or for the class `key` itself. */
  ClassMethod,
  /** Item `index` of the namedtuples of class `key`. */
  Field,
  /** A property with the getter `value`; where it is stored to, the setter. */
  Property,
  /** Entry `index` of the module `key`, while its dict has the layout `version`. */
  Module,
  /** Attribute `value` of the class `key` itself. */
  TypeAttribute,
  /** A native method `value` of the built-in type `key`. */
  Native,
  /** A computed attribute `value` of a type written in TypeScript: `key` is the shape of instances, or a built-in type. */
  Computed,
  /** A store that adds an attribute: from shape `key` to `shape`. */
  Add,
}
