import type { Plugin } from 'vite';

/**
 * Papa Parse is the one package of the browser that is no ES module. As one it needs nothing of the bundler's runtime, which
 * then stays in the core and is no file of its own, that every page would wait for.
 */
export function papaparseAsModule(): Plugin {
  return {
    name: 'papaparse as a module',
    transform: (code, id) =>
      id.endsWith('/papaparse/papaparse.min.js')
        ? {
            code: `const made = { exports: {} };
(function (module, exports, define) {${code}\n}).call(globalThis, made, made.exports);
export default made.exports;`,
            map: null,
          }
        : undefined,
  };
}
