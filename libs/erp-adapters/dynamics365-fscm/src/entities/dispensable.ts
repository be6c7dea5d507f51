import type { ErpCall } from '@headwater/erp-contracts';
import { UnknownFieldError } from '../client/fscm-failure';
import type { FscmContext } from '../dynamics365-fscm.context';
import type { EntityPurpose } from './catalogue';

/**
 * Reads what a view can do without: `undefined` where this environment publishes no entity for it. Names of such
 * entities are not documented, so one that was found by its name and has other fields is not the one that was meant;
 * one that the settings name has to have them. Every other failure is one.
 */
export async function ifPublished<T>(
  context: FscmContext,
  { purpose, call }: { readonly purpose: EntityPurpose; readonly call: ErpCall },
  read: () => Promise<T>,
): Promise<T | undefined> {
  if ((await context.names.find(purpose, call)) === undefined) return undefined;
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UnknownFieldError) || context.settings.entitySets.has(purpose)) throw error;
    context.names.withdraw(purpose);
    return undefined;
  }
}
