# dumping basic values
import json
for x in (None, True, False, 1, -5, 1.5, 1e100, 1e-7, "text", [], {}, [1, [2, [3]]], {"a": {"b": None}}, (1, 2), 10 ** 25, "", float("inf"), float("-inf"), float("nan"), -0.0, 100.0):
    print(json.dumps(x))
# expect: null
# expect: true
# expect: false
# expect: 1
# expect: -5
# expect: 1.5
# expect: 1e+100
# expect: 1e-07
# expect: "text"
# expect: []
# expect: {}
# expect: [1, [2, [3]]]
# expect: {"a": {"b": null}}
# expect: [1, 2]
# expect: 10000000000000000000000000
# expect: ""
# expect: Infinity
# expect: -Infinity
# expect: NaN
# expect: -0.0
# expect: 100.0
---
# strings are escaped
import json
print(json.dumps('quote " back \\ slash / tab \t nl \n cr \r bs \b ff \f nul \0 del \x7f é → 😀 \u2028'))
# expect: "quote \" back \\ slash / tab \t nl \n cr \r bs \b ff \f nul \u0000 del \u007f \u00e9 \u2192 \ud83d\ude00 \u2028"
print(json.dumps('é → 😀 "q" \x01', ensure_ascii=False))  # expect: "é → 😀 \"q\" \u0001"
print(json.dumps({"é": "ü"}), json.dumps("\ud800"))  # expect: {"\u00e9": "\u00fc"} "\ud800"
---
# keys
import json
print(json.dumps({1: "int", 1.5: "float", True: "bool", None: "none", "s": "str", False: 0}))
# expect: {"1": "bool", "1.5": "float", "null": "none", "s": "str", "false": 0}
for d in ({(1, 2): 3}, {b"k": 1}, {len: 1}):
    try:
        json.dumps(d)
    except TypeError as e:
        print(e)
# expect: keys must be str, int, float, bool or None, not tuple
# expect: keys must be str, int, float, bool or None, not bytes
# expect: keys must be str, int, float, bool or None, not builtin_function_or_method
print(json.dumps({(1,): 1, "a": 2}, skipkeys=True))  # expect: {"a": 2}
---
# indentation
import json
data = {"name": "Ann", "tags": ["a", "b"], "empty": [], "none": {}, "deep": {"x": [1, {"y": 2}]}}
print(json.dumps(data, indent=2))
# expect: {
# expect:   "name": "Ann",
# expect:   "tags": [
# expect:     "a",
# expect:     "b"
# expect:   ],
# expect:   "empty": [],
# expect:   "none": {},
# expect:   "deep": {
# expect:     "x": [
# expect:       1,
# expect:       {
# expect:         "y": 2
# expect:       }
# expect:     ]
# expect:   }
# expect: }
print(json.dumps([1, [2]], indent=0))
# expect: [
# expect: 1,
# expect: [
# expect: 2
# expect: ]
# expect: ]
print(json.dumps({"a": 1}, indent="--"))
# expect: {
# expect: --"a": 1
# expect: }
---
# separators and sorted keys
import json
d = {"b": [1, 2], "a": {"d": 1, "c": 2}}
print(json.dumps(d, separators=(",", ":")), json.dumps(d, sort_keys=True), json.dumps(d, separators=(" ; ", " = ")))
# expect: {"b":[1,2],"a":{"d":1,"c":2}} {"a": {"c": 2, "d": 1}, "b": [1, 2]} {"b" = [1 ; 2] ; "a" = {"d" = 1 ; "c" = 2}}
print(json.dumps({"b": 1, "a": [1]}, sort_keys=True, indent=1, separators=(",", ":")))
# expect: {
# expect:  "a":[
# expect:   1
# expect:  ],
# expect:  "b":1
# expect: }
try:
    json.dumps({"a": 1, 2: 3}, sort_keys=True)
except TypeError as e:
    print(e)  # expect: '<' not supported between instances of 'int' and 'str'
---
# what cannot be dumped
import json
class C: pass
for x in (C(), {1, 2}, b"bytes", 1j, range(3), len, [C()], {"k": {3}}):
    try:
        json.dumps(x)
    except TypeError as e:
        print(str(e))
# expect: Object of type C is not JSON serializable
# expect: Object of type set is not JSON serializable
# expect: Object of type bytes is not JSON serializable
# expect: Object of type complex is not JSON serializable
# expect: Object of type range is not JSON serializable
# expect: Object of type builtin_function_or_method is not JSON serializable
# expect: Object of type C is not JSON serializable
# expect: Object of type set is not JSON serializable
a = []
a.append(a)
d = {}
d["d"] = [d]
for x in (a, d):
    try:
        json.dumps(x)
    except ValueError as e:
        print(e)
# expect: Circular reference detected
# expect: Circular reference detected
try:
    json.dumps(float("nan"), allow_nan=False)
except ValueError as e:
    print(e)  # expect: Out of range float values are not JSON compliant: nan
---
# notes tell where serialising failed
import json
try:
    json.dumps({"a": [1, {2}]})
except TypeError as e:
    print(e, getattr(e, "__notes__", None))  # expect: Object of type set is not JSON serializable None
