// The module _contextvars: values that belong to a context, which a task or a call may have a copy of.
import { defineModule, func, type NativeModule } from "../define.ts";
import { defineContext } from "./context.ts";
import { copyContext } from "./current.ts";
import { contextType, contextVarType, tokenType } from "./layout.ts";
import { defineToken } from "./token.ts";
import { defineContextVar } from "./variable.ts";

defineContext();
defineContextVar();
defineToken();

export const CONTEXTVARS: NativeModule = defineModule({
  name: "_contextvars",
  doc: "Context Variables",
  constants: { Context: contextType, ContextVar: contextVarType, Token: tokenType },
  functions: { copy_context: func("", copyContext, "A copy of the current context.") },
});
