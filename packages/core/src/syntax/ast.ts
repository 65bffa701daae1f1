// The syntax tree: plain data, one interface a node kind, named and nested as Python's own grammar names them.

/** Half-open range of UTF-16 offsets into the source text; `Source` turns offsets into lines and columns. */
export interface Located {
  readonly start: number;
  readonly end: number;
}

/** The value of a literal, independent of any VM. `int` is a number while it is a safe integer. */
export type Literal =
  | { readonly type: "none" }
  | { readonly type: "ellipsis" }
  | { readonly type: "bool"; readonly value: boolean }
  | { readonly type: "int"; readonly value: number | bigint }
  | { readonly type: "float"; readonly value: number }
  | { readonly type: "imaginary"; readonly value: number }
  | { readonly type: "str"; readonly value: string }
  | { readonly type: "bytes"; readonly value: Uint8Array };

export type BinaryOperator = "+" | "-" | "*" | "@" | "/" | "//" | "%" | "**" | "<<" | ">>" | "&" | "|" | "^";
export type UnaryOperator = "not" | "-" | "+" | "~";
export type CompareOperator = "==" | "!=" | "<" | "<=" | ">" | ">=" | "is" | "is not" | "in" | "not in";

// ---- expressions -------------------------------------------------------------------------------------------------

export interface Constant extends Located {
  readonly kind: "Constant";
  readonly value: Literal;
}
export interface Name extends Located {
  readonly kind: "Name";
  readonly id: string;
}
export interface BoolOp extends Located {
  readonly kind: "BoolOp";
  readonly op: "and" | "or";
  readonly values: readonly Expression[];
}
/** `target := value`. */
export interface NamedExpr extends Located {
  readonly kind: "NamedExpr";
  readonly target: Name;
  readonly value: Expression;
}
export interface BinOp extends Located {
  readonly kind: "BinOp";
  readonly left: Expression;
  readonly op: BinaryOperator;
  readonly right: Expression;
}
export interface UnaryOp extends Located {
  readonly kind: "UnaryOp";
  readonly op: UnaryOperator;
  readonly operand: Expression;
}
export interface Lambda extends Located {
  readonly kind: "Lambda";
  readonly parameters: Parameters;
  readonly body: Expression;
}
export interface IfExp extends Located {
  readonly kind: "IfExp";
  readonly test: Expression;
  readonly body: Expression;
  readonly orelse: Expression;
}
export interface Dict extends Located {
  readonly kind: "Dict";
  /** A null key is a `**value` item. */
  readonly keys: readonly (Expression | null)[];
  readonly values: readonly Expression[];
}
export interface Set extends Located {
  readonly kind: "Set";
  readonly elements: readonly Expression[];
}
export interface ListComp extends Located {
  readonly kind: "ListComp";
  readonly element: Expression;
  readonly generators: readonly Comprehension[];
}
export interface SetComp extends Located {
  readonly kind: "SetComp";
  readonly element: Expression;
  readonly generators: readonly Comprehension[];
}
export interface DictComp extends Located {
  readonly kind: "DictComp";
  readonly key: Expression;
  readonly value: Expression;
  readonly generators: readonly Comprehension[];
}
export interface GeneratorExp extends Located {
  readonly kind: "GeneratorExp";
  readonly element: Expression;
  readonly generators: readonly Comprehension[];
}
export interface Await extends Located {
  readonly kind: "Await";
  readonly value: Expression;
}
export interface Yield extends Located {
  readonly kind: "Yield";
  readonly value: Expression | null;
}
export interface YieldFrom extends Located {
  readonly kind: "YieldFrom";
  readonly value: Expression;
}
export interface Compare extends Located {
  readonly kind: "Compare";
  readonly left: Expression;
  readonly ops: readonly CompareOperator[];
  readonly comparators: readonly Expression[];
}
export interface Call extends Located {
  readonly kind: "Call";
  readonly func: Expression;
  /** Positional arguments; a `*iterable` is a Starred. */
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}
/** `f"..."`: `values` are string Constants and FormattedValues; implicit concatenation is already joined. */
export interface JoinedStr extends Located {
  readonly kind: "JoinedStr";
  readonly values: readonly (Constant | FormattedValue)[];
}
/** `{value!conversion:formatSpec}`; the `=` form arrives as a Constant with the source text, then this node. */
export interface FormattedValue extends Located {
  readonly kind: "FormattedValue";
  readonly value: Expression;
  readonly conversion: "s" | "r" | "a" | null;
  readonly formatSpec: JoinedStr | null;
}
export interface Attribute extends Located {
  readonly kind: "Attribute";
  readonly value: Expression;
  readonly attr: string;
  /** Where the attribute's own name begins. */
  readonly attrStart: number;
}
export interface Subscript extends Located {
  readonly kind: "Subscript";
  readonly value: Expression;
  /** A Slice, a Tuple that may hold Slices and Starreds, or any expression. */
  readonly index: Expression;
}
export interface Starred extends Located {
  readonly kind: "Starred";
  readonly value: Expression;
}
export interface List extends Located {
  readonly kind: "List";
  readonly elements: readonly Expression[];
}
export interface Tuple extends Located {
  readonly kind: "Tuple";
  readonly elements: readonly Expression[];
}
export interface Slice extends Located {
  readonly kind: "Slice";
  readonly lower: Expression | null;
  readonly upper: Expression | null;
  readonly step: Expression | null;
}

