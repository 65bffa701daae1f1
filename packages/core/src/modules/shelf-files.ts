// File objects over what the host gives: loaded when a script first opens a file.
import { FILES } from "./files/module.ts";
import ioFilesSource from "./prelude/_io_files.py";
import { defineShelf, type ModuleTable } from "./shelf.ts";

export const SHELF: ModuleTable = defineShelf({ native: [FILES], modules: { _io_files: ioFilesSource } });
