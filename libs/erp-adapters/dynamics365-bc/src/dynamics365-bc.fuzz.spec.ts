import { parseLosslessJson } from '@headwater/erp-adapter-kit';
import type { CapabilityReaders } from '@headwater/erp-contracts';
import { ErpError } from '@headwater/erp-contracts';
import { describeErpAdapterFuzz, type Spoil } from '@headwater/erp-testing';
import { systemClock } from '@headwater/kernel';
import type { BcWire } from './client/bc.wire';
import { contextOver } from './dynamics365-bc.adapter';
import { BC_FIELDS } from './dynamics365-bc.manifest';
import { readersOf } from './readers';
import { bcSettings } from './settings/dynamics365-bc.settings';
import { BC_ASKS } from './testing/bc-asks';
import { bcAnswer, batchAnswer } from './testing/bc-answers';
import { bcOnline } from './testing/bc-settings';

const settings = bcSettings(bcOnline('https://bc.example'), BC_FIELDS, 'refused');

function wireOver(spoil: Spoil): BcWire {
  return {
    json: async ({ method, url, body }) => {
      const answer = method === 'POST' ? batchAnswer(body as Parameters<typeof batchAnswer>[0]) : bcAnswer(url);
      if ((answer.status ?? 200) >= 400) throw new ErpError('bad-response', 'The fixtures do not answer this.');
      return spoil(parseLosslessJson(JSON.stringify(answer.body)));
    },
    authenticate: async () => undefined,
    prime: async () => undefined,
    close: async () => undefined,
  };
}

function readersOver(spoil: Spoil): Partial<CapabilityReaders> {
  return readersOf(contextOver({ connectionId: 'c1', settings, wire: wireOver(spoil), clock: systemClock }));
}

describeErpAdapterFuzz('Business Central', {
  readersOver,
  asks: Object.values(BC_ASKS),
});
