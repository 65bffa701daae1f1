// The one table of instructions: what each is called. What its operands mean and what it does: operand-letters.ts.

/**
 * An instruction is one int32: `op | a << 8 | b << 16 | c << 24`, its operands unsigned bytes. `Wide` before it carries
 * the next eight bits of each operand. Some instructions own a second word, named `x` below (a jump target is the
 * absolute pc; it is never widened). `bx` is `b | c << 8` taken as one operand (16 bits, 32 with Wide).
 *
 * Registers are relative to the frame's base. A register that holds a local of the source may be unbound; every other
 * operand is known to hold a value, so an instruction never checks for unbound registers: `CheckBound` does.
 */
export enum Op {
  Wide,
  Nop,
  // ---- registers, constants, names
  Move,
  LoadConst,
  CheckBound,
  Unbind,
  LoadGlobal,
  StoreGlobal,
  DeleteGlobal,
  LoadName,
  StoreName,
  DeleteName,
  MakeCell,
  CopyFree,
  LoadCell,
  StoreCell,
  DeleteCell,
  LoadClassCell,
  LoadClassGlobal,
  LoadClassFree,
  LoadLocals,
  // ---- arithmetic, which ends the temporaries that it reads: no other instruction reads them afterwards;
  // the order of these three groups of thirteen is that of `BinaryKind` in protocol
  Add,
  Subtract,
  Multiply,
  Divide,
  FloorDivide,
  Modulo,
  Power,
  MatrixMultiply,
  ShiftLeft,
  ShiftRight,
  BitAnd,
  BitOr,
  BitXor,
  InplaceAdd,
  InplaceSubtract,
  InplaceMultiply,
  InplaceDivide,
  InplaceFloorDivide,
  InplaceModulo,
  InplacePower,
  InplaceMatrixMultiply,
  InplaceShiftLeft,
  InplaceShiftRight,
  InplaceBitAnd,
  InplaceBitOr,
  InplaceBitXor,
  AddConst,
  SubtractConst,
  MultiplyConst,
  DivideConst,
  FloorDivideConst,
  ModuloConst,
  PowerConst,
  MatrixMultiplyConst,
  ShiftLeftConst,
  ShiftRightConst,
  BitAndConst,
  BitOrConst,
  BitXorConst,
  InplaceAddConst,
  InplaceSubtractConst,
  Negate,
  Positive,
  Invert,
  Not,
  // ---- comparison; the order of the first six in each group is that of `CompareKind` in protocol
  Less,
  LessEqual,
  Equal,
  NotEqual,
  Greater,
  GreaterEqual,
  Is,
  Contains,
  JumpLess,
  JumpLessEqual,
  JumpEqual,
  JumpNotEqual,
  JumpGreater,
  JumpGreaterEqual,
  JumpLessConst,
  JumpLessEqualConst,
  JumpEqualConst,
  JumpNotEqualConst,
  JumpGreaterConst,
  JumpGreaterEqualConst,
  JumpIs,
  JumpIsNone,
  JumpIf,
  Jump,
  JumpBack,
  // ---- attributes and items
  LoadAttribute,
  StoreAttribute,
  DeleteAttribute,
  LoadMethod,
  LoadSuper,
  LoadSpecial,
  LoadItem,
  LoadItemConst,
  StoreItem,
  DeleteItem,
  // ---- calls and functions
  Call,
  CallMethod,
  CallKeywords,
  CallSpread,
  MakeFunction,
  LoadBuildClass,
  Return,
  // ---- containers
  BuildTuple,
  BuildList,
  BuildSet,
  BuildDict,
  BuildSlice,
  BuildString,
  ListAppend,
  ListExtend,
  ListToTuple,
  SetAdd,
  SetUpdate,
  DictAdd,
  DictUpdate,
  DictMerge,
  Unpack,
  UnpackStar,
  // ---- iteration, generators, coroutines
  GetIterator,
  ForEach,
  Yield,
  GetDelegate,
  GetAwaitable,
  Delegate,
  GetAsyncIterator,
  GetAsyncNext,
  EndAsyncFor,
  AsyncYield,
  // ---- exceptions and context managers
  Raise,
  Reraise,
  EnterHandler,
  LeaveHandler,
  JumpUnlessCaught,
  ExceptionTriple,
  SplitGroup,
  CheckStarType,
  CombineGroups,
  LoadAssertionError,
  // ---- formatting
  Convert,
  Format,
  FormatWith,
  // ---- pattern matching
  IsSequence,
  IsMapping,
  Length,
  MatchKeys,
  MatchRest,
  MatchClass,
  // ---- imports
  ImportName,
  ImportFrom,
  ImportStar,
  // ---- the rest
  SetupAnnotations,
  Intrinsic,
  /** Only in code compiled for a trace hook. */
  Trace,
}

/** What `Trace` tells: its `c` operand. */
export enum TraceKind {
  /** A frame begins. */
  Call,
  /** A frame that was suspended goes on. */
  Resume,
  /** A line is about to run; told once while the frame stays on it. */
  Line,
  /** A line is about to run, which may be the one that ran last. */
  Again,
  /** The frame is about to return. */
  Return,
}

/** Operations too rare for an opcode of their own: the `c` operand of `Intrinsic`. */
export enum Intrinsic {
  /** a = TypeVar(name b). */
  TypeVar,
  /** a = TypeVar(name b, bound computed lazily by the function in b+1). */
  TypeVarWithBound,
  /** a = TypeVar(name b, constraints computed lazily by the function in b+1). */
  TypeVarWithConstraints,
  /** a = ParamSpec(name b). */
  ParamSpec,
  /** a = TypeVarTuple(name b). */
  TypeVarTuple,
  /** Give the type parameter b the lazily computed default of function b+1; a = b. */
  TypeParameterDefault,
  /** a = Generic[*parameters], of the tuple of type parameters b. */
  SubscriptGeneric,
  /** a = type alias from name b, tuple of type parameters b+1 (or None), value function b+2. */
  TypeAlias,
  /** Set `__type_params__` of the function b to the tuple b+1; a = b. */
  SetTypeParameters,
}

/** The methods that `LoadSpecial` looks up on the type of an object, with the error each lacks with. */
export enum Special {
  Enter,
  Exit,
  AsyncEnter,
  AsyncExit,
}
