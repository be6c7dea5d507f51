import type { AppAbility } from '@headwater/configuration';
import { capabilitiesTouchedBy, type ConnectionChange, type LiveChange } from '@headwater/erp-contracts';

/** The change as this listener may hear of it; undefined where it touches nothing they may read. */
export function toLiveChange({ connectionId, change }: ConnectionChange, ability: AppAbility): LiveChange | undefined {
  const capabilities = capabilitiesTouchedBy(change).filter((each) => ability.can('read', `erp.${each}`));
  if (capabilities.length === 0) return undefined;
  const { kind, key, customer, order } = change;
  return {
    connectionId,
    kind,
    key,
    ...(customer === undefined ? {} : { customer }),
    ...(order === undefined ? {} : { order }),
    capabilities,
  };
}
