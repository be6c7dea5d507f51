import type { SignedInUser } from '@headwater/api/edge';
import type { Me } from '@headwater/configuration';

export function toMe({ id, email, name, roles, rules }: SignedInUser): Me {
  return { user: { id, email, name }, roles, permissions: rules };
}
