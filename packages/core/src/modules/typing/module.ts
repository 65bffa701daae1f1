// The module _typing: the native parts of typing.
import {
  genericType,
  paramSpecType,
  typeAliasType,
  type TypeParameterObject,
  typeVarTupleType,
  typeVarType,
} from "../../objects/type-parameters.ts";
import type { Value } from "../../objects/value.ts";
import { defineType, property } from "../../types/define.ts";
import { defineModule, func, type NativeModule } from "../define.ts";
import { defineGeneric } from "./generic.ts";
import { NO_DEFAULT } from "./no-default.ts";
import { ParamSpecPart, paramSpecArgsType, paramSpecKwargsType } from "./param-spec-parts.ts";
import { defineTypeParameters } from "./parameters.ts";
import { defineTypeAlias } from "./type-alias.ts";

defineTypeParameters();
defineTypeAlias();
defineGeneric();
defineType(paramSpecType, null, {
  args: property((_vm, self: TypeParameterObject) => new ParamSpecPart(paramSpecArgsType, self)),
  kwargs: property((_vm, self: TypeParameterObject) => new ParamSpecPart(paramSpecKwargsType, self)),
});

export const TYPING: NativeModule = defineModule({
  name: "_typing",
  constants: {
    Generic: genericType,
    NoDefault: NO_DEFAULT,
    ParamSpec: paramSpecType,
    ParamSpecArgs: paramSpecArgsType,
    ParamSpecKwargs: paramSpecKwargsType,
    TypeAliasType: typeAliasType,
    TypeVar: typeVarType,
    TypeVarTuple: typeVarTupleType,
  },
  functions: { _idfunc: func("x, /", (_vm, x: Value) => x) },
});
