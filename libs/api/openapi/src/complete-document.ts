import type { OpenAPIObject, OperationObject, PathItemObject, ResponseObject, SchemaObject } from '@nestjs/swagger';
import { refTo, type SchemaBook } from './schema';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** What can go wrong on every route, and what any route may answer besides. */
const PROBLEMS: { readonly [status: string]: string } = {
  400: 'Something sent is not valid; `errors` names each field and how to put it right.',
  401: 'Not signed in.',
  403: 'Not allowed by the roles held.',
  404: 'Not found.',
  default: 'Any other failure; `code` says which.',
};

/** The document with the named schemas of every book, and with the problems each route may answer. */
export function completeDocument(document: OpenAPIObject, books: readonly SchemaBook[]): OpenAPIObject {
  const schemas = Object.assign({}, document.components?.schemas, ...books) as {
    readonly [name: string]: SchemaObject;
  };
  return {
    ...document,
    components: { ...document.components, schemas: { ...schemas } },
    paths: Object.fromEntries(Object.entries(document.paths).map(([path, item]) => [path, withProblems(item)])),
  };
}

function withProblems(item: PathItemObject): PathItemObject {
  const operations = METHODS.flatMap((method) => {
    const operation = item[method];
    return operation === undefined ? [] : [[method, withProblemResponses(operation)] as const];
  });
  return { ...item, ...Object.fromEntries(operations) };
}

function withProblemResponses(operation: OperationObject): OperationObject {
  const problems = Object.entries(PROBLEMS).map(([status, description]) => [status, problemResponse(description)]);
  return { ...operation, responses: { ...(Object.fromEntries(problems) as object), ...operation.responses } };
}

function problemResponse(description: string): ResponseObject {
  return { description, content: { 'application/problem+json': { schema: refTo('Problem') } } };
}
