import type { ErpRef, ErpRefKind } from '@headwater/kernel';

/** The connection every built view belongs to unless told otherwise. */
export const A_CONNECTION_ID = '00000000-0000-4000-8000-0000000000c1';

export function anErpRef(kind: ErpRefKind, externalId: string, connectionId = A_CONNECTION_ID): ErpRef {
  return { connectionId, kind, externalId };
}
