// Text and streams of it: string, textwrap, json, io.
import { IO } from "./io/module.ts";
import { JSON_NATIVE } from "./json/module.ts";
import stringFormatterSource from "./prelude/_string_formatter.py";
import stringPatternSource from "./prelude/_string_pattern.py";
import ioSource from "./prelude/io.py";
import jsonSource from "./prelude/json/__init__.py";
import jsonDecoderSource from "./prelude/json/decoder.py";
import jsonEncoderSource from "./prelude/json/encoder.py";
import jsonScannerSource from "./prelude/json/scanner.py";
import stringSource from "./prelude/string.py";
import textwrapSource from "./prelude/textwrap.py";
import { defineShelf, type ModuleTable } from "./shelf.ts";

export const SHELF: ModuleTable = defineShelf({
  native: [IO, JSON_NATIVE],
  modules: {
    _string_formatter: stringFormatterSource,
    _string_pattern: stringPatternSource,
    io: ioSource,
    "json.decoder": jsonDecoderSource,
    "json.encoder": jsonEncoderSource,
    "json.scanner": jsonScannerSource,
    string: stringSource,
    textwrap: textwrapSource,
  },
  packages: {
    json: jsonSource,
  },
});
