/** Inventory Visibility is an app of its own in Entra. */
export const INVENTORY_APPLICATION = '0cdb527f-a8d1-4bf8-9436-b352c68682b2';

/** Scope of the second token. */
export const INVENTORY_SCOPE = 'https://inventoryservice.operations365.dynamics.com/.default';

/** Where the token call is sent on to: in the cloud another host, here another path. */
export const REGIONAL_TOKEN_PATH = '/us-il103/token';

export function inventoryQueryPath(environmentId: string): string {
  return `/api/environment/${environmentId}/onhand/indexquery`;
}
