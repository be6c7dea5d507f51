import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { SignedInUser } from '@headwater/api/edge';
import { FreshReadBudget } from './fresh-read-budget';

interface FreshRequest {
  readonly signedInUser?: SignedInUser;
  readonly query: { readonly fresh?: unknown };
}

/** Counts `?fresh=true` against its user's budget. */
@Injectable()
export class FreshReadGuard implements CanActivate {
  constructor(private readonly budget: FreshReadBudget) {}

  canActivate(context: ExecutionContext): boolean {
    const { signedInUser, query } = context.switchToHttp().getRequest<FreshRequest>();
    if (query.fresh === 'true' && signedInUser !== undefined) this.budget.take(signedInUser.id);
    return true;
  }
}
