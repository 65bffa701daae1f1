// The one table of instructions: what each is called, what its operands mean, what it does.

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
  // ---- arithmetic; the order of these three groups of thirteen is that of `BinaryKind` in protocol
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

/**
 * How the operands of an instruction are read: one letter each for a, b, c, then x.
 * `w` register written, `r` register read, `m` register read and written, `k` constant, `n` name, `i` immediate number,
 * `-` unused, `K`/`N` bx as a constant/name, `j` second word: jump target, `I` second word: immediate,
 * `C` second word: constant. `+` and a range in the effect tell of register runs.
 */
export interface OpInfo {
  readonly operands: string;
  readonly effect: string;
}

const arithmetic = (symbol: string): OpInfo => ({ operands: "wrr", effect: `a = b ${symbol} c` });
const arithmeticConst = (symbol: string): OpInfo => ({ operands: "wrk", effect: `a = b ${symbol} constant c` });
const comparison = (symbol: string): OpInfo => ({ operands: "wrr", effect: `a = b ${symbol} c` });
const jumpCompare = (symbol: string): OpInfo => ({
  operands: "rrij",
  effect: `jump when the truth of a ${symbol} b is c`,
});
const jumpCompareConst = (symbol: string): OpInfo => ({
  operands: "rkij",
  effect: `jump when the truth of a ${symbol} constant b is c`,
});

