import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '@headwater/kernel';
import type { IncomingHttpHeaders } from 'node:http';
import { ROUTE_ACCESS, type RouteAccess } from './access.decorators';
import { Sessions } from './sessions';
import type { RequestOfUser } from './signed-in-user';

interface GuardedRequest extends RequestOfUser {
  readonly headers: IncomingHttpHeaders;
}

/** Lets a request pass to a route only as the route's own declaration allows. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === undefined) throw new DomainError('forbidden', 'This route does not say who may call it.');
    if (access.kind === 'anonymous') return true;

    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const user = await this.sessions.userOf(request.headers);
    if (user === undefined) throw new DomainError('unauthorized', 'Sign in first.');
    if (access.kind === 'permission' && user.ability.cannot(access.action, access.subject)) {
      throw new DomainError('forbidden', 'Your roles do not allow this.');
    }
    request.signedInUser = user;
    return true;
  }
}
