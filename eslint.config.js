import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const unsafe = ['argument', 'assignment', 'call', 'member-access', 'return'];
const unsafeOff = Object.fromEntries(unsafe.map((what) => [`@typescript-eslint/no-unsafe-${what}`, 'off']));

export default ts.config(
  { ignores: ['cdk.out/', 'web/build/', '**/.svelte-kit/', '.local/', 'test-results/', '**/node_modules/'] },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.node, ...globals.browser },
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        extraFileExtensions: ['.svelte'],
        parser: ts.parser,
      },
    },
    rules: {
      // The parsed type is true, so nothing has to be asserted.
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_+$' }],
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A command line speaks on the console.
    files: ['infra/**', 'functions/rebuild.ts', 'functions/sample/load.ts', 'test/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // Tests look into answers whose shape is what they are about.
    files: ['test/**'],
    rules: {
      ...unsafeOff,
      '@typescript-eslint/unbound-method': 'off',
      'no-empty-pattern': 'off',
    },
  },
  {
    files: ['**/*.svelte'],
    rules: {
      // An SPA served at the root of its origin has no base path to resolve.
      'svelte/no-navigation-without-resolve': 'off',
      // The parser gives parameters of snippets the type any; svelte-check knows their types.
      ...unsafeOff,
    },
  },
  // A language is as long as it is.
  { files: ['web/messages/*.ts'], rules: { 'max-lines': 'off' } },
  { files: ['eslint.config.js'], ...ts.configs.disableTypeChecked },
);