export const OPS: Readonly<Record<Op, OpInfo>> = {
  [Op.Wide]: { operands: "iii", effect: "bits 8-15 of the next instruction's a, b, c" },
  [Op.Nop]: { operands: "---", effect: "nothing" },

  [Op.Move]: { operands: "wr-", effect: "a = b; cells and unbound are copied as they are" },
  [Op.LoadConst]: { operands: "wK", effect: "a = constant bx" },
  [Op.CheckBound]: { operands: "r--", effect: "UnboundLocalError when local a is unbound" },
  [Op.Unbind]: { operands: "m--", effect: "a becomes unbound (`del` of a local; the end of `except ... as`)" },
  [Op.LoadGlobal]: { operands: "wN", effect: "a = global or built-in name bx" },
  [Op.StoreGlobal]: { operands: "rN", effect: "global name bx = a" },
  [Op.DeleteGlobal]: { operands: "-N", effect: "delete global name bx" },
  [Op.LoadName]: { operands: "wN", effect: "a = name bx in the frame's namespace, globals or built-ins" },
  [Op.StoreName]: { operands: "rN", effect: "namespace[name bx] = a (class bodies, exec, modules)" },
  [Op.DeleteName]: { operands: "-N", effect: "delete name bx from the namespace" },
  [Op.MakeCell]: { operands: "m--", effect: "a = a new cell that holds what a held (maybe unbound)" },
  [Op.CopyFree]: { operands: "wi-", effect: "a .. a+b-1 = the function's b closure cells" },
  [Op.LoadCell]: { operands: "wr-", effect: "a = contents of cell b; NameError when empty" },
  [Op.StoreCell]: { operands: "rr-", effect: "contents of cell a = b" },
  [Op.DeleteCell]: { operands: "r--", effect: "empty cell a; NameError when it is empty" },
  [Op.LoadClassCell]: { operands: "wrn", effect: "a = name c in the namespace, else contents of cell b" },
  [Op.LoadClassGlobal]: {
    operands: "wrn",
    effect: "a = name c in mapping b (a class's namespace seen from a type-parameter scope), globals or built-ins",
  },
  [Op.LoadClassFree]: {
    operands: "wrn",
    effect: "a = name c in mapping b (as LoadClassGlobal), else contents of the cell in b+1",
  },
  [Op.LoadLocals]: { operands: "w--", effect: "a = the frame's namespace object" },

  [Op.Add]: arithmetic("+"),
  [Op.Subtract]: arithmetic("-"),
  [Op.Multiply]: arithmetic("*"),
  [Op.Divide]: arithmetic("/"),
  [Op.FloorDivide]: arithmetic("//"),
  [Op.Modulo]: arithmetic("%"),
  [Op.Power]: arithmetic("**"),
  [Op.MatrixMultiply]: arithmetic("@"),
  [Op.ShiftLeft]: arithmetic("<<"),
  [Op.ShiftRight]: arithmetic(">>"),
  [Op.BitAnd]: arithmetic("&"),
  [Op.BitOr]: arithmetic("|"),
  [Op.BitXor]: arithmetic("^"),
  [Op.InplaceAdd]: arithmetic("+="),
  [Op.InplaceSubtract]: arithmetic("-="),
  [Op.InplaceMultiply]: arithmetic("*="),
  [Op.InplaceDivide]: arithmetic("/="),
  [Op.InplaceFloorDivide]: arithmetic("//="),
  [Op.InplaceModulo]: arithmetic("%="),
  [Op.InplacePower]: arithmetic("**="),
  [Op.InplaceMatrixMultiply]: arithmetic("@="),
  [Op.InplaceShiftLeft]: arithmetic("<<="),
  [Op.InplaceShiftRight]: arithmetic(">>="),
  [Op.InplaceBitAnd]: arithmetic("&="),
  [Op.InplaceBitOr]: arithmetic("|="),
  [Op.InplaceBitXor]: arithmetic("^="),
  [Op.AddConst]: arithmeticConst("+"),
  [Op.SubtractConst]: arithmeticConst("-"),
  [Op.MultiplyConst]: arithmeticConst("*"),
  [Op.DivideConst]: arithmeticConst("/"),
  [Op.FloorDivideConst]: arithmeticConst("//"),
  [Op.ModuloConst]: arithmeticConst("%"),
  [Op.PowerConst]: arithmeticConst("**"),
  [Op.MatrixMultiplyConst]: arithmeticConst("@"),
  [Op.ShiftLeftConst]: arithmeticConst("<<"),
  [Op.ShiftRightConst]: arithmeticConst(">>"),
  [Op.BitAndConst]: arithmeticConst("&"),
  [Op.BitOrConst]: arithmeticConst("|"),
  [Op.BitXorConst]: arithmeticConst("^"),
  [Op.InplaceAddConst]: { operands: "wrk", effect: "a = b += constant c" },
  [Op.InplaceSubtractConst]: { operands: "wrk", effect: "a = b -= constant c" },
  [Op.Negate]: { operands: "wr-", effect: "a = -b" },
  [Op.Positive]: { operands: "wr-", effect: "a = +b" },
  [Op.Invert]: { operands: "wr-", effect: "a = ~b" },
  [Op.Not]: { operands: "wr-", effect: "a = not b" },

  [Op.Less]: comparison("<"),
  [Op.LessEqual]: comparison("<="),
  [Op.Equal]: comparison("=="),
  [Op.NotEqual]: comparison("!="),
  [Op.Greater]: comparison(">"),
  [Op.GreaterEqual]: comparison(">="),
  [Op.Is]: comparison("is"),
  [Op.Contains]: { operands: "wrr", effect: "a = b in c" },
  [Op.JumpLess]: jumpCompare("<"),
  [Op.JumpLessEqual]: jumpCompare("<="),
  [Op.JumpEqual]: jumpCompare("=="),
  [Op.JumpNotEqual]: jumpCompare("!="),
  [Op.JumpGreater]: jumpCompare(">"),
  [Op.JumpGreaterEqual]: jumpCompare(">="),
  [Op.JumpLessConst]: jumpCompareConst("<"),
  [Op.JumpLessEqualConst]: jumpCompareConst("<="),
  [Op.JumpEqualConst]: jumpCompareConst("=="),
  [Op.JumpNotEqualConst]: jumpCompareConst("!="),
  [Op.JumpGreaterConst]: jumpCompareConst(">"),
  [Op.JumpGreaterEqualConst]: jumpCompareConst(">="),
  [Op.JumpIs]: jumpCompare("is"),
  [Op.JumpIsNone]: { operands: "r-ij", effect: "jump when the truth of `a is None` is c" },
  [Op.JumpIf]: { operands: "r-ij", effect: "jump when the truth of a is c" },
  [Op.Jump]: { operands: "---j", effect: "jump forward" },
  [Op.JumpBack]: { operands: "---j", effect: "jump to the head of the loop; a safe point" },

  [Op.LoadAttribute]: { operands: "wrn", effect: "a = b.name c" },
  [Op.StoreAttribute]: { operands: "rnr", effect: "a.name b = c" },
  [Op.DeleteAttribute]: { operands: "rn-", effect: "del a.name b" },
  [Op.LoadMethod]: {
    operands: "wrn",
    effect: "a, a+1 = the function of method c of b, and b; or the attribute and unbound when it is no method",
  },
  [Op.LoadSuper]: {
    operands: "wrnI",
    effect:
      "attribute c of super(b+1, b+2), b being what the name `super` held; x is 0: a = attribute, 1: a, a+1 as LoadMethod",
  },
  [Op.LoadSpecial]: { operands: "wri", effect: "a = the special method `Special` c of b, bound" },
  [Op.LoadItem]: { operands: "wrr", effect: "a = b[c]" },
  [Op.LoadItemConst]: { operands: "wrk", effect: "a = b[constant c]" },
  [Op.StoreItem]: { operands: "rrr", effect: "a[b] = c" },
  [Op.DeleteItem]: { operands: "rr-", effect: "del a[b]" },

  [Op.Call]: { operands: "wri", effect: "a = b(b+1 .. b+c); registers from b on are dead afterwards" },
  [Op.CallMethod]: {
    operands: "wri",
    effect: "a = b(b+1, b+2 .. b+c+1), or b(b+2 .. b+c+1) when b+1 is unbound; b, b+1 come from LoadMethod",
  },
  [Op.CallKeywords]: {
    operands: "wriC",
    effect: "a = b(b+1 .. b+c), the last of them named by the tuple of strings x",
  },
  [Op.CallSpread]: {
    operands: "wri",
    effect: "a = b(*b+1, **b+2); b+1 is a list or tuple; b+2 is a dict when c is 1, else not read",
  },
  [Op.MakeFunction]: {
    operands: "wriC",
    effect:
      "a = function of code x; from b on: its closure cells, then by the bits of c: 1 tuple of defaults, 2 dict of " +
      "keyword defaults, 4 dict of annotations",
  },
  [Op.LoadBuildClass]: { operands: "w--", effect: "a = builtins.__build_class__" },
  [Op.Return]: { operands: "r--", effect: "return a to the caller" },

  [Op.BuildTuple]: { operands: "wri", effect: "a = (b .. b+c-1)" },
  [Op.BuildList]: { operands: "wri", effect: "a = [b .. b+c-1]" },
  [Op.BuildSet]: { operands: "wri", effect: "a = {b .. b+c-1}" },
  [Op.BuildDict]: { operands: "wri", effect: "a = dict of c pairs: key b, value b+1, ..." },
  [Op.BuildSlice]: { operands: "wr-", effect: "a = slice(b, b+1, b+2)" },
  [Op.BuildString]: { operands: "wri", effect: "a = the strings b .. b+c-1 joined" },
  [Op.ListAppend]: { operands: "rr-", effect: "append b to the list a" },
  [Op.ListExtend]: {
    operands: "rri",
    effect:
      "extend the list a by the iterable b (`*b`); c: 0, or 1 + the register of the callee of `f(*b)`, for the error",
  },
  [Op.ListToTuple]: { operands: "wr-", effect: "a = tuple of the list b" },
  [Op.SetAdd]: { operands: "rr-", effect: "add b to the set a" },
  [Op.SetUpdate]: { operands: "rr-", effect: "add the items of the iterable b to the set a" },
  [Op.DictAdd]: { operands: "rrr", effect: "a[b] = c, a being a dict" },
  [Op.DictUpdate]: { operands: "rr-", effect: "update the dict a by the mapping b (a display: `**b`)" },
  [Op.DictMerge]: {
    operands: "rrr",
    effect: "as DictUpdate for arguments of the callee c: a repeated key is an error",
  },
  [Op.Unpack]: { operands: "wri", effect: "a .. a+c-1 = the c items of the iterable b" },
  [Op.UnpackStar]: {
    operands: "wriI",
    effect: "a .. a+c-1 = the first c items of b, a+c = list of the middle, then the last x items",
  },

  [Op.GetIterator]: { operands: "wr-", effect: "a = iter(b)" },
  [Op.ForEach]: { operands: "wr-j", effect: "a = next(b), or jump when it is exhausted" },
  [Op.Yield]: { operands: "wr-", effect: "yield b; a = what is sent" },
  [Op.GetDelegate]: { operands: "wr-", effect: "a = the iterator that `yield from b` delegates to" },
  [Op.GetAwaitable]: {
    operands: "wri",
    effect: "a = the iterator of `await b`; c: 0 an expression, 1 from __aenter__, 2 from __aexit__ (for the error)",
  },
  [Op.Delegate]: {
    operands: "wrm",
    effect: "run the iterator b to its end, c being what is sent to it (None at first); a = its result",
  },
  [Op.GetAsyncIterator]: { operands: "wr-", effect: "a = aiter(b)" },
  [Op.GetAsyncNext]: { operands: "wr-", effect: "a = the iterator of `await anext(b)`" },
  [Op.EndAsyncFor]: { operands: "r--j", effect: "jump when exception a is a StopAsyncIteration, else raise it again" },
  [Op.AsyncYield]: {
    operands: "wr-",
    effect: "yield b to the consumer of this asynchronous generator; a = what is sent",
  },

  [Op.Raise]: { operands: "rri", effect: "c: 0 raise again what is handled, 1 raise a, 2 raise a from b" },
  [Op.Reraise]: { operands: "r--", effect: "raise a again, with no new traceback entry" },
  [Op.EnterHandler]: { operands: "wr-", effect: "a = what was being handled; b is being handled" },
  [Op.LeaveHandler]: { operands: "r--", effect: "a, from EnterHandler, is being handled again" },
  [Op.JumpUnlessCaught]: { operands: "rr-j", effect: "jump unless exception a is an instance of class (or tuple) b" },
  [Op.ExceptionTriple]: { operands: "wr-", effect: "a .. a+2 = type, value and traceback of exception b" },
  [Op.SplitGroup]: {
    operands: "wrr",
    effect: "a, a+1 = what matches class c in exception b, and the rest (None if none)",
  },
  [Op.CheckStarType]: { operands: "r--", effect: "TypeError when a cannot be the type of `except*`" },
  [Op.CombineGroups]: {
    operands: "wrr",
    effect: "a = what `except*` raises at its end for exception b and the list c of raised and unhandled, or None",
  },
  [Op.LoadAssertionError]: { operands: "w--", effect: "a = AssertionError" },

  [Op.Convert]: { operands: "wri", effect: "a = b converted; c: 1 str, 2 repr, 3 ascii" },
  [Op.Format]: { operands: "wr-", effect: 'a = format(b, "")' },
  [Op.FormatWith]: { operands: "wrr", effect: "a = format(b, c)" },

  [Op.IsSequence]: { operands: "wr-", effect: "a = whether b matches a sequence pattern" },
  [Op.IsMapping]: { operands: "wr-", effect: "a = whether b matches a mapping pattern" },
  [Op.Length]: { operands: "wr-", effect: "a = len(b)" },
  [Op.MatchKeys]: { operands: "wrr", effect: "a = tuple of the values in mapping b of the keys in tuple c, or None" },
  [Op.MatchRest]: { operands: "wrr", effect: "a = dict of mapping b without the keys in tuple c" },
  [Op.MatchClass]: {
    operands: "wriC",
    effect: "a = tuple of the attributes of b that class b+1 matches: c by position, then those named by x; or None",
  },

  [Op.ImportName]: { operands: "wrn", effect: "a = import of name c, level b, names wanted b+1 (a tuple or None)" },
  [Op.ImportFrom]: { operands: "wrn", effect: "a = name c of the module b, or its submodule" },
  [Op.ImportStar]: { operands: "r--", effect: "copy the public names of module a into the namespace" },

  [Op.SetupAnnotations]: { operands: "---", effect: "make `__annotations__` in the namespace when it is missing" },
  [Op.Intrinsic]: { operands: "wri", effect: "the `Intrinsic` c on b ..., result in a" },
};

/** Whether an instruction owns a second word. */
export function hasSecondWord(op: Op): boolean {
  return OPS[op].operands.length === 4;
}
