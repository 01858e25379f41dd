import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const SPECS = ['**/*.spec.ts', '**/*-spec.ts', '**/*.contract.ts'];
const CLOCK = 'Time comes through the Clock port';
const RANDOM = 'Randomness comes through the Randomness port, ids through the Ids port';
const PURE = 'The core is pure: pass it in with the command';

/** A rule is switched off only with a reason beside it: `-- because …`. */
const disableNeedsReason = {
  meta: { type: 'problem', schema: [], messages: { reason: 'Say why after ` -- `' } },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        if (!/^\s*eslint-disable/.test(comment.value) || /\s--\s+\S/.test(comment.value)) continue;
        context.report({ loc: comment.loc, messageId: 'reason' });
      }
    },
  }),
};

const typeorm = {
  regex: '^(@nestjs/)?typeorm(/|$)',
  message: 'TypeORM stays in entities, repositories, migrations and platform/persistence',
};
const bull = { regex: '^(@nestjs/)?bull', message: 'Bull stays in platform/queue, behind the JobQueue port' };
const uuid = { regex: '^uuid$', message: RANDOM };
const processModule = { regex: '^(node:)?process$', message: 'Use the global process; its env is read by config only' };
const random = {
  regex: '^(node:)?crypto$',
  importNames: ['randomUUID', 'randomBytes', 'randomInt', 'randomFillSync', 'webcrypto', 'getRandomValues'],
  message: RANDOM,
};

/** ESLint replaces a rule's options instead of merging them, so each group of files names all that it may not import. */
const mayNotImport = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const noHiddenTime = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
  { selector: "CallExpression[callee.name='Date']", message: CLOCK },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: CLOCK },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: RANDOM },
  { selector: "MemberExpression[object.name='crypto'][property.name=/^(random|getRandom)/]", message: RANDOM },
];

const noAsync = [
  { selector: ':function[async=true]', message: 'The core is synchronous' },
  { selector: 'AwaitExpression', message: 'The core is synchronous' },
  { selector: "Identifier[name='Promise']", message: 'The core is synchronous' },
  { selector: 'ImportExpression', message: 'The core imports statically' },
  { selector: 'MemberExpression[property.name=/^toLocale/]', message: 'The answer depends on the machine it runs on' },
];

const IMPURE_GLOBALS = [
  'Date',
  'process',
  'crypto',
  'performance',
  'fetch',
  'require',
  'console',
  'Buffer',
  'Intl',
  'globalThis',
  'global',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
];

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'data/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    plugins: { thidua: { rules: { 'disable-needs-reason': disableNeedsReason } } },
    rules: { 'thidua/disable-needs-reason': 'error', eqeqeq: 'error' },
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        // Nest injects by constructor types, so an import that only a decorated class uses is still a value import.
        emitDecoratorMetadata: true,
        experimentalDecorators: true,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Contradicts no-non-null-assertion: it asks for the `!` that the other forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // A command without input is written Record<never, never> on purpose.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // A module is an empty decorated class, the input of a command without input an empty one.
      // Classes describe the shapes of requests and answers here; plain objects of that shape are what we hand out.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowEmpty: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.ts', 'workflows/**/*.ts', 'config/**/*.ts'],
    ignores: SPECS,
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['workflows/**/*.ts'],
    ignores: SPECS,
    rules: {
      ...mayNotImport({ regex: '^(?!xstate$|xstate/|\\.{1,2}/)', message: 'The core imports only xstate and itself' }),
      'no-restricted-globals': ['error', ...IMPURE_GLOBALS.map((name) => ({ name, message: PURE }))],
      'no-restricted-syntax': ['error', ...noHiddenTime, ...noAsync],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: SPECS,
    rules: {
      ...mayNotImport(typeorm, bull, uuid, processModule, random),
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Only config reads env' }],
      'no-restricted-syntax': ['error', ...noHiddenTime],
    },
  },
  {
    files: [
      'src/**/*.{entity,repository,module}.ts',
      'src/**/migrations/*.ts',
      'src/platform/{persistence,relay}/**/*.ts',
    ],
    ignores: SPECS,
    rules: mayNotImport(bull, uuid, processModule, random),
  },
  {
    files: ['src/platform/queue/**/*.ts'],
    ignores: [...SPECS, '**/*.module.ts'],
    rules: mayNotImport(typeorm, uuid, processModule, random),
  },
  {
    files: ['src/platform/clock/**/*.ts', 'src/platform/ids/**/*.ts'],
    ignores: SPECS,
    rules: { ...mayNotImport(typeorm, bull, processModule), 'no-restricted-syntax': 'off' },
  },
  {
    files: ['src/**/*.cli.ts', 'src/main.*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: [...SPECS, 'test/**/*.ts'],
    rules: {
      // Asymmetric matchers (`expect.any`) are typed as any by @types/jest.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        module: 'writable',
        require: 'readonly',
        process: 'readonly',
        __dirname: 'readonly',
        console: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
