// Manifests that are refused, each with all that is told of it: `line:column: message`.

export interface BrokenManifest {
  readonly text: string;
  readonly told: readonly string[];
}

/** What a manifest needs at least; more follows on line 4. */
const GOOD = 'id = "a"\nversion = "1.0.0"\napi = "*"\n';

const json = (more: string): string => `{"id": "a", "version": "1.0.0", "api": "*", ${more}}`;

export const BROKEN_TOML: readonly BrokenManifest[] = [
  {
    text: "",
    told: [
      '1:1: id is missing: it must be lower-case letters and digits, with "-" or "_" between them, 64 characters at most, as "economy"',
      '1:1: version is missing: it must be a version, as "1.2.0"',
      '1:1: api is missing: it must be a range of versions, as "^1.2.0"',
    ],
  },
  { text: "id = ", told: ["1:6: not TOML: unspecified values are invalid"] },
  { text: `id = "a" version = "1.0.0"`, told: ["1:10: not TOML: must be a newline"] },
  { text: `id = "a`, told: ["1:8: not TOML: unterminated string constant"] },
  { text: "[limits\n", told: ["2:1: not TOML: unterminated table-key"] },
  { text: `id = "a"\nid = "b"`, told: ["2:1: not TOML: defining a key multiple times is invalid"] },
  { text: "= 1", told: ["1:1: not TOML: unexpected token"] },
  { text: `id = "\\q"`, told: ["1:8: not TOML: invalid character in escape sequence"] },
  { text: "id = a", told: ["1:6: not TOML: unexpected character"] },
  { text: "[limits]\ntasks = 1\n[limits]\n", told: ["3:2: not TOML: defining a key multiple times is invalid"] },
  { text: "limits.tasks = 1\nlimits = 2", told: ["2:1: not TOML: defining a key multiple times is invalid"] },
  { text: "x = [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]", told: ["1:21: nested more than 16 deep"] },
  { text: "a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a = 1", told: ["1:1: nested more than 16 deep"] },
  { text: "[a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a]", told: ["1:1: nested more than 16 deep"] },
  {
    text: "x = {a = 1\n}",
    told: ["2:1: not TOML: no newlines are allowed between the curly braces unless they are valid within a value"],
  },
  {
    text: `id = "Economy"\nversion = "1.0.0"\napi = "*"`,
    told: [
      '1:6: id must be lower-case letters and digits, with "-" or "_" between them, 64 characters at most, as "economy", not "Economy"',
    ],
  },
  {
    text: `id = "../a"\nversion = "1.0.0"\napi = "*"`,
    told: [
      '1:6: id must be lower-case letters and digits, with "-" or "_" between them, 64 characters at most, as "economy", not "../a"',
    ],
  },
  {
    text: `id = "nul"\nversion = "1.0.0"\napi = "*"`,
    told: ['1:6: id must not be "nul": Windows has no file of that name'],
  },
  {
    text: `id = "constructor"\nversion = "1.0.0"\napi = "*"`,
    told: ['1:6: id must not be "constructor": every JavaScript object has that name'],
  },
  {
    text: `id = "host"\nversion = "1.0.0"\napi = "*"`,
    told: ['1:6: id must not be "host": the host itself goes by it'],
  },
  {
    text: `id = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"\nversion = "1.0.0"\napi = "*"`,
    told: [
      '1:6: id must be lower-case letters and digits, with "-" or "_" between them, 64 characters at most, as "economy", not "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa..."',
    ],
  },
  {
    text: `id = 5\nversion = "1.0.0"\napi = "*"`,
    told: [
      '1:6: id must be lower-case letters and digits, with "-" or "_" between them, 64 characters at most, as "economy", not 5',
    ],
  },
  {
    text: `id = "a-"\nversion = "1.0.0"\napi = "*"`,
    told: [
      '1:6: id must be lower-case letters and digits, with "-" or "_" between them, 64 characters at most, as "economy", not "a-"',
    ],
  },
  { text: `id = "a"\nversion = "1.0"\napi = "*"`, told: ['2:11: version must be a version, as "1.2.0", not "1.0"'] },
  {
    text: `id = "a"\nversion = "v1.0.0"\napi = "*"`,
    told: ['2:11: version must be a version, as "1.2.0", not "v1.0.0"'],
  },
  { text: `id = "a"\nversion = 1.0\napi = "*"`, told: ['2:11: version must be a version, as "1.2.0", not 1'] },
  {
    text: `id = "a"\nversion = "1.0.0"\napi = "latest"`,
    told: ['3:7: api must be a range of versions, as "^1.2.0", not "latest"'],
  },
  {
    text: `id = "a"\nversion = "1.0.0"\napi = ""`,
    told: ['3:7: api must be a range of versions, as "^1.2.0", not ""'],
  },
  { text: `id = "a"\nversion = "1.0.0"\n`, told: ['1:1: api is missing: it must be a range of versions, as "^1.2.0"'] },
  { text: `${GOOD}name = ""`, told: ['4:8: name must be a text of 1 to 200 characters in one line, not ""'] },
  {
    text: `${GOOD}name = "two\\nlines"`,
    told: ['4:8: name must be a text of 1 to 200 characters in one line, not "two\\nlines"'],
  },
  { text: `${GOOD}verion = "1"`, told: ['4:1: unknown key "verion"; did you mean "version"?'] },
  {
    text: `${GOOD}colour = "red"`,
    told: [
      '4:1: unknown key "colour"; there are id, name, version, api, entry, storage_version, activation, dependencies, permissions, limits, contributes',
    ],
  },
  { text: `${GOOD}[limit]\ntasks = 1`, told: ['4:2: unknown key "limit"; did you mean "limits"?'] },
  {
    text: `${GOOD}["__proto__"]\nx = 1`,
    told: [
      '4:2: unknown key "__proto__"; there are id, name, version, api, entry, storage_version, activation, dependencies, permissions, limits, contributes',
    ],
  },
  {
    text: `${GOOD}constructor = 1`,
    told: [
      '4:1: unknown key "constructor"; there are id, name, version, api, entry, storage_version, activation, dependencies, permissions, limits, contributes',
    ],
  },
  {
    text: `${GOOD}[dependencies]\nconstructor = "*"`,
    told: ['5:1: "constructor" in dependencies is reserved: every JavaScript object has that name'],
  },
  {
    text: `${GOOD}[permissions.required]\n__proto__ = true`,
    told: ['5:1: "__proto__" in permissions.required is reserved: every JavaScript object has that name'],
  },
  {
    text: `${GOOD}entry = "main.txt"`,
    told: ['4:9: entry must be the path of a .py file of the plugin, as "main.py": "main.txt" does not end in ".py"'],
  },
  {
    text: `${GOOD}entry = "mian.py"`,
    told: [
      '4:9: entry must be the path of a .py file of the plugin, as "main.py": "mian.py" is not there; did you mean "main.py"?',
    ],
  },
  {
    text: `${GOOD}entry = "../main.py"`,
    told: ['4:9: entry must be the path of a .py file of the plugin, as "main.py": "../main.py" has the part ".."'],
  },
  {
    text: `${GOOD}entry = "/main.py"`,
    told: ['4:9: entry must be the path of a .py file of the plugin, as "main.py": "/main.py" is absolute'],
  },
  {
    text: `${GOOD}entry = "C:/main.py"`,
    told: [
      '4:9: entry must be the path of a .py file of the plugin, as "main.py": "C:/main.py" has a ":", as of a drive',
    ],
  },
  {
    text: `${GOOD}entry = 'ai\\paths.py'`,
    told: [
      '4:9: entry must be the path of a .py file of the plugin, as "main.py": "ai\\\\paths.py" has a backslash: parts are separated by "/"',
    ],
  },
  {
    text: `${GOOD}entry = "ai//paths.py"`,
    told: ['4:9: entry must be the path of a .py file of the plugin, as "main.py": "ai//paths.py" has an empty part'],
  },
  {
    text: `${GOOD}entry = "./main.py"`,
    told: ['4:9: entry must be the path of a .py file of the plugin, as "main.py": "./main.py" has the part "."'],
  },
  { text: `${GOOD}entry = ["main.py"]`, told: ['4:9: entry must be a path, as "main.py", not a list'] },
  {
    text: `${GOOD}entry = "a\\u0000.py"`,
    told: [
      '4:9: entry must be the path of a .py file of the plugin, as "main.py": "a\\u0000.py" has a control character',
    ],
  },
  { text: `${GOOD}storage_version = 0`, told: ["4:19: storage_version must be a whole number above 0, not 0"] },
  { text: `${GOOD}storage_version = 1.5`, told: ["4:19: storage_version must be a whole number above 0, not 1.5"] },
  { text: `${GOOD}storage_version = "1"`, told: ['4:19: storage_version must be a whole number above 0, not "1"'] },
  {
    text: `${GOOD}storage_version = 99999999999999999999`,
    told: ["4:19: storage_version must be a whole number above 0, not 100000000000000000000"],
  },
  {
    text: `${GOOD}activation = []`,
    told: [
      '4:14: activation must be a list of at least one of "startup", "event:NAME", "hook:NAME" and "command:NAME", not an empty list',
    ],
  },
  {
    text: `${GOOD}activation = "startup"`,
    told: [
      '4:14: activation must be a list of at least one of "startup", "event:NAME", "hook:NAME" and "command:NAME", not "startup"',
    ],
  },
  {
    text: `${GOOD}activation = ["start"]`,
    told: ['4:15: activation[0] must be "startup", "event:NAME", "hook:NAME" or "command:NAME", not "start"'],
  },
  {
    text: `${GOOD}activation = ["event:"]`,
    told: ['4:15: activation[0] must be "startup", "event:NAME", "hook:NAME" or "command:NAME", not "event:"'],
  },
  {
    text: `${GOOD}activation = ["event:a b"]`,
    told: ['4:15: activation[0] must be "startup", "event:NAME", "hook:NAME" or "command:NAME", not "event:a b"'],
  },
  { text: `${GOOD}activation = ["startup", "startup"]`, told: ['4:26: "startup" is in activation twice'] },
  { text: `${GOOD}activation = ["command:pay"]`, told: ['4:15: activation[0]: "pay" is not in contributes.commands'] },
  {
    text: `${GOOD}activation = ["hook:damge"]\n[contributes]\nhooks = ["damage"]`,
    told: ['4:15: activation[0]: "damge" is not in contributes.hooks; did you mean "damage"?'],
  },
  {
    text: `${GOOD}dependencies = ["b"]`,
    told: ["4:16: dependencies must be a table of ids, each with a range of versions, not a list"],
  },
  {
    text: `${GOOD}[dependencies]\nb = "one"`,
    told: ['5:5: dependencies.b must be a range of versions, as "^1.2.0", not "one"'],
  },
  {
    text: `${GOOD}[dependencies]\nb = 1`,
    told: ['5:5: dependencies.b must be a range of versions, as "^1.2.0", not 1'],
  },
  {
    text: `${GOOD}[dependencies]\n"../b" = "*"`,
    told: [
      '5:1: "../b" in dependencies must be lower-case letters and digits, with "-" or "_" between them, 64 characters at most, as "economy"',
    ],
  },
  { text: `${GOOD}[dependencies]\na = "*"`, told: ['5:1: "a" cannot depend on itself'] },
  {
    text: `${GOOD}[[dependencies]]\nb = "*"`,
    told: ["4:3: dependencies must be a table of ids, each with a range of versions, not a list"],
  },
  {
    text: `${GOOD}permissions = true`,
    told: ["4:15: permissions must be a table with required and optional, not true"],
  },
  {
    text: `${GOOD}[permissions]\nnet = true`,
    told: ['5:1: unknown key "net" in permissions; there are required, optional'],
  },
  {
    text: `${GOOD}[permissions.required]\nnet = false`,
    told: ['5:7: permissions.required.net must be true, a list of names or patterns, or a size as "1MB", not false'],
  },
  {
    text: `${GOOD}[permissions.required]\nnet = []`,
    told: [
      '5:7: permissions.required.net must be true, a list of names or patterns, or a size as "1MB", not an empty list',
    ],
  },
  {
    text: `${GOOD}[permissions.required]\nnet = [1]`,
    told: ['5:7: permissions.required.net must be true, a list of names or patterns, or a size as "1MB", not a list'],
  },
  {
    text: `${GOOD}[permissions.required]\nstorage = "1XB"`,
    told: [
      '5:11: permissions.required.storage must be true, a list of names or patterns, or a size as "1MB", not "1XB"',
    ],
  },
  {
    text: `${GOOD}[permissions.required]\nnet.fetch = true`,
    told: ['5:1: permissions.required.net must be true, a list of names or patterns, or a size as "1MB", not a table'],
  },
  {
    text: `${GOOD}[permissions.optional]\n"a b" = true`,
    told: [
      '5:1: "a b" in permissions.optional must be letters and digits, with ".", ":", "-" or "_" between them, 64 characters at most',
    ],
  },
  {
    text: `${GOOD}[permissions.optional]\nx = 2020-01-01`,
    told: ['5:5: permissions.optional.x must be true, a list of names or patterns, or a size as "1MB", not a date'],
  },
  {
    text: `${GOOD}[limits]\nmemory = "16 megabytes"`,
    told: ['5:10: limits.memory must be a number of bytes above 0, or a size as "16MB", not "16 megabytes"'],
  },
  {
    text: `${GOOD}[limits]\nmemory = 0`,
    told: ['5:10: limits.memory must be a number of bytes above 0, or a size as "16MB", not 0'],
  },
  { text: `${GOOD}[limits]\ntasks = -1`, told: ["5:9: limits.tasks must be a whole number above 0, not -1"] },
  {
    text: `${GOOD}[limits]\nwall_time_ms = inf`,
    told: ["5:16: limits.wall_time_ms must be a whole number above 0, not Infinity"],
  },
  {
    text: `${GOOD}[limits]\nwall_time = 5`,
    told: ['5:1: unknown key "wall_time" in limits; did you mean "wall_time_ms"?'],
  },
  {
    text: `${GOOD}[limits]\nconstructor = 5`,
    told: [
      '5:1: unknown key "constructor" in limits; there are wall_time_ms, active_time_ms, burst_time_ms, instructions, memory, recursion_depth, integer_bits, string_length, output, tasks, timers, pending_host_calls',
    ],
  },
  { text: `${GOOD}limits = 5`, told: ["4:10: limits must be a table of limits, not 5"] },
  {
    text: `${GOOD}[limits]\ntasks = 1979-05-27T07:32:00Z`,
    told: ["5:9: limits.tasks must be a whole number above 0, not a date"],
  },
  {
    text: `${GOOD}[contributes.commands]\npay = 1`,
    told: ["5:7: contributes.commands.pay must be a text of 1 to 200 characters in one line, not 1"],
  },
  {
    text: `${GOOD}[contributes.commands]\n"pay now" = "x"`,
    told: [
      '5:1: "pay now" in contributes.commands must be lower-case letters and digits, with "-" or "_" between them, 64 characters at most, as "economy"',
    ],
  },
  {
    text: `${GOOD}[contributes]\nhooks = "damage"`,
    told: ['5:9: contributes.hooks must be a list of the names of hooks, not "damage"'],
  },
  {
    text: `${GOOD}[contributes]\nhooks = ["a b"]`,
    told: [
      '5:10: contributes.hooks[0] must be letters and digits, with ".", ":", "-" or "_" between them, 64 characters at most, not "a b"',
    ],
  },
  { text: `${GOOD}[contributes]\nhooks = ["a", "a"]`, told: ['5:15: "a" is in contributes.hooks twice'] },
  {
    text: `${GOOD}[contributes]\ncommand = 1`,
    told: ['5:1: unknown key "command" in contributes; did you mean "commands"?'],
  },
  {
    text: `name = 1\nlimits = { tasks = "x", timers = 0 }\r\n[dependencies]\r\nB = "*"`,
    told: [
      '1:1: id is missing: it must be lower-case letters and digits, with "-" or "_" between them, 64 characters at most, as "economy"',
      '1:1: version is missing: it must be a version, as "1.2.0"',
      '1:1: api is missing: it must be a range of versions, as "^1.2.0"',
      "1:8: name must be a text of 1 to 200 characters in one line, not 1",
      '2:20: limits.tasks must be a whole number above 0, not "x"',
      "2:34: limits.timers must be a whole number above 0, not 0",
      '4:1: "B" in dependencies must be lower-case letters and digits, with "-" or "_" between them, 64 characters at most, as "economy"',
    ],
  },
];
export const BROKEN_JSON: readonly BrokenManifest[] = [
  { text: "", told: ["1:1: not JSON: a value is expected"] },
  { text: "[]", told: ["1:1: must be an object"] },
  { text: "null", told: ["1:1: must be an object"] },
  { text: "{", told: ['1:2: not JSON: a "}" is expected'] },
  { text: `{"id": }`, told: ["1:8: not JSON: a value is expected"] },
  { text: `{"id": "a",}`, told: ["1:12: not JSON: a key in quotes is expected"] },
  { text: `{"id": "a"} x`, told: ["1:13: not JSON: a symbol that JSON has not"] },
  { text: `// hi\n{"id": "a"}`, told: ["1:1: not JSON: JSON has no comments"] },
  { text: `{id: "a"}`, told: ["1:2: not JSON: a symbol that JSON has not"] },
  { text: "{'id': 'a'}", told: ["1:2: not JSON: a symbol that JSON has not"] },
  { text: `{"id": "a}`, told: ["1:8: not JSON: a text is not closed"] },
  { text: `{"id": "\\q"}`, told: ["1:8: not JSON: an escape that JSON has not"] },
  { text: `{"id": "\\u12"}`, told: ["1:8: not JSON: a malformed \\u escape"] },
  { text: `{"id": 01}`, told: ['1:9: not JSON: a "," is expected'] },
  { text: `{"id" "a"}`, told: ['1:7: not JSON: a ":" is expected'] },
  { text: `{"id": "a" "version": "1.0.0"}`, told: ['1:12: not JSON: a "," is expected'] },
  { text: `{"id": "a", "id": "b"}`, told: ['1:13: key "id" is there twice'] },
  { text: `{"id": "a\tb"}`, told: ["1:8: not JSON: a control character in a text"] },
  { text: `{"x": [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]}`, told: ["1:23: nested more than 16 deep"] },
  { text: `{"x": [[[[[[[[[[[[[[[[[[[[`, told: ["1:23: nested more than 16 deep"] },
  {
    text: `{\n  "id": "a",\n  "version": "1.0.0"\n}`,
    told: ['1:1: api is missing: it must be a range of versions, as "^1.2.0"'],
  },
  {
    text: `{\r\n  "id": "A",\r\n  "version": "1.0.0",\r\n  "api": "*"\r\n}`,
    told: [
      '2:9: id must be lower-case letters and digits, with "-" or "_" between them, 64 characters at most, as "economy", not "A"',
    ],
  },
  {
    text: json('"__proto__": {}'),
    told: [
      '1:45: unknown key "__proto__"; there are id, name, version, api, entry, storage_version, activation, dependencies, permissions, limits, contributes',
    ],
  },
  {
    text: json('"toString": 1'),
    told: [
      '1:45: unknown key "toString"; there are id, name, version, api, entry, storage_version, activation, dependencies, permissions, limits, contributes',
    ],
  },
  {
    text: json('"dependencies": {"__proto__": "*"}'),
    told: ['1:62: "__proto__" in dependencies is reserved: every JavaScript object has that name'],
  },
  {
    text: json('"dependencies": null'),
    told: ["1:61: dependencies must be a table of ids, each with a range of versions, not null"],
  },
  { text: json('"name": null'), told: ["1:53: name must be a text of 1 to 200 characters in one line, not null"] },
  {
    text: json('"limits": {"memory": 1.5}'),
    told: ['1:66: limits.memory must be a number of bytes above 0, or a size as "16MB", not 1.5'],
  },
  {
    text: json('"limits": {"memory": 1e400}'),
    told: ['1:66: limits.memory must be a number of bytes above 0, or a size as "16MB", not Infinity'],
  },
  {
    text: json('"permissions": {"required": {"net": {}}}'),
    told: ['1:81: permissions.required.net must be true, a list of names or patterns, or a size as "1MB", not a table'],
  },
  {
    text: json('"entry": "x/../main.py"'),
    told: ['1:54: entry must be the path of a .py file of the plugin, as "main.py": "x/../main.py" has the part ".."'],
  },
  { text: json('"storage_version": true'), told: ["1:64: storage_version must be a whole number above 0, not true"] },
  {
    text: json('"activation": [null]'),
    told: ['1:60: activation[0] must be "startup", "event:NAME", "hook:NAME" or "command:NAME", not null'],
  },
  {
    text: json('"activation": {}'),
    told: [
      '1:59: activation must be a list of at least one of "startup", "event:NAME", "hook:NAME" and "command:NAME", not a table',
    ],
  },
];
