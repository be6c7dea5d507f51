import { ErpError, type ErpErrorCode, type ErpEventTranslator, type RawErpNotice } from '@headwater/erp-contracts';
import type { Bench } from '../bench';
import { type CheckGroup, ensure, ensureNone } from '../check';
import type { EventScenarios } from '../erp-adapter-contract';
import { leaksIn } from '../secrecy';

/** Change notices: who may send them, and what they mean. */
export function eventChecks(events: EventScenarios): CheckGroup {
  return {
    name: 'events',
    checks: [
      { name: 'become the changes they tell of', run: (bench) => translates(bench, events) },
      {
        name: 'with a wrong secret are unauthorized',
        run: (bench) => refuses(bench, events.wrongSecret, 'unauthorized'),
      },
      { name: 'without any header are unauthorized', run: (bench) => refuses(bench, bare(events), 'unauthorized') },
      {
        name: 'that cannot be read are bad-response',
        run: (bench) => refuses(bench, events.unreadable, 'bad-response'),
      },
    ],
  };
}

function bare({ wrongSecret }: EventScenarios): RawErpNotice {
  return { ...wrongSecret, headers: {}, query: {} };
}

function translatorOf({ connection }: Bench): ErpEventTranslator {
  ensure(connection.events !== undefined, 'the connection translates no events');
  return connection.events;
}

async function translates(bench: Bench, events: EventScenarios): Promise<void> {
  const translator = translatorOf(bench);
  for (const { notice, changes } of events.accepted) {
    const translated = translator.translate(notice);
    ensure(translated.id !== '', 'a notice has no id');
    ensure(translated.id === translator.translate(notice).id, 'the same notice has two ids');
    ensure(
      JSON.stringify(translated.changes.map(sortedKeys)) === JSON.stringify(changes.map(sortedKeys)),
      `the changes differ: ${JSON.stringify(translated.changes)}`,
    );
  }
}

function sortedKeys(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => left.localeCompare(right)));
}

async function refuses(bench: Bench, notice: RawErpNotice, code: ErpErrorCode): Promise<void> {
  let thrown: unknown;
  try {
    translatorOf(bench).translate(notice);
  } catch (error) {
    thrown = error;
  }
  ensure(thrown instanceof ErpError, 'the notice was not refused with an ErpError');
  ensure(thrown.code === code, `the notice was refused with ${thrown.code} in place of ${code}`);
  ensureNone(leaksIn(thrown, bench.contract.secrets), 'the refusal leaks');
}
