// The program of a worker thread that runs a VM, for tests: one bundle with the library beside it.
import "@krait/core/node-worker";
