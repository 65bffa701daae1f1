// File objects over what the host gives: loaded when a script first opens a file, or wants the bytes of a standard stream.
import { FILES } from "./files/module.ts";
import ioBufferedSource from "./prelude/_io_buffered.py";
import ioFilesSource from "./prelude/_io_files.py";
import ioStandardSource from "./prelude/_io_standard.py";
import { defineShelf, type ModuleTable } from "./shelf.ts";

export const SHELF: ModuleTable = defineShelf({
  native: [FILES],
  modules: { _io_buffered: ioBufferedSource, _io_files: ioFilesSource, _io_standard: ioStandardSource },
});
