// The table of what the operands of each instruction are, and what it does with them.
import { Op } from "./op.ts";

/**
 * How the operands of an instruction are read, one letter each for a, b, c, then x; beside it what the instruction does.
 * `w` register written, `r` register read, `m` register read and written, `k` constant, `n` name, `i` immediate number,
 * `-` unused, `K`/`N` bx as a constant/name, `j` second word: jump target, `I` second word: immediate,
 * `C` second word: constant. `+` and a range in what it does tell of register runs.
 */
export const OPERANDS: Readonly<Record<Op, string>> = {
  [Op.Wide]: "iii", // bits 8-15 of the next instruction's a, b, c
  [Op.Nop]: "---", // nothing

  [Op.Move]: "wr-", // a = b; cells and unbound are copied as they are
  [Op.LoadConst]: "wK", // a = constant bx
  [Op.CheckBound]: "r--", // UnboundLocalError when local a is unbound
  [Op.Unbind]: "m--", // a becomes unbound (`del` of a local; the end of `except ... as`)
  [Op.LoadGlobal]: "wN", // a = global or built-in name bx
  [Op.StoreGlobal]: "rN", // global name bx = a
  [Op.DeleteGlobal]: "-N", // delete global name bx
  [Op.LoadName]: "wN", // a = name bx in the frame's namespace, globals or built-ins
  [Op.StoreName]: "rN", // namespace[name bx] = a (class bodies, exec, modules)
  [Op.DeleteName]: "-N", // delete name bx from the namespace
  [Op.MakeCell]: "m--", // a = a new cell that holds what a held (maybe unbound)
  [Op.CopyFree]: "wi-", // a .. a+b-1 = the function's b closure cells
  [Op.LoadCell]: "wr-", // a = contents of cell b; NameError when empty
  [Op.StoreCell]: "rr-", // contents of cell a = b
  [Op.DeleteCell]: "r--", // empty cell a; NameError when it is empty
  [Op.LoadClassCell]: "wrn", // a = name c in the namespace, else contents of cell b
  // a = name c in mapping b (a class's namespace seen from a type-parameter scope), globals or built-ins
  [Op.LoadClassGlobal]: "wrn",
  [Op.LoadClassFree]: "wrn", // a = name c in mapping b (as LoadClassGlobal), else contents of the cell in b+1
  [Op.LoadLocals]: "w--", // a = the frame's namespace object

  [Op.Add]: "wrr", // a = b + c
  [Op.Subtract]: "wrr", // a = b - c
  [Op.Multiply]: "wrr", // a = b * c
  [Op.Divide]: "wrr", // a = b / c
  [Op.FloorDivide]: "wrr", // a = b // c
  [Op.Modulo]: "wrr", // a = b % c
  [Op.Power]: "wrr", // a = b ** c
  [Op.MatrixMultiply]: "wrr", // a = b @ c
  [Op.ShiftLeft]: "wrr", // a = b << c
  [Op.ShiftRight]: "wrr", // a = b >> c
  [Op.BitAnd]: "wrr", // a = b & c
  [Op.BitOr]: "wrr", // a = b | c
  [Op.BitXor]: "wrr", // a = b ^ c
  [Op.InplaceAdd]: "wrr", // a = b += c
  [Op.InplaceSubtract]: "wrr", // a = b -= c
  [Op.InplaceMultiply]: "wrr", // a = b *= c
  [Op.InplaceDivide]: "wrr", // a = b /= c
  [Op.InplaceFloorDivide]: "wrr", // a = b //= c
  [Op.InplaceModulo]: "wrr", // a = b %= c
  [Op.InplacePower]: "wrr", // a = b **= c
  [Op.InplaceMatrixMultiply]: "wrr", // a = b @= c
  [Op.InplaceShiftLeft]: "wrr", // a = b <<= c
  [Op.InplaceShiftRight]: "wrr", // a = b >>= c
  [Op.InplaceBitAnd]: "wrr", // a = b &= c
  [Op.InplaceBitOr]: "wrr", // a = b |= c
  [Op.InplaceBitXor]: "wrr", // a = b ^= c
  [Op.AddConst]: "wrk", // a = b + constant c
  [Op.SubtractConst]: "wrk", // a = b - constant c
  [Op.MultiplyConst]: "wrk", // a = b * constant c
  [Op.DivideConst]: "wrk", // a = b / constant c
  [Op.FloorDivideConst]: "wrk", // a = b // constant c
  [Op.ModuloConst]: "wrk", // a = b % constant c
  [Op.PowerConst]: "wrk", // a = b ** constant c
  [Op.MatrixMultiplyConst]: "wrk", // a = b @ constant c
  [Op.ShiftLeftConst]: "wrk", // a = b << constant c
  [Op.ShiftRightConst]: "wrk", // a = b >> constant c
  [Op.BitAndConst]: "wrk", // a = b & constant c
  [Op.BitOrConst]: "wrk", // a = b | constant c
  [Op.BitXorConst]: "wrk", // a = b ^ constant c
  [Op.InplaceAddConst]: "wrk", // a = b += constant c
  [Op.InplaceSubtractConst]: "wrk", // a = b -= constant c
  [Op.Negate]: "wr-", // a = -b
  [Op.Positive]: "wr-", // a = +b
  [Op.Invert]: "wr-", // a = ~b
  [Op.Not]: "wr-", // a = not b

  [Op.Less]: "wrr", // a = b < c
  [Op.LessEqual]: "wrr", // a = b <= c
  [Op.Equal]: "wrr", // a = b == c
  [Op.NotEqual]: "wrr", // a = b != c
  [Op.Greater]: "wrr", // a = b > c
  [Op.GreaterEqual]: "wrr", // a = b >= c
  [Op.Is]: "wrr", // a = b is c
  [Op.Contains]: "wrr", // a = b in c
  [Op.JumpLess]: "rrij", // jump when the truth of a < b is c
  [Op.JumpLessEqual]: "rrij", // jump when the truth of a <= b is c
  [Op.JumpEqual]: "rrij", // jump when the truth of a == b is c
  [Op.JumpNotEqual]: "rrij", // jump when the truth of a != b is c
  [Op.JumpGreater]: "rrij", // jump when the truth of a > b is c
  [Op.JumpGreaterEqual]: "rrij", // jump when the truth of a >= b is c
  [Op.JumpLessConst]: "rkij", // jump when the truth of a < constant b is c
  [Op.JumpLessEqualConst]: "rkij", // jump when the truth of a <= constant b is c
  [Op.JumpEqualConst]: "rkij", // jump when the truth of a == constant b is c
  [Op.JumpNotEqualConst]: "rkij", // jump when the truth of a != constant b is c
  [Op.JumpGreaterConst]: "rkij", // jump when the truth of a > constant b is c
  [Op.JumpGreaterEqualConst]: "rkij", // jump when the truth of a >= constant b is c
  [Op.JumpIs]: "rrij", // jump when the truth of a is b is c
  [Op.JumpIsNone]: "r-ij", // jump when the truth of `a is None` is c
  [Op.JumpIf]: "r-ij", // jump when the truth of a is c
  [Op.Jump]: "---j", // jump forward
  [Op.JumpBack]: "---j", // jump to the head of the loop; a safe point

  [Op.LoadAttribute]: "wrn", // a = b.name c
  [Op.StoreAttribute]: "rnr", // a.name b = c
  [Op.DeleteAttribute]: "rn-", // del a.name b
  // a, a+1 = the function of method c of b, and b; or the attribute and unbound when it is no method
  [Op.LoadMethod]: "wrn",
  // attribute c of super(b+1, b+2), b being what the name `super` held; x is 0: a = attribute, 1: a, a+1 as
  // LoadMethod
  [Op.LoadSuper]: "wrnI",
  [Op.LoadSpecial]: "wri", // a = the special method `Special` c of b, bound
  [Op.LoadItem]: "wrr", // a = b[c]
  [Op.LoadItemConst]: "wrk", // a = b[constant c]
  [Op.StoreItem]: "rrr", // a[b] = c
  [Op.DeleteItem]: "rr-", // del a[b]

  [Op.Call]: "wri", // a = b(b+1 .. b+c); registers from b on are dead afterwards
  // a = b(b+1, b+2 .. b+c+1), or b(b+2 .. b+c+1) when b+1 is unbound; b, b+1 come from LoadMethod
  [Op.CallMethod]: "wri",
  [Op.CallKeywords]: "wriC", // a = b(b+1 .. b+c), the last of them named by the tuple of strings x
  [Op.CallSpread]: "wri", // a = b(*b+1, **b+2); b+1 is a list or tuple; b+2 is a dict when c is 1, else not read
  // a = function of code x; from b on: its closure cells, then by the bits of c: 1 tuple of defaults, 2 dict of
  // keyword defaults, 4 dict of annotations
  [Op.MakeFunction]: "wriC",
  [Op.LoadBuildClass]: "w--", // a = builtins.__build_class__
  [Op.Return]: "r--", // return a to the caller

  [Op.BuildTuple]: "wri", // a = (b .. b+c-1)
  [Op.BuildList]: "wri", // a = [b .. b+c-1]
  [Op.BuildSet]: "wri", // a = {b .. b+c-1}
  [Op.BuildDict]: "wri", // a = dict of c pairs: key b, value b+1, ...
  [Op.BuildSlice]: "wr-", // a = slice(b, b+1, b+2)
  [Op.BuildString]: "wri", // a = the strings b .. b+c-1 joined
  [Op.ListAppend]: "rr-", // append b to the list a
  // extend the list a by the iterable b (`*b`); c: 0, or 1 + the register of the callee of `f(*b)`, for the error
  [Op.ListExtend]: "rri",
  [Op.ListToTuple]: "wr-", // a = tuple of the list b
  [Op.SetAdd]: "rr-", // add b to the set a
  [Op.SetUpdate]: "rr-", // add the items of the iterable b to the set a
  [Op.DictAdd]: "rrr", // a[b] = c, a being a dict
  [Op.DictUpdate]: "rr-", // update the dict a by the mapping b (a display: `**b`)
  [Op.DictMerge]: "rrr", // as DictUpdate for arguments of the callee c: a repeated key is an error
  [Op.Unpack]: "wri", // a .. a+c-1 = the c items of the iterable b
  [Op.UnpackStar]: "wriI", // a .. a+c-1 = the first c items of b, a+c = list of the middle, then the last x items

  [Op.GetIterator]: "wr-", // a = iter(b)
  [Op.ForEach]: "wr-j", // a = next(b), or jump when it is exhausted
  [Op.Yield]: "wr-", // yield b; a = what is sent
  [Op.GetDelegate]: "wr-", // a = the iterator that `yield from b` delegates to
  // a = the iterator of `await b`; c: 0 an expression, 1 from __aenter__, 2 from __aexit__ (for the error)
  [Op.GetAwaitable]: "wri",
  [Op.Delegate]: "wrm", // run the iterator b to its end, c being what is sent to it (None at first); a = its result
  [Op.GetAsyncIterator]: "wr-", // a = aiter(b)
  [Op.GetAsyncNext]: "wr-", // a = the iterator of `await anext(b)`
  [Op.EndAsyncFor]: "r--j", // jump when exception a is a StopAsyncIteration, else raise it again
  [Op.AsyncYield]: "wr-", // yield b to the consumer of this asynchronous generator; a = what is sent

  [Op.Raise]: "rri", // c: 0 raise again what is handled, 1 raise a, 2 raise a from b
  [Op.Reraise]: "r--", // raise a again, with no new traceback entry
  [Op.EnterHandler]: "wr-", // a = what was being handled; b is being handled
  [Op.LeaveHandler]: "r--", // a, from EnterHandler, is being handled again
  [Op.JumpUnlessCaught]: "rr-j", // jump unless exception a is an instance of class (or tuple) b
  [Op.ExceptionTriple]: "wr-", // a .. a+2 = type, value and traceback of exception b
  [Op.SplitGroup]: "wrr", // a, a+1 = what matches class c in exception b, and the rest (None if none)
  [Op.CheckStarType]: "r--", // TypeError when a cannot be the type of `except*`
  // a = what `except*` raises at its end for exception b and the list c of raised and unhandled, or None
  [Op.CombineGroups]: "wrr",
  [Op.LoadAssertionError]: "w--", // a = AssertionError

  [Op.Convert]: "wri", // a = b converted; c: 1 str, 2 repr, 3 ascii
  [Op.Format]: "wr-", // a = format(b, "")
  [Op.FormatWith]: "wrr", // a = format(b, c)

  [Op.IsSequence]: "wr-", // a = whether b matches a sequence pattern
  [Op.IsMapping]: "wr-", // a = whether b matches a mapping pattern
  [Op.Length]: "wr-", // a = len(b)
  [Op.MatchKeys]: "wrr", // a = tuple of the values in mapping b of the keys in tuple c, or None
  [Op.MatchRest]: "wrr", // a = dict of mapping b without the keys in tuple c
  // a = tuple of the attributes of b that class b+1 matches: c by position, then those named by x; or None
  [Op.MatchClass]: "wriC",

  [Op.ImportName]: "wrn", // a = import of name c, level b, names wanted b+1 (a tuple or None)
  [Op.ImportFrom]: "wrn", // a = name c of the module b, or its submodule
  [Op.ImportStar]: "r--", // copy the public names of module a into the namespace

  [Op.SetupAnnotations]: "---", // make `__annotations__` in the namespace when it is missing
  [Op.Intrinsic]: "wri", // the `Intrinsic` c on b ..., result in a
  [Op.Trace]: "--i", // tell the trace hook the `TraceKind` c
};

/** Whether an instruction owns a second word. */
export function hasSecondWord(op: Op): boolean {
  return OPERANDS[op].length === 4;
}
