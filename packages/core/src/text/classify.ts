// What kinds of characters a string is made of: isalpha and its kin, by Unicode properties of the host.

import { UnicodePattern } from "./unicode-pattern.ts";
import { isSpaceUnit } from "./white-space.ts";

// Each finds a character that is not of the kind: no backtracking on long texts.
const NOT_ALPHA = new UnicodePattern("\\P{L}");
const NOT_DECIMAL = new UnicodePattern("\\P{Nd}");
const NOT_ALNUM = new UnicodePattern("[^\\p{L}\\p{N}]");
// Digits beyond Nd (Numeric_Type=Digit): superscripts, subscripts, circled and other single digits.
const NOT_DIGIT = new UnicodePattern(
  "[^\\p{Nd}\\xb2\\xb3\\xb9\\u1369-\\u1371\\u19da\\u2070\\u2074-\\u2079\\u2080-\\u2089\\u2460-\\u2468\\u2474-\\u247c\\u2488-\\u2490\\u24ea\\u24f5-\\u24fd\\u24ff\\u2776-\\u277e\\u2780-\\u2788\\u278a-\\u2792\\u{10a40}-\\u{10a43}\\u{10e60}-\\u{10e68}\\u{11052}-\\u{1105a}\\u{1f100}-\\u{1f10a}]",
);
// Ideographs that stand for numbers.
const NOT_NUMERIC = new UnicodePattern(
  "[^\\p{N}㐅㒃㠪㭍一七万三两九二五世京亿什仟仨伍佰俩倆億兆兩八六十千卄卅卌叁-叄四壱壹幺廾廿弌-弎弐拐拾捌柒洞漆玖百皕秭肆萬貮貳贰鈎钩阡陆陌陸零\\uf96b\\uf973\\uf978\\uf9b2\\uf9d1\\uf9d3\\uf9fd\\u{20001}\\u{20064}\\u{200e2}\\u{20121}\\u{2092a}\\u{20983}\\u{2098c}\\u{2099c}\\u{20aea}\\u{20afd}\\u{20b19}\\u{22390}\\u{22998}\\u{23b1b}\\u{2626d}\\u{2f890}]",
);
const UPPER = new UnicodePattern("\\p{Uppercase}");
const LOWER = new UnicodePattern("\\p{Lowercase}");
const UPPER_OR_TITLE = new UnicodePattern("[\\p{Uppercase}\\p{Lt}]");
const LOWER_OR_TITLE = new UnicodePattern("[\\p{Lowercase}\\p{Lt}]");
const IDENTIFIER_START = new UnicodePattern("^[\\p{XID_Start}_]");
const NOT_IDENTIFIER_PART = new UnicodePattern("\\P{XID_Continue}");
const NOT_ASCII = /[\u0080-\uffff]/;

/** The kinds of characters in a text of ASCII, each a bit. */
enum Kind {
  Upper = 1,
  Lower = 2,
  Letter = Upper | Lower,
  Digit = 4,
  Other = 8,
}

/** The kinds that a text has, or -1 when it is not all ASCII: one look at each takes a tenth of what a pattern takes. */
function kindsOf(text: string): number {
  let kinds = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code >= 0x80) return -1;
    const letter = code | 0x20;
    if (letter >= 0x61 && letter <= 0x7a) kinds |= letter === code ? Kind.Lower : Kind.Upper;
    else kinds |= code >= 0x30 && code <= 0x39 ? Kind.Digit : Kind.Other;
  }
  return kinds;
}

/** str.isalpha. */
export function isAlpha(text: string): boolean {
  const kinds = kindsOf(text);
  return kinds < 0 ? !NOT_ALPHA.test(text) : kinds !== 0 && (kinds & ~Kind.Letter) === 0;
}

/** str.isdecimal: decimal digits of any script. */
export function isDecimal(text: string): boolean {
  const kinds = kindsOf(text);
  return kinds < 0 ? !NOT_DECIMAL.test(text) : kinds === Kind.Digit;
}

/** str.isdigit: also superscripts and the like. */
export function isDigit(text: string): boolean {
  const kinds = kindsOf(text);
  return kinds < 0 ? !NOT_DIGIT.test(text) : kinds === Kind.Digit;
}

/** str.isnumeric: also fractions, Roman numerals and ideographs. */
export function isNumeric(text: string): boolean {
  const kinds = kindsOf(text);
  return kinds < 0 ? !NOT_NUMERIC.test(text) : kinds === Kind.Digit;
}

/** str.isalnum. */
export function isAlnum(text: string): boolean {
  const kinds = kindsOf(text);
  return kinds < 0 ? !NOT_ALNUM.test(text) : kinds !== 0 && kinds < Kind.Other;
}

/** str.isspace. */
export function isSpace(text: string): boolean {
  for (let offset = 0; offset < text.length; offset++) {
    if (!isSpaceUnit(text.charCodeAt(offset))) return false;
  }
  return text !== "";
}

/** str.isupper: no lower case or title case character, and at least one upper case. */
export function isUpper(text: string): boolean {
  const kinds = kindsOf(text);
  return kinds < 0 ? UPPER.test(text) && !LOWER_OR_TITLE.test(text) : (kinds & Kind.Letter) === Kind.Upper;
}

/** str.islower. */
export function isLower(text: string): boolean {
  const kinds = kindsOf(text);
  return kinds < 0 ? LOWER.test(text) && !UPPER_OR_TITLE.test(text) : (kinds & Kind.Letter) === Kind.Lower;
}

/** str.istitle: upper case characters follow only uncased ones, lower case only cased ones; at least one of them. */
export function isTitle(text: string): boolean {
  let cased = false;
  let previousCased = false;
  for (const character of text) {
    if (UPPER_OR_TITLE.test(character)) {
      if (previousCased) return false;
      previousCased = true;
      cased = true;
    } else if (LOWER.test(character)) {
      if (!previousCased) return false;
      cased = true;
    } else previousCased = false;
  }
  return cased;
}

/** str.isidentifier. */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER_START.test(text) && !NOT_IDENTIFIER_PART.test(text);
}

/** str.isascii. */
export function isAscii(text: string): boolean {
  return !NOT_ASCII.test(text);
}
