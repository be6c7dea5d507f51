import { ApiResponse } from '@nestjs/swagger';
import type { Schema } from './schema';

export interface AnswerOptions {
  /** 200 where absent. */
  readonly status?: number;
  readonly description?: string;
  /** Further media types of the same route, each with what it carries. */
  readonly also?: { readonly [mediaType: string]: Schema };
}

/** What a route answers when all is well. What it answers otherwise is the same for every route. */
export function Answers(schema: Schema, options: AnswerOptions = {}): MethodDecorator {
  const { status = 200, description = '', also = {} } = options;
  const content = Object.entries({ 'application/json': schema, ...also }).map(([type, each]) => [
    type,
    { schema: each },
  ]);
  return ApiResponse({ status, description, content: Object.fromEntries(content) });
}

/** A route that answers with no body. */
export function AnswersNothing(): MethodDecorator {
  return ApiResponse({ status: 204, description: '' });
}