---
# default converts unknown objects
import json
class Point:
    def __init__(self, x, y): self.x, self.y = x, y
def enc(o):
    if isinstance(o, Point): return {"x": o.x, "y": o.y}
    if isinstance(o, set): return sorted(o)
    raise TypeError(f"cannot encode {type(o).__name__}")
print(json.dumps([Point(1, 2), {3, 1}], default=enc), json.dumps({"k": 1j}, default=str))
# expect: [{"x": 1, "y": 2}, [1, 3]] {"k": "1j"}
try:
    json.dumps(1j, default=enc)
except TypeError as e:
    print(e)  # expect: cannot encode complex
---
# an encoder class
import json
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex): return [o.real, o.imag]
        return super().default(o)
print(json.dumps({"z": 1 + 2j}, cls=E), E(indent=1).encode([1j]), "".join(E().iterencode([1, "a", None])))
# expect: {"z": [1.0, 2.0]} [
# expect:  [
# expect:   0.0,
# expect:   1.0
# expect:  ]
# expect: ] [1, "a", null]
try:
    json.dumps(object, cls=E)
except TypeError as e:
    print(e)  # expect: Object of type type is not JSON serializable
---
# subclasses of basic types
import json, enum
class I(int):
    def __str__(self): return "custom"
class S(str): pass
class D(dict): pass
class L(list): pass
class Color(enum.IntEnum): RED = 1
print(json.dumps([I(5), S("s"), D(a=1), L([1]), Color.RED, {Color.RED: 1}]))
# expect: [5, "s", {"a": 1}, [1], 1, {"1": 1}]
from collections import OrderedDict, namedtuple, defaultdict
P = namedtuple("P", "x y")
print(json.dumps([P(1, 2), OrderedDict(b=1, a=2), defaultdict(int, k=1)]))
# expect: [[1, 2], {"b": 1, "a": 2}, {"k": 1}]
---
# loading basic values
import json
for s in ("null", "true", "false", "1", "-0", "1.5", "1e3", "-1.5E-2", '"text"', "[]", "{}", "[1, [2, {}]]", '{"a": {"b": [null]}}', " \n\t 5 ", "123456789012345678901234567890", "1E400", "-0.0", "NaN", "-Infinity", "0.1"):
    x = json.loads(s)
    print(repr(x), type(x).__name__)
# expect: None NoneType
# expect: True bool
# expect: False bool
# expect: 1 int
# expect: 0 int
# expect: 1.5 float
# expect: 1000.0 float
# expect: -0.015 float
# expect: 'text' str
# expect: [] list
# expect: {} dict
# expect: [1, [2, {}]] list
# expect: {'a': {'b': [None]}} dict
# expect: 5 int
# expect: 123456789012345678901234567890 int
# expect: inf float
# expect: -0.0 float
# expect: nan float
# expect: -inf float
# expect: 0.1 float
---
# string escapes
import json
print(json.loads(r'"\" \\ \/ \u0041 \u00e9 \ud83d\ude00"'), repr(json.loads(r'"\b\f\n\r\t"')), json.loads('"é→😀"'), repr(json.loads(r'"\ud800"')), json.loads(b'"bytes"'), json.loads('"caf\u00e9"'.encode("utf-16")))
# expect: " \ / A é 😀 '\x08\x0c\n\r\t' é→😀 '\ud800' bytes café
---
# duplicate keys: the last wins; order is kept
import json
print(json.loads('{"a": 1, "b": 2, "a": 3}'), list(json.loads('{"z": 1, "y": 2, "x": 3}')))
# expect: {'a': 3, 'b': 2} ['z', 'y', 'x']
print(json.loads('{"b": 1, "a": 2}', object_pairs_hook=list), json.loads('{"a": {"x": 1}}', object_hook=lambda d: tuple(d.items())))
# expect: [('b', 1), ('a', 2)] (('a', (('x', 1),)),)
print(json.loads("[1.5, 2, NaN]", parse_float=str, parse_int=lambda s: "int " + s, parse_constant=lambda s: "const " + s))
# expect: ['1.5', 'int 2', 'const NaN']
---
# errors with positions
import json
for s in ("", "  ", "nul", "[1, 2", "[1,]", "{1: 2}", '{"a" 1}', '{"a": }', '{"a": 1,}', '"open', '"bad \\x"', '"\t"', "[1] 2", "01", "1.", ".5", "+1", "'a'", "{", "[", '{"a"', "tru", '"\\u12"', "\n\n  x", "[1 2]", "-", '{"a": 1 "b": 2}', "\ufeff1"):
    try:
        print(s, json.loads(s))
    except json.JSONDecodeError as e:
        print(repr(s), "->", e.msg, e.pos, e.lineno, e.colno)
