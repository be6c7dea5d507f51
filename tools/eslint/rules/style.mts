import { forbid } from './forbid.mts';

const PARAMETERS = 'At most three parameters; take an object.';
/** A catch that lets nothing through; one that names what it expects throws the rest. */
const CAUGHT = 'CatchClause:not(:has(ThrowStatement))';
const EMPTY_ANSWER = 'A failure must never look like an empty answer: let it through, or answer with the problem.';

export const noDefaultExport = forbid(
  { selector: 'ExportDefaultDeclaration', message: 'Export by name; only configuration files have a default.' },
  { selector: 'ExportSpecifier[exported.name="default"]', message: 'Export by name.' },
);

export const noEnum = forbid({ selector: 'TSEnumDeclaration', message: 'Use a union of literals.' });

/** Constructors and route handlers are exempt: what is injected there is a list of collaborators, not of arguments. */
export const maxParameters = forbid(
  {
    selector: ':matches(FunctionDeclaration, ArrowFunctionExpression, TSMethodSignature)[params.length>3]',
    message: PARAMETERS,
  },
  {
    selector:
      ':not(MethodDefinition[kind="constructor"]) > :matches(FunctionExpression, TSEmptyBodyFunctionExpression)[params.length>3]:not([params.0.decorators.length>0])',
    message: PARAMETERS,
  },
);

export const noSwallowedFailure = forbid(
  { selector: 'CatchClause > BlockStatement[body.length=0]', message: 'Name the error this expects, and handle it.' },
  { selector: `${CAUGHT} ReturnStatement > ArrayExpression[elements.length=0]`, message: EMPTY_ANSWER },
  { selector: `${CAUGHT} ReturnStatement > ObjectExpression[properties.length=0]`, message: EMPTY_ANSWER },
  { selector: `${CAUGHT} ReturnStatement > Literal[raw=/^(0|""|'')$/]`, message: EMPTY_ANSWER },
  {
    selector:
      'CallExpression[callee.property.name="catch"] > ArrowFunctionExpression > ArrayExpression.body[elements.length=0]',
    message: EMPTY_ANSWER,
  },
  {
    selector:
      'CallExpression[callee.property.name="catch"] > ArrowFunctionExpression > ObjectExpression.body[properties.length=0]',
    message: EMPTY_ANSWER,
  },
  {
    selector:
      'CallExpression[callee.property.name="catch"] > ArrowFunctionExpression > BlockStatement.body[body.length=0]',
    message: 'Name the error this expects, and handle it.',
  },
  {
    selector:
      'CallExpression[callee.name="catchError"] CallExpression[callee.name="of"] > ArrayExpression[elements.length=0]',
    message: EMPTY_ANSWER,
  },
);

export const noFocusedOrSkippedTest = forbid(
  {
    selector: 'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo|failing)$/]',
    message: 'Every test runs, every time.',
  },
  {
    selector: 'CallExpression[callee.name=/^(fdescribe|fit|ftest|xdescribe|xit|xtest)$/]',
    message: 'Every test runs, every time.',
  },
);

export const environmentOnlyInEnv = forbid(
  {
    selector: 'MemberExpression[object.name="process"]:matches([property.name="env"], [property.value="env"])',
    message: 'The environment is parsed once, in env.ts.',
  },
  {
    selector: 'MemberExpression[object.property.name="process"][property.name="env"]',
    message: 'The environment is parsed once, in env.ts.',
  },
  {
    selector: 'VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name="env"]',
    message: 'The environment is parsed once, in env.ts.',
  },
  {
    selector: 'ImportDeclaration[source.value=/^(node:)?process$/]',
    message: 'The environment is parsed once, in env.ts; `process` itself is a global.',
  },
);

export const noWildcardExport = forbid({
  selector: 'ExportAllDeclaration',
  message: 'An index.ts names its exports.',
});

/** For a library's index.ts: a table of contents and nothing else. */
export const onlyReExports = forbid({
  selector: 'Program > :not(ExportNamedDeclaration[source], ExportAllDeclaration)',
  message: "A library's index.ts only re-exports, by name.",
});

export const noDeepImport = forbid({
  selector:
    ':matches(ImportDeclaration, ExportNamedDeclaration, ImportExpression)[source.value=/^@headwater\\u002F(?:(?:api|web|erp-adapters)\\u002F)?[^\\u002F]+\\u002F(?:src|lib|dist)(?:\\u002F|$)/]',
  message: 'Import a library by its name: its index.ts is all it shows.',
});

export const testingOnlyInSpecs = forbid({
  selector:
    ':matches(ImportDeclaration, ExportNamedDeclaration, ImportExpression)[source.value=/^@headwater\\u002Ferp-testing/]',
  message: 'Test data and contract suites are for specs.',
});
