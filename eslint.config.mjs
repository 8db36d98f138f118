import tseslint from 'typescript-eslint';

const noClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time comes in from outside.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time comes in from outside.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Randomness comes in from outside.',
  },
];

const tooYoung = [
  {
    selector:
      'MemberExpression[property.name=/^(findLast|findLastIndex|toSorted|toReversed|toSpliced|groupBy|fromAsync|withResolvers|randomUUID)$/]',
    message: 'Chrome 87 has no such method.',
  },
  { selector: "CallExpression[callee.name='structuredClone']", message: 'Chrome 87 has no structuredClone.' },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.data/**',
      '.cache/**',
      'coverage/**',
      'test/artifacts/**',
      'apps/web/src/api/schema.d.ts',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 4],
      'max-params': ['error', 5],
      complexity: ['error', { max: 20, variant: 'modified' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
    },
  },
  {
    files: ['libs/*/**/*.ts', 'apps/{api,worker,local}/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
  {
    // Nest reads constructor types at run time: a type-only import would erase what it injects.
    files: ['apps/api/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    // What readers are shown goes through a Scope; these are for the process and the operator.
    files: ['apps/api/**/*.ts'],
    ignores: ['**/*.spec.ts', 'apps/api/demo/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@rectify/read-models',
              importNames: [
                'campaignById',
                'campaignByCode',
                'obligationsOfStream',
                'everyDelivery',
                'pendingRungs',
              ],
              message: 'A reader’s surface takes a Scope.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['libs/domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noClock] },
  },
  {
    // The browsers of our floor are Chrome 87 and Safari 14; `at` and `Object.hasOwn` are brought along (oldest-browsers.ts).
    files: ['apps/web/src/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...tooYoung] },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
