// The modules written in Python: their text, compiled when a VM first imports them.
import abcMappingsSource from "./prelude/_abc_mappings.py";
import abcProtocolsSource from "./prelude/_abc_protocols.py";
import abcSequencesSource from "./prelude/_abc_sequences.py";
import abcSetsSource from "./prelude/_abc_sets.py";
import collectionsChainSource from "./prelude/_collections_chain.py";
import collectionsCounterSource from "./prelude/_collections_counter.py";
import collectionsOrderedSource from "./prelude/_collections_ordered.py";
import collectionsStringSource from "./prelude/_collections_string.py";
import collectionsUserSource from "./prelude/_collections_user.py";
import contextBaseSource from "./prelude/_context_base.py";
import dataclassFieldsSource from "./prelude/_dataclass_fields.py";
import dataclassMethodsSource from "./prelude/_dataclass_methods.py";
import enumBodySource from "./prelude/_enum_body.py";
import enumFlagSource from "./prelude/_enum_flag.py";
import enumPlainSource from "./prelude/_enum_plain.py";
import enumTypeSource from "./prelude/_enum_type.py";
import exitStackSource from "./prelude/_exit_stack.py";
import inspectArgumentsSource from "./prelude/_inspect_arguments.py";
import inspectCallableSource from "./prelude/_inspect_callable.py";
import inspectSignatureSource from "./prelude/_inspect_signature.py";
import inspectSourceSource from "./prelude/_inspect_source.py";
import randomDistributionsSource from "./prelude/_random_distributions.py";
import stringFormatterSource from "./prelude/_string_formatter.py";
import stringPatternSource from "./prelude/_string_pattern.py";
import tracebackStackSource from "./prelude/_traceback_stack.py";
import typingAliasSource from "./prelude/_typing_alias.py";
import typingCoreSource from "./prelude/_typing_core.py";
import typingFormsSource from "./prelude/_typing_forms.py";
import typingGenericSource from "./prelude/_typing_generic.py";
import typingHintsSource from "./prelude/_typing_hints.py";
import typingIoSource from "./prelude/_typing_io.py";
import typingProtocolSource from "./prelude/_typing_protocol.py";
import typingRecordsSource from "./prelude/_typing_records.py";
import warningsPatternSource from "./prelude/_warnings_pattern.py";
import weakContainersSource from "./prelude/_weak_containers.py";
import weakProxiesSource from "./prelude/_weak_proxies.py";
import wrappingSource from "./prelude/_wrapping.py";
import abcSource from "./prelude/abc.py";
import bisectSource from "./prelude/bisect.py";
import collectionsSource from "./prelude/collections/__init__.py";
import collectionsAbcSource from "./prelude/collections/abc.py";
import contextlibSource from "./prelude/contextlib.py";
import copySource from "./prelude/copy.py";
import dataclassesSource from "./prelude/dataclasses.py";
import enumSource from "./prelude/enum.py";
import functoolsSource from "./prelude/functools.py";
import graphlibSource from "./prelude/graphlib.py";
import heapqSource from "./prelude/heapq.py";
import inspectSource from "./prelude/inspect.py";
import ioSource from "./prelude/io.py";
import jsonSource from "./prelude/json/__init__.py";
import jsonDecoderSource from "./prelude/json/decoder.py";
import jsonEncoderSource from "./prelude/json/encoder.py";
import jsonScannerSource from "./prelude/json/scanner.py";
import keywordSource from "./prelude/keyword.py";
import randomSource from "./prelude/random.py";
import reprlibSource from "./prelude/reprlib.py";
import stringSource from "./prelude/string.py";
import tracebackSource from "./prelude/traceback.py";
import typesSource from "./prelude/types.py";
import typingSource from "./prelude/typing.py";
import warningsSource from "./prelude/warnings.py";
import weakrefSource from "./prelude/weakref.py";
import numbersSource from "./prelude/numbers.py";
import textwrapSource from "./prelude/textwrap.py";
import colorsysSource from "./prelude/colorsys.py";
import statisticsSource from "./prelude/statistics.py";
import exactSumsSource from "./prelude/_exact_sums.py";
import normalDistSource from "./prelude/_normal_dist.py";

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
  module("_abc_mappings", abcMappingsSource),
  module("_abc_protocols", abcProtocolsSource),
  module("_abc_sequences", abcSequencesSource),
  module("_abc_sets", abcSetsSource),
  module("_collections_chain", collectionsChainSource),
  module("_collections_counter", collectionsCounterSource),
  module("_collections_ordered", collectionsOrderedSource),
  module("_collections_string", collectionsStringSource),
  module("_collections_user", collectionsUserSource),
  module("_context_base", contextBaseSource),
  module("_dataclass_fields", dataclassFieldsSource),
  module("_dataclass_methods", dataclassMethodsSource),
  module("_enum_body", enumBodySource),
  module("_enum_flag", enumFlagSource),
  module("_enum_plain", enumPlainSource),
  module("_enum_type", enumTypeSource),
  module("_exit_stack", exitStackSource),
  module("_inspect_arguments", inspectArgumentsSource),
  module("_inspect_callable", inspectCallableSource),
  module("_inspect_signature", inspectSignatureSource),
  module("_inspect_source", inspectSourceSource),
  module("_random_distributions", randomDistributionsSource),
  module("_string_formatter", stringFormatterSource),
  module("_string_pattern", stringPatternSource),
  module("_traceback_stack", tracebackStackSource),
  module("_typing_alias", typingAliasSource),
  module("_typing_core", typingCoreSource),
  module("_typing_forms", typingFormsSource),
  module("_typing_generic", typingGenericSource),
  module("_typing_hints", typingHintsSource),
  module("_typing_io", typingIoSource),
  module("_typing_protocol", typingProtocolSource),
  module("_typing_records", typingRecordsSource),
  module("_warnings_pattern", warningsPatternSource),
  module("_weak_containers", weakContainersSource),
  module("_weak_proxies", weakProxiesSource),
  module("_wrapping", wrappingSource),
  module("abc", abcSource),
  module("bisect", bisectSource),
  folder("collections", collectionsSource),
  module("collections.abc", collectionsAbcSource),
  module("contextlib", contextlibSource),
  module("copy", copySource),
  module("dataclasses", dataclassesSource),
  module("enum", enumSource),
  module("functools", functoolsSource),
  module("graphlib", graphlibSource),
  module("heapq", heapqSource),
  module("inspect", inspectSource),
  module("io", ioSource),
  folder("json", jsonSource),
  module("json.decoder", jsonDecoderSource),
  module("json.encoder", jsonEncoderSource),
  module("json.scanner", jsonScannerSource),
  module("keyword", keywordSource),
  module("random", randomSource),
  module("reprlib", reprlibSource),
  module("string", stringSource),
  module("traceback", tracebackSource),
  module("types", typesSource),
  module("typing", typingSource),
  module("warnings", warningsSource),
  module("weakref", weakrefSource),
  module("numbers", numbersSource),
  module("textwrap", textwrapSource),
  module("colorsys", colorsysSource),
  module("statistics", statisticsSource),
  module("_exact_sums", exactSumsSource),
  module("_normal_dist", normalDistSource),
];
