import type { ErpHealthState } from '@headwater/erp-contracts';
import type { ErpConnectionSummary } from '@headwater/web/data-access';
import {
  mdiAlertOutline,
  mdiCheckCircleOutline,
  mdiCloseCircleOutline,
  mdiHelpCircleOutline,
  mdiKeyAlertOutline,
  mdiPowerStandby,
} from '@mdi/js';

export interface HealthWords {
  readonly text: string;
  readonly tone: 'good' | 'warn' | 'bad' | 'quiet';
  readonly icon: string;
}

const BY_STATE: { readonly [S in ErpHealthState]: HealthWords } = {
  up: { text: 'up', tone: 'good', icon: mdiCheckCircleOutline },
  degraded: { text: 'degraded', tone: 'warn', icon: mdiAlertOutline },
  down: { text: 'not answering', tone: 'bad', icon: mdiCloseCircleOutline },
  credentials: { text: 'refused', tone: 'bad', icon: mdiKeyAlertOutline },
  unknown: { text: 'not asked yet', tone: 'quiet', icon: mdiHelpCircleOutline },
};

const SWITCHED_OFF: HealthWords = { text: 'switched off', tone: 'quiet', icon: mdiPowerStandby };

/** The state of a connection in a word, an icon and a tone. */
export function healthWords({ enabled, health }: Pick<ErpConnectionSummary, 'enabled' | 'health'>): HealthWords {
  return enabled ? BY_STATE[health.state] : SWITCHED_OFF;
}
