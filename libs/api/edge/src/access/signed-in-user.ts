import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AppAbility, PermissionRule, Role } from '@headwater/configuration';

/** Who makes a request, and what they may do. */
export interface SignedInUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly rules: readonly PermissionRule[];
  readonly ability: AppAbility;
}

/** The request as the guard leaves it. */
export interface RequestOfUser {
  signedInUser?: SignedInUser;
}

/** Hands the signed-in user to a controller method. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): SignedInUser => {
  const { signedInUser } = context.switchToHttp().getRequest<RequestOfUser>();
  if (signedInUser === undefined) throw new Error('A route that needs its user does not require a session.');
  return signedInUser;
});
