// The kinds of tokens, how they are spelt, and which of them are operators of which rank.

import type { BinaryOperator } from "./ast.ts";

export enum Token {
  End,
  Newline,
  Indent,
  Dedent,
  Name,
  Number,
  String,
  FStringStart,
  FStringMiddle,
  FStringEnd,
  /** A character that no token starts with: `$`, `?`, a backquote. */
  Unknown,

  LeftParen,
  RightParen,
  LeftBracket,
  RightBracket,
  LeftBrace,
  RightBrace,
  Comma,
  Colon,
  Semicolon,
  Dot,
  Ellipsis,
  Arrow,
  Exclamation,
  Equal,
  ColonEqual,

  Plus,
  Minus,
  Star,
  Slash,
  DoubleSlash,
  Percent,
  At,
  DoubleStar,
  LeftShift,
  RightShift,
  Ampersand,
  Bar,
  Caret,
  Tilde,

  /** The augmented assignments stand in the order of their operators above. */
  PlusEqual,
  MinusEqual,
  StarEqual,
  SlashEqual,
  DoubleSlashEqual,
  PercentEqual,
  AtEqual,
  DoubleStarEqual,
  LeftShiftEqual,
  RightShiftEqual,
  AmpersandEqual,
  BarEqual,
  CaretEqual,

  EqualEqual,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,

  False,
  None,
  True,
  And,
  As,
  Assert,
  Async,
  Await,
  Break,
  Class,
  Continue,
  Def,
  Del,
  Elif,
  Else,
  Except,
  Finally,
  For,
  From,
  Global,
  If,
  Import,
  In,
  Is,
  Lambda,
  Nonlocal,
  Not,
  Or,
  Pass,
  Raise,
  Return,
  Try,
  While,
  With,
  Yield,
}

/** In the order of the tokens from `Token.False`. */
const KEYWORDS: readonly string[] = (
  "False None True and as assert async await break class continue def del elif else except finally for from global " +
  "if import in is lambda nonlocal not or pass raise return try while with yield"
).split(" ");

interface Keyword {
  readonly word: string;
  readonly token: Token;
}

/** Keywords by the code of their first letter, so that a name is compared with four of them at most. */
const KEYWORDS_BY_FIRST: readonly (readonly Keyword[] | undefined)[] = byFirstLetter();

function byFirstLetter(): (Keyword[] | undefined)[] {
  const found = new Array<Keyword[] | undefined>(128).fill(undefined);
  for (const [index, word] of KEYWORDS.entries()) {
    (found[word.charCodeAt(0)] ??= []).push({ word, token: Token.False + index });
  }
  return found;
}

/** The token of the ASCII name that stands at `start`: a keyword's, else `Token.Name`. */
export function nameToken(text: string, start: number, end: number): Token {
  const candidates = KEYWORDS_BY_FIRST[text.charCodeAt(start)];
  if (candidates === undefined) return Token.Name;
  for (const { word, token } of candidates) {
    if (word.length === end - start && text.startsWith(word, start)) return token;
  }
  return Token.Name;
}

/** Binding strength of what may stand between two operands; 0 is everything else. */
export enum Rank {
  None = 0,
  Or = 1,
  And = 2,
  Not = 3,
  Compare = 4,
  BitOr = 5,
  BitXor = 6,
  BitAnd = 7,
  Shift = 8,
  Sum = 9,
  Term = 10,
  Unary = 11,
}

const RANKS: readonly Rank[] = Array.from({ length: Token.Yield + 1 }, (_, token) => {
  switch (token) {
    case Token.Or:
      return Rank.Or;
    case Token.And:
      return Rank.And;
    case Token.EqualEqual:
    case Token.NotEqual:
    case Token.Less:
    case Token.LessEqual:
    case Token.Greater:
    case Token.GreaterEqual:
    case Token.In:
    case Token.Is:
    case Token.Not:
      return Rank.Compare;
    case Token.Bar:
      return Rank.BitOr;
    case Token.Caret:
      return Rank.BitXor;
    case Token.Ampersand:
      return Rank.BitAnd;
    case Token.LeftShift:
    case Token.RightShift:
      return Rank.Shift;
    case Token.Plus:
    case Token.Minus:
      return Rank.Sum;
    case Token.Star:
    case Token.Slash:
    case Token.DoubleSlash:
    case Token.Percent:
    case Token.At:
      return Rank.Term;
    default:
      return Rank.None;
  }
});

/** Of the token between two operands. `not` ranks as the start of `not in`. */
export function rankOf(token: Token): Rank {
  return RANKS[token] ?? Rank.None;
}

/** In the order of the tokens from `Token.Plus`, and of those from `Token.PlusEqual`. */
const OPERATORS: readonly BinaryOperator[] = ["+", "-", "*", "/", "//", "%", "@", "**", "<<", ">>", "&", "|", "^"];

export function operatorOf(token: Token): BinaryOperator {
  return OPERATORS[token - Token.Plus] as BinaryOperator;
}

/** The operator of `+=` and its like; undefined for any other token. */
export function augmentedOperator(token: Token): BinaryOperator | undefined {
  return OPERATORS[token - Token.PlusEqual];
}
