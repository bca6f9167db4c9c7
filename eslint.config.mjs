import js from '@eslint/js';
import ts from 'typescript-eslint';

const limits = {
  'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 10],
};

export default ts.config(
  {
    ignores: [
      'dist/',
      'out/',
      'node_modules/',
      '.vscode-test/',
      'samples/',
      'media/',
      // A language of its own: only what scripts/kernel/make.mjs can compile.
      'scripts/kernel/*.kernel.ts',
    ],
  },
  { ...js.configs.recommended, files: ['**/*.ts'] },
  ...ts.configs.strictTypeChecked.map(each => ({ ...each, files: ['**/*.ts'] })),
  // Of the scripts only that they can be read.
  { files: ['**/*.{mjs,cjs}'] },
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './src/webview/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...limits,
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Numbers in templates are the product; the rule would only add String() noise.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `!` is kept for typed arrays after a bounds check, where the checker cannot see the bound.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['vscode', 'node:*', 'fs', 'path'], message: 'the core is pure' }] },
      ],
    },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-unused-expressions': 'off' },
  },
);