# expect: '' -> Expecting value 0 1 1
# expect: '  ' -> Expecting value 2 1 3
# expect: 'nul' -> Expecting value 0 1 1
# expect: '[1, 2' -> Expecting ',' delimiter 5 1 6
# expect: '[1,]' -> Illegal trailing comma before end of array 2 1 3
# expect: '{1: 2}' -> Expecting property name enclosed in double quotes 1 1 2
# expect: '{"a" 1}' -> Expecting ':' delimiter 5 1 6
# expect: '{"a": }' -> Expecting value 6 1 7
# expect: '{"a": 1,}' -> Illegal trailing comma before end of object 7 1 8
# expect: '"open' -> Unterminated string starting at 0 1 1
# expect: '"bad \\x"' -> Invalid \escape 5 1 6
# expect: '"\t"' -> Invalid control character at 1 1 2
# expect: '[1] 2' -> Extra data 4 1 5
# expect: '01' -> Extra data 1 1 2
# expect: '1.' -> Extra data 1 1 2
# expect: '.5' -> Expecting value 0 1 1
# expect: '+1' -> Expecting value 0 1 1
# expect: "'a'" -> Expecting value 0 1 1
# expect: '{' -> Expecting property name enclosed in double quotes 1 1 2
# expect: '[' -> Expecting value 1 1 2
# expect: '{"a"' -> Expecting ':' delimiter 4 1 5
# expect: 'tru' -> Expecting value 0 1 1
# expect: '"\\u12"' -> Invalid \uXXXX escape 2 1 3
# expect: '\n\n  x' -> Expecting value 4 3 3
# expect: '[1 2]' -> Expecting ',' delimiter 3 1 4
# expect: '-' -> Expecting value 0 1 1
# expect: '{"a": 1 "b": 2}' -> Expecting ',' delimiter 8 1 9
# expect: '\ufeff1' -> Unexpected UTF-8 BOM (decode using utf-8-sig) 0 1 1
---
# the decode error is a ValueError with all its parts
import json
try:
    json.loads("{\n  bad")
except ValueError as e:
    print(type(e).__name__, e, repr(e.doc), e.pos, issubclass(json.JSONDecodeError, ValueError))
# expect: JSONDecodeError Expecting property name enclosed in double quotes: line 2 column 3 (char 4) '{\n  bad' 4 True
for bad in (5, None, [1]):
    try:
        json.loads(bad)
    except TypeError as e:
        print(e)
# expect: the JSON object must be str, bytes or bytearray, not int
# expect: the JSON object must be str, bytes or bytearray, not NoneType
# expect: the JSON object must be str, bytes or bytearray, not list
try:
    json.loads("\ufeff1")
except json.JSONDecodeError as e:
    print(e)  # expect: Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)
---
# dump and load with files
import json, io
f = io.StringIO()
json.dump({"a": [1, 2]}, f, indent=1)
print(f.getvalue())
# expect: {
# expect:  "a": [
# expect:   1,
# expect:   2
# expect:  ]
# expect: }
f.seek(0)
print(json.load(f))  # expect: {'a': [1, 2]}
class W:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
w = W()
json.dump([1, "x"], w)
print("".join(w.parts))  # expect: [1, "x"]
---
# raw_decode and decoder objects
import json
d = json.JSONDecoder()
print(d.decode(" [1] "), d.raw_decode('{"a": 1} trailing'), json.JSONDecoder(object_hook=len).decode('{"a": {}, "b": {}}'))
# expect: [1] ({'a': 1}, 8) 2
try:
    d.raw_decode("  1")
except json.JSONDecodeError as e:
    print(e)  # expect: Expecting value: line 1 column 1 (char 0)
---
# round trips
import json
data = {"ints": [0, -1, 2 ** 60], "floats": [0.1, 1e-300, 1.7976931348623157e308], "text": "a\"b\\c\n\u0000é😀", "deep": [[[[{}]]]], "mixed": {"a": None, "b": [True, False]}}
for kw in ({}, {"indent": 3}, {"ensure_ascii": False}, {"separators": (",", ":")}):
    print(json.loads(json.dumps(data, **kw)) == data)
# expect: True
# expect: True
# expect: True
# expect: True
---
# saving and loading game state
import json
class Player:
    def __init__(self, name, hp=10, items=()): self.name, self.hp, self.items = name, hp, list(items)
    def to_json(self): return {"__player__": True, **vars(self)}
def hook(d):
    if d.pop("__player__", False): return Player(**d)
    return d
text = json.dumps({"players": [Player("Ann"), Player("Bob", 3, ["key"])], "turn": 5}, default=lambda o: o.to_json())
print(text)
# expect: {"players": [{"__player__": true, "name": "Ann", "hp": 10, "items": []}, {"__player__": true, "name": "Bob", "hp": 3, "items": ["key"]}], "turn": 5}
state = json.loads(text, object_hook=hook)
print([(p.name, p.hp, p.items) for p in state["players"]], state["turn"])
# expect: [('Ann', 10, []), ('Bob', 3, ['key'])] 5
---
# deep nesting
import json
n = 500
text = "[" * n + "]" * n
x = json.loads(text)
print(json.dumps(x) == text)  # expect: True
try:
    json.loads("[" * 100000)
except RecursionError:
    print("RecursionError")  # expect: RecursionError
---
# the parts of json are there with it
import json
print(json.decoder.JSONDecoder is json.JSONDecoder, json.encoder.JSONEncoder is json.JSONEncoder, json.scanner.__name__)
# expect: True True json.scanner
