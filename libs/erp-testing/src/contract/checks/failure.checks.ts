import type { ErpErrorCode } from '@headwater/erp-contracts';
import type { ReplayFault } from '../../replay/replay-fault';
import type { ReplayAnswer } from '../../replay/replay-server';
import { type Ask, askAny, type Bench, breakReads, connectTo, ensureFailsWith } from '../bench';
import { type Check, ensure } from '../check';
import { VENDOR_WORDS } from '../erp-adapter-contract';

const UNREADABLE: readonly ErpErrorCode[] = ['bad-response'];
const CUT_SHORT: readonly ErpErrorCode[] = ['bad-response', 'unavailable'];

interface FaultCase {
  readonly name: string;
  readonly fault: ReplayFault;
  readonly codes: readonly ErpErrorCode[];
}

function answerCase(name: string, answer: ReplayAnswer, ...codes: readonly ErpErrorCode[]): FaultCase {
  return { name, fault: { kind: 'answer', answer }, codes };
}

const FAULTS: readonly FaultCase[] = [
  answerCase('a web page', { body: `<!doctype html><title>${VENDOR_WORDS}</title>` }, 'bad-response'),
  answerCase('XML', { body: `<?xml version="1.0"?><fault>${VENDOR_WORDS}</fault>` }, 'bad-response'),
  answerCase('broken JSON', { body: `{"a": "${VENDOR_WORDS}", ` }, 'bad-response'),
  answerCase('an empty body', { body: '' }, 'bad-response'),
  answerCase('a JSON list', { body: [] }, 'bad-response'),
  answerCase('JSON null', { body: 'null' }, 'bad-response'),
  answerCase('JSON text', { body: `"${VENDOR_WORDS}"` }, 'bad-response'),
  answerCase('an empty JSON object', { body: {} }, 'bad-response'),
  answerCase('a redirect', { status: 302, headers: { location: '/elsewhere' }, body: '' }, 'bad-response'),
  answerCase('500', { status: 500, body: VENDOR_WORDS }, 'unavailable', 'bad-response'),
  answerCase('502', { status: 502, body: VENDOR_WORDS }, 'unavailable'),
  answerCase('503', { status: 503, body: VENDOR_WORDS }, 'unavailable'),
  answerCase('504', { status: 504, body: VENDOR_WORDS }, 'timeout', 'unavailable'),
  answerCase('403', { status: 403, body: VENDOR_WORDS }, 'forbidden'),
  { name: 'JSON cut in the middle', fault: { kind: 'cut-json' }, codes: UNREADABLE },
  { name: 'a body shorter than promised', fault: { kind: 'truncate' }, codes: CUT_SHORT },
  { name: 'a chunked body without its end', fault: { kind: 'truncate-chunked' }, codes: CUT_SHORT },
  { name: 'a closed connection', fault: { kind: 'reset' }, codes: ['unavailable'] },
];

/** How an operation must fail when the wire, the gateway or the ERP does. */
export function failureChecks(question: Ask): readonly Check[] {
  const { operation } = question;
  return [
    ...FAULTS.map((faultCase) => ({
      name: `${operation} turns ${faultCase.name} into ${faultCase.codes.join(' or ')}`,
      run: (bench: Bench) => failsOn(bench, question, faultCase),
    })),
    { name: `${operation} reports an unreachable ERP as unavailable`, run: (bench) => unreachable(bench, question) },
    { name: `${operation} times out when the ERP is silent`, run: (bench) => timesOut(bench, question, 'hang') },
    { name: `${operation} times out when the body stalls`, run: (bench) => timesOut(bench, question, 'hang-in-body') },
    { name: `${operation} asks nothing after its deadline`, run: (bench) => tooLate(bench, question) },
  ];
}

async function failsOn(bench: Bench, question: Ask, { fault, codes }: FaultCase): Promise<void> {
  breakReads(bench, fault);
  await ensureFailsWith(bench, question, { codes });
  ensure(!bench.server.requests.some((request) => request.path.startsWith('/elsewhere')), 'a redirect was followed');
}

async function unreachable(bench: Bench, question: Ask): Promise<void> {
  await bench.server.close();
  await ensureFailsWith(bench, question, { codes: ['unavailable'] });
}

/** Long enough for a token and the first calls on a slow machine, short enough for a suite. */
const DEADLINE_MS = 250;

async function timesOut(bench: Bench, question: Ask, kind: 'hang' | 'hang-in-body'): Promise<void> {
  await askAny(bench.connection, question);
  breakReads(bench, { kind });
  await ensureFailsWith(bench, question, { codes: ['timeout'], call: { signal: AbortSignal.timeout(DEADLINE_MS) } });
  bench.server.recover();
  await askAny(bench.connection, question);
}

async function tooLate(bench: Bench, question: Ask): Promise<void> {
  const connection = connectTo(bench.contract, bench.server.origin);
  try {
    const late = { ...bench, connection };
    await ensureFailsWith(late, question, { codes: ['timeout'], call: { signal: AbortSignal.abort() } });
    ensure(bench.server.requests.length === 0, 'the ERP was asked although the deadline had passed');
  } finally {
    await connection.close();
  }
}
