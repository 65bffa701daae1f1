// The one table of built-in exception types.
import { objectType, typeType } from "./builtin-types.ts";
import { PyException } from "./exception.ts";
import { EMPTY_TUPLE } from "./make.ts";
import { PyType } from "./type.ts";

function define(name: string, ...bases: PyType[]): PyType {
  return new PyType(typeType, { name, bases, hasDict: true }, true);
}

/** A type that adds to the layout of exceptions: no class derives from two of these. */
function withLayout(name: string, ...bases: PyType[]): PyType {
  const type = define(name, ...bases);
  type.solid = type;
  return type;
}

export const baseExceptionType: PyType = new PyType(
  typeType,
  { name: "BaseException", bases: [objectType], hasDict: true, allocate: (type) => new PyException(type, EMPTY_TUPLE) },
  true,
);
export const exceptionType: PyType = define("Exception", baseExceptionType);
export const baseExceptionGroupType: PyType = withLayout("BaseExceptionGroup", baseExceptionType);
export const exceptionGroupType: PyType = define("ExceptionGroup", baseExceptionGroupType, exceptionType);
// The only built-in type with two bases.
exceptionGroupType.mro = [exceptionGroupType, baseExceptionGroupType, ...exceptionType.mro];
export const generatorExitType: PyType = define("GeneratorExit", baseExceptionType);
export const keyboardInterruptType: PyType = define("KeyboardInterrupt", baseExceptionType);
export const systemExitType: PyType = withLayout("SystemExit", baseExceptionType);
export const arithmeticErrorType: PyType = define("ArithmeticError", exceptionType);
export const floatingPointErrorType: PyType = define("FloatingPointError", arithmeticErrorType);
export const overflowErrorType: PyType = define("OverflowError", arithmeticErrorType);
export const zeroDivisionErrorType: PyType = define("ZeroDivisionError", arithmeticErrorType);
export const assertionErrorType: PyType = define("AssertionError", exceptionType);
export const attributeErrorType: PyType = withLayout("AttributeError", exceptionType);
export const bufferErrorType: PyType = define("BufferError", exceptionType);
export const eofErrorType: PyType = define("EOFError", exceptionType);
export const importErrorType: PyType = withLayout("ImportError", exceptionType);
export const moduleNotFoundErrorType: PyType = define("ModuleNotFoundError", importErrorType);
export const lookupErrorType: PyType = define("LookupError", exceptionType);
export const indexErrorType: PyType = define("IndexError", lookupErrorType);
export const keyErrorType: PyType = define("KeyError", lookupErrorType);
export const memoryErrorType: PyType = define("MemoryError", exceptionType);
export const nameErrorType: PyType = withLayout("NameError", exceptionType);
export const unboundLocalErrorType: PyType = define("UnboundLocalError", nameErrorType);
export const osErrorType: PyType = withLayout("OSError", exceptionType);
export const blockingIoErrorType: PyType = define("BlockingIOError", osErrorType);
export const childProcessErrorType: PyType = define("ChildProcessError", osErrorType);
export const connectionErrorType: PyType = define("ConnectionError", osErrorType);
export const brokenPipeErrorType: PyType = define("BrokenPipeError", connectionErrorType);
export const connectionAbortedErrorType: PyType = define("ConnectionAbortedError", connectionErrorType);
export const connectionRefusedErrorType: PyType = define("ConnectionRefusedError", connectionErrorType);
export const connectionResetErrorType: PyType = define("ConnectionResetError", connectionErrorType);
export const fileExistsErrorType: PyType = define("FileExistsError", osErrorType);
export const fileNotFoundErrorType: PyType = define("FileNotFoundError", osErrorType);
export const interruptedErrorType: PyType = define("InterruptedError", osErrorType);
export const isADirectoryErrorType: PyType = define("IsADirectoryError", osErrorType);
export const notADirectoryErrorType: PyType = define("NotADirectoryError", osErrorType);
export const permissionErrorType: PyType = define("PermissionError", osErrorType);
export const processLookupErrorType: PyType = define("ProcessLookupError", osErrorType);
export const timeoutErrorType: PyType = define("TimeoutError", osErrorType);
export const referenceErrorType: PyType = define("ReferenceError", exceptionType);
export const runtimeErrorType: PyType = define("RuntimeError", exceptionType);
export const notImplementedErrorType: PyType = define("NotImplementedError", runtimeErrorType);
export const pythonFinalizationErrorType: PyType = define("PythonFinalizationError", runtimeErrorType);
export const recursionErrorType: PyType = define("RecursionError", runtimeErrorType);
export const stopAsyncIterationType: PyType = define("StopAsyncIteration", exceptionType);
export const stopIterationType: PyType = withLayout("StopIteration", exceptionType);
export const syntaxErrorType: PyType = withLayout("SyntaxError", exceptionType);
export const incompleteInputErrorType: PyType = define("_IncompleteInputError", syntaxErrorType);
export const indentationErrorType: PyType = define("IndentationError", syntaxErrorType);
export const tabErrorType: PyType = define("TabError", indentationErrorType);
export const systemErrorType: PyType = define("SystemError", exceptionType);
export const typeErrorType: PyType = define("TypeError", exceptionType);
export const valueErrorType: PyType = define("ValueError", exceptionType);
export const unicodeErrorType: PyType = define("UnicodeError", valueErrorType);
export const unicodeDecodeErrorType: PyType = withLayout("UnicodeDecodeError", unicodeErrorType);
export const unicodeEncodeErrorType: PyType = withLayout("UnicodeEncodeError", unicodeErrorType);
export const unicodeTranslateErrorType: PyType = withLayout("UnicodeTranslateError", unicodeErrorType);
export const warningType: PyType = define("Warning", exceptionType);
export const bytesWarningType: PyType = define("BytesWarning", warningType);
export const deprecationWarningType: PyType = define("DeprecationWarning", warningType);
export const encodingWarningType: PyType = define("EncodingWarning", warningType);
export const futureWarningType: PyType = define("FutureWarning", warningType);
export const importWarningType: PyType = define("ImportWarning", warningType);
export const pendingDeprecationWarningType: PyType = define("PendingDeprecationWarning", warningType);
export const resourceWarningType: PyType = define("ResourceWarning", warningType);
export const runtimeWarningType: PyType = define("RuntimeWarning", warningType);
export const syntaxWarningType: PyType = define("SyntaxWarning", warningType);
export const unicodeWarningType: PyType = define("UnicodeWarning", warningType);
export const userWarningType: PyType = define("UserWarning", warningType);