export type Expression =
  | Constant
  | Name
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | Set
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | JoinedStr
  | FormattedValue
  | Attribute
  | Subscript
  | Starred
  | List
  | Tuple
  | Slice;

/** What can be assigned to, deleted, or bound by `for`, `with` and comprehensions. */
export type Target = Name | Attribute | Subscript | Starred | List | Tuple;

export interface Comprehension {
  readonly target: Target;
  readonly iter: Expression;
  readonly ifs: readonly Expression[];
  readonly isAsync: boolean;
}

export interface Keyword extends Located {
  /** null is `**value`. */
  readonly name: string | null;
  readonly value: Expression;
}

export interface Parameter extends Located {
  readonly name: string;
  readonly annotation: Expression | null;
  readonly default: Expression | null;
}

export interface Parameters {
  readonly positionalOnly: readonly Parameter[];
  readonly positional: readonly Parameter[];
  readonly varArgs: Parameter | null;
  readonly keywordOnly: readonly Parameter[];
  readonly varKeywords: Parameter | null;
}

// ---- statements --------------------------------------------------------------------------------------------------

export interface FunctionDef extends Located {
  readonly kind: "FunctionDef";
  readonly isAsync: boolean;
  readonly name: string;
  readonly nameStart: number;
  readonly typeParameters: readonly TypeParameter[];
  readonly parameters: Parameters;
  readonly returns: Expression | null;
  readonly decorators: readonly Expression[];
  readonly body: readonly Statement[];
}
export interface ClassDef extends Located {
  readonly kind: "ClassDef";
  readonly name: string;
  readonly nameStart: number;
  readonly typeParameters: readonly TypeParameter[];
  readonly bases: readonly Expression[];
  readonly keywords: readonly Keyword[];
  readonly decorators: readonly Expression[];
  readonly body: readonly Statement[];
}
export interface Return extends Located {
  readonly kind: "Return";
  readonly value: Expression | null;
}
export interface Delete extends Located {
  readonly kind: "Delete";
  readonly targets: readonly Target[];
}
export interface Assign extends Located {
  readonly kind: "Assign";
  readonly targets: readonly Target[];
  readonly value: Expression;
}
export interface AugAssign extends Located {
  readonly kind: "AugAssign";
  readonly target: Name | Attribute | Subscript;
  readonly op: BinaryOperator;
  readonly value: Expression;
}
export interface AnnAssign extends Located {
  readonly kind: "AnnAssign";
  readonly target: Name | Attribute | Subscript;
  readonly annotation: Expression;
  readonly value: Expression | null;
  /** True for a bare name without parentheses, the form that is stored in `__annotations__`. */
  readonly simple: boolean;
}
export interface TypeAlias extends Located {
  readonly kind: "TypeAlias";
  readonly name: Name;
  readonly typeParameters: readonly TypeParameter[];
  readonly value: Expression;
}
export interface For extends Located {
  readonly kind: "For";
  readonly isAsync: boolean;
  readonly target: Target;
  readonly iter: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
export interface While extends Located {
  readonly kind: "While";
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
/** `elif` is an If that stands alone in `orelse`. */
export interface If extends Located {
  readonly kind: "If";
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
export interface WithItem {
  readonly context: Expression;
  readonly target: Target | null;
}
export interface With extends Located {
  readonly kind: "With";
  readonly isAsync: boolean;
  readonly items: readonly WithItem[];
  readonly body: readonly Statement[];
}
export interface Match extends Located {
  readonly kind: "Match";
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}
export interface MatchCase {
  readonly pattern: Pattern;
  readonly guard: Expression | null;
  readonly body: readonly Statement[];
}
export interface Raise extends Located {
  readonly kind: "Raise";
  readonly exception: Expression | null;
  readonly cause: Expression | null;
}
export interface Try extends Located {
  readonly kind: "Try";
  /** True for `except*`. */
  readonly isStar: boolean;
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Statement[];
  readonly finalbody: readonly Statement[];
}
export interface ExceptHandler extends Located {
  readonly type: Expression | null;
  readonly name: string | null;
  readonly body: readonly Statement[];
}
export interface Assert extends Located {
  readonly kind: "Assert";
  readonly test: Expression;
  readonly message: Expression | null;
}
export interface Import extends Located {
  readonly kind: "Import";
  readonly names: readonly Alias[];
}
export interface ImportFrom extends Located {
  readonly kind: "ImportFrom";
  /** Empty for `from . import x`. */
  readonly module: string;
  /** `*` stands as one alias named "*". */
  readonly names: readonly Alias[];
  /** The number of leading dots. */
  readonly level: number;
}
export interface Alias extends Located {
  readonly name: string;
  readonly asName: string | null;
}
export interface Global extends Located {
  readonly kind: "Global";
  readonly names: readonly string[];
}
export interface Nonlocal extends Located {
  readonly kind: "Nonlocal";
  readonly names: readonly string[];
}
export interface ExpressionStatement extends Located {
  readonly kind: "Expr";
  readonly value: Expression;
}
export interface Pass extends Located {
  readonly kind: "Pass";
}
export interface Break extends Located {
  readonly kind: "Break";
}
export interface Continue extends Located {
  readonly kind: "Continue";
}

export type Statement =
  | FunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | AugAssign
  | AnnAssign
  | TypeAlias
  | For
  | While
  | If
  | With
  | Match
  | Raise
  | Try
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExpressionStatement
  | Pass
  | Break
  | Continue;

// ---- type parameters (PEP 695, defaults of PEP 696) ----------------------------------------------------------------

export interface TypeParameter extends Located {
  readonly kind: "TypeVar" | "ParamSpec" | "TypeVarTuple";
  readonly name: string;
  /** Only a TypeVar has one; a Tuple expression means constraints. */
  readonly bound: Expression | null;
  readonly default: Expression | null;
}

// ---- patterns ----------------------------------------------------------------------------------------------------

/** A literal or dotted name compared with `==`. */
export interface MatchValue extends Located {
  readonly kind: "MatchValue";
  readonly value: Expression;
}
/** None, True or False, compared with `is`. */
export interface MatchSingleton extends Located {
  readonly kind: "MatchSingleton";
  readonly value: boolean | null;
}
export interface MatchSequence extends Located {
  readonly kind: "MatchSequence";
  readonly patterns: readonly Pattern[];
}
export interface MatchMapping extends Located {
  readonly kind: "MatchMapping";
  readonly keys: readonly Expression[];
  readonly patterns: readonly Pattern[];
  readonly rest: string | null;
}
export interface MatchClass extends Located {
  readonly kind: "MatchClass";
  readonly cls: Expression;
  readonly patterns: readonly Pattern[];
  readonly keywordNames: readonly string[];
  readonly keywordPatterns: readonly Pattern[];
}
/** `*name` inside a sequence pattern; null is `*_`. */
export interface MatchStar extends Located {
  readonly kind: "MatchStar";
  readonly name: string | null;
}
/** A capture, `pattern as name`, or the wildcard when both are null. */
export interface MatchAs extends Located {
  readonly kind: "MatchAs";
  readonly pattern: Pattern | null;
  readonly name: string | null;
}
export interface MatchOr extends Located {
  readonly kind: "MatchOr";
  readonly patterns: readonly Pattern[];
}

export type Pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;

// ---- roots -------------------------------------------------------------------------------------------------------

/** A file, an `exec` body or one REPL entry. */
export interface Module extends Located {
  readonly kind: "Module";
  readonly body: readonly Statement[];
}
/** The argument of `eval`. */
export interface ExpressionRoot extends Located {
  readonly kind: "Expression";
  readonly body: Expression;
}
