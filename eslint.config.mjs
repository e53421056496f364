import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const specs = ['**/*.spec.ts', '**/*.e2e-spec.ts'];
const sized = (max) => ['error', { max, skipBlankLines: false, skipComments: false }];

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'coverage', 'data', 'apps/web/dist'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A Nest module is an empty class that carries a decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // A number in a sentence reads as one thinks.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Reports the options of Nest's own constructors, which are plain literals.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `_name` says that a parameter is there for its place alone.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // `() => list.push(x)` and `setTimeout(() => done())` read well.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // An async method may keep an interface's promise without waiting for anything.
      '@typescript-eslint/require-await': 'off',
      // After a check that the compiler cannot see (a matched group, an index in range) `!` says so; a guard that can never fire
      // would be a branch that no test can reach.
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': sized(300),
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  {
    files: specs,
    rules: {
      'max-lines': sized(400),
      // A describe block is a chapter, not a function.
      'max-lines-per-function': 'off',
    },
  },
  {
    // A test reads answers as they come (supertest's body is any) and fails when they are not what it says.
    files: [...specs, 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['apps/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['console', 'module', 'process', 'Buffer', 'URL', 'setTimeout', 'clearTimeout'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
    rules: { eqeqeq: 'error', 'max-lines': sized(300) },
  },
);