/** All types of this table. */
export const EXCEPTION_TYPES: readonly PyType[] = [
  baseExceptionType,
  exceptionType,
  baseExceptionGroupType,
  exceptionGroupType,
  generatorExitType,
  keyboardInterruptType,
  systemExitType,
  arithmeticErrorType,
  floatingPointErrorType,
  overflowErrorType,
  zeroDivisionErrorType,
  assertionErrorType,
  attributeErrorType,
  bufferErrorType,
  eofErrorType,
  importErrorType,
  moduleNotFoundErrorType,
  lookupErrorType,
  indexErrorType,
  keyErrorType,
  memoryErrorType,
  nameErrorType,
  unboundLocalErrorType,
  osErrorType,
  blockingIoErrorType,
  childProcessErrorType,
  connectionErrorType,
  brokenPipeErrorType,
  connectionAbortedErrorType,
  connectionRefusedErrorType,
  connectionResetErrorType,
  fileExistsErrorType,
  fileNotFoundErrorType,
  interruptedErrorType,
  isADirectoryErrorType,
  notADirectoryErrorType,
  permissionErrorType,
  processLookupErrorType,
  timeoutErrorType,
  referenceErrorType,
  runtimeErrorType,
  notImplementedErrorType,
  pythonFinalizationErrorType,
  recursionErrorType,
  stopAsyncIterationType,
  stopIterationType,
  syntaxErrorType,
  incompleteInputErrorType,
  indentationErrorType,
  tabErrorType,
  systemErrorType,
  typeErrorType,
  valueErrorType,
  unicodeErrorType,
  unicodeDecodeErrorType,
  unicodeEncodeErrorType,
  unicodeTranslateErrorType,
  warningType,
  bytesWarningType,
  deprecationWarningType,
  encodingWarningType,
  futureWarningType,
  importWarningType,
  pendingDeprecationWarningType,
  resourceWarningType,
  runtimeWarningType,
  syntaxWarningType,
  unicodeWarningType,
  userWarningType,
];
