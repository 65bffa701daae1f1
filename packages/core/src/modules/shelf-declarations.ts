// Classes that declare: enumerations, data classes, type annotations, and looking into them.
import { TYPING } from "./typing/module.ts";
import dataclassFieldsSource from "./prelude/_dataclass_fields.py";
import dataclassMethodsSource from "./prelude/_dataclass_methods.py";
import enumBodySource from "./prelude/_enum_body.py";
import enumFlagSource from "./prelude/_enum_flag.py";
import enumPlainSource from "./prelude/_enum_plain.py";
import enumTypeSource from "./prelude/_enum_type.py";
import inspectArgumentsSource from "./prelude/_inspect_arguments.py";
import inspectCallableSource from "./prelude/_inspect_callable.py";
import inspectMoreSource from "./prelude/_inspect_more.py";
import inspectSignatureSource from "./prelude/_inspect_signature.py";
import inspectSourceSource from "./prelude/_inspect_source.py";
import inspectTextsSource from "./prelude/_inspect_texts.py";
import typingAliasSource from "./prelude/_typing_alias.py";
import typingCoreSource from "./prelude/_typing_core.py";
import typingFormsSource from "./prelude/_typing_forms.py";
import typingGenericSource from "./prelude/_typing_generic.py";
import typingHintsSource from "./prelude/_typing_hints.py";
import typingIoSource from "./prelude/_typing_io.py";
import typingProtocolSource from "./prelude/_typing_protocol.py";
import typingRecordsSource from "./prelude/_typing_records.py";
import dataclassesSource from "./prelude/dataclasses.py";
import enumSource from "./prelude/enum.py";
import inspectSource from "./prelude/inspect.py";
import typingSource from "./prelude/typing.py";
import { defineShelf, type ModuleTable } from "./shelf.ts";

export const SHELF: ModuleTable = defineShelf({
  native: [TYPING],
  modules: {
    _dataclass_fields: dataclassFieldsSource,
    _dataclass_methods: dataclassMethodsSource,
    _enum_body: enumBodySource,
    _enum_flag: enumFlagSource,
    _enum_plain: enumPlainSource,
    _enum_type: enumTypeSource,
    _inspect_arguments: inspectArgumentsSource,
    _inspect_callable: inspectCallableSource,
    _inspect_more: inspectMoreSource,
    _inspect_signature: inspectSignatureSource,
    _inspect_source: inspectSourceSource,
    _inspect_texts: inspectTextsSource,
    _typing_alias: typingAliasSource,
    _typing_core: typingCoreSource,
    _typing_forms: typingFormsSource,
    _typing_generic: typingGenericSource,
    _typing_hints: typingHintsSource,
    _typing_io: typingIoSource,
    _typing_protocol: typingProtocolSource,
    _typing_records: typingRecordsSource,
    dataclasses: dataclassesSource,
    enum: enumSource,
    inspect: inspectSource,
    typing: typingSource,
  },
});
