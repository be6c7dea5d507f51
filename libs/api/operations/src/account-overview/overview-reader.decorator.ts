import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { SignedInUser } from '@headwater/api/edge';
import { DomainError, isId } from '@headwater/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Who looks at which account, and the reply that carries what they see. */
export interface OverviewReader {
  readonly accountId: string;
  readonly user: SignedInUser;
  readonly reply: FastifyReply;
}

type AccountRequest = FastifyRequest<{ Params: { readonly id: string } }> & { readonly signedInUser: SignedInUser };

export const Reader = createParamDecorator((_: unknown, context: ExecutionContext): OverviewReader => {
  const http = context.switchToHttp();
  const { params, signedInUser } = http.getRequest<AccountRequest>();
  if (!isId(params.id)) throw new DomainError('not-found', 'There is no such account.');
  return { accountId: params.id, user: signedInUser, reply: http.getResponse<FastifyReply>() };
});
