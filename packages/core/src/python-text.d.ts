// `import source from "./x.py"` gives the file's text, of the library its outline: tools/python-text.ts teaches the bundler
// and the tests.

declare module "*.py" {
  const source: string;
  export default source;
}
