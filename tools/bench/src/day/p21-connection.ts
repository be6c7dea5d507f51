import type { ErpConnectionCandidate, SettingValues } from '@headwater/erp-contracts';
import type { SimulatorControl } from '../../../dev/control.mts';
import { EVENT_SECRET, simulatedSettings, type CredentialsSheet } from '../../../dev/simulated-erps.mts';

export const ERP = 'epicor-p21';
export const CONNECTION_ID = 'p21';

/** Nobody asks about the rest, so neither side has to look whether it changed. */
const ASKED_ABOUT = { sweepKinds: 'orders,shipments,stock' };

/** Both sides read the same ERP through the same adapter, so that their calls can be compared. */
export async function p21Candidate(
  erp: SimulatorControl,
  settings: SettingValues = {},
): Promise<ErpConnectionCandidate> {
  const simulated = simulatedSettings(ERP, await erp.get<CredentialsSheet>('credentials'));
  return { connectionId: CONNECTION_ID, adapter: ERP, settings: { ...simulated, ...ASKED_ABOUT, ...settings } };
}

/** What a rule of the site posts when something is saved. */
export function ruleNotice(settings: SettingValues, body: object) {
  const header = String(settings['eventSecretHeader']).toLowerCase();
  return { method: 'POST', headers: { [header]: EVENT_SECRET }, query: {}, body: JSON.stringify(body) };
}
