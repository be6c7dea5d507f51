import type { ErpHealthState, ErpHealthView } from '@headwater/erp-contracts';
import type { ChipTone } from '@headwater/web/ui';
import {
  mdiAlertOutline,
  mdiCheckCircleOutline,
  mdiCloseCircleOutline,
  mdiHelpCircleOutline,
  mdiKeyAlertOutline,
  mdiPowerStandby,
} from '@mdi/js';

export interface HealthChip {
  readonly text: string;
  readonly tone: ChipTone;
  readonly icon: string;
}

const CHIPS: { readonly [S in ErpHealthState]: HealthChip } = {
  up: { text: 'Up', tone: 'good', icon: mdiCheckCircleOutline },
  degraded: { text: 'Degraded', tone: 'warn', icon: mdiAlertOutline },
  down: { text: 'Not answering', tone: 'bad', icon: mdiCloseCircleOutline },
  credentials: { text: 'Credentials refused', tone: 'bad', icon: mdiKeyAlertOutline },
  unknown: { text: 'Not asked yet', tone: 'neutral', icon: mdiHelpCircleOutline },
};

const SWITCHED_OFF: HealthChip = { text: 'Switched off', tone: 'neutral', icon: mdiPowerStandby };

export function healthChip(connection: { readonly enabled: boolean; readonly health: ErpHealthView }): HealthChip {
  return connection.enabled ? CHIPS[connection.health.state] : SWITCHED_OFF;
}

export interface HealthFigure {
  readonly title: string;
  readonly value: string;
}

/** What was measured, in figures; nothing where nothing was measured yet. */
export function healthFigures(health: ErpHealthView, locale: string): readonly HealthFigure[] {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const answers = health.calls + health.cacheHits;
  return [
    { title: 'Calls', value: number.format(health.calls) },
    { title: 'Failed', value: number.format(health.failures) },
    {
      title: 'From cache',
      value: answers === 0 ? '–' : `${number.format((100 * health.cacheHits) / answers)} %`,
    },
    {
      title: 'p50 / p95',
      value:
        health.latencyMs === undefined
          ? '–'
          : `${number.format(health.latencyMs.p50)} / ${number.format(health.latencyMs.p95)} ms`,
    },
  ];
}
