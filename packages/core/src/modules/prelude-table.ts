// The modules written in Python: their text, compiled when a VM first imports them.
import enumBodySource from "./prelude/_enum_body.py";
import enumFlagSource from "./prelude/_enum_flag.py";
import enumPlainSource from "./prelude/_enum_plain.py";
import enumTypeSource from "./prelude/_enum_type.py";
import abcSource from "./prelude/abc.py";
import enumSource from "./prelude/enum.py";

export interface PreludeModule {
  readonly name: string;
  readonly source: string;
  readonly isPackage: boolean;
}

function module(name: string, source: string): PreludeModule {
  return { name, source, isPackage: false };
}
function folder(name: string, source: string): PreludeModule {
  return { name, source, isPackage: true };
}

export const PRELUDE: readonly PreludeModule[] = [
  module("_enum_body", enumBodySource),
  module("_enum_flag", enumFlagSource),
  module("_enum_plain", enumPlainSource),
  module("_enum_type", enumTypeSource),
  module("abc", abcSource),
  module("enum", enumSource),
];
