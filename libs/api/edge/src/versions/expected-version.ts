import { createParamDecorator, type ExecutionContext, HttpException } from '@nestjs/common';
import { DomainError } from '@headwater/kernel';
import type { IncomingHttpHeaders } from 'node:http';

/** Proxies that compress mark a tag as weak; the version inside is the same. */
const VERSION_TAG = /^(?:W\/)?"(\d{1,9})"$/;

/** The version a change is made to, from `If-Match`. Throws 428 where it is missing. */
export function expectedVersionOf(ifMatch: string | undefined): number {
  if (ifMatch === undefined) {
    throw new HttpException('Send If-Match with the ETag of the version you read.', 428);
  }
  const version = VERSION_TAG.exec(ifMatch.trim())?.[1];
  if (version === undefined) {
    throw new DomainError('invalid-request', 'If-Match must be an ETag as it was answered, for example "3".', [
      { field: 'if-match', message: 'Send the ETag of the version you read.' },
    ]);
  }
  return Number(version);
}

/** Hands the version named by `If-Match` to a controller method. */
export const ExpectedVersion = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const { headers } = context.switchToHttp().getRequest<{ readonly headers: IncomingHttpHeaders }>();
  return expectedVersionOf(headers['if-match']);
});
