import {
  type Capability,
  capabilityOf,
  type ErpCall,
  type ErpConnection,
  ErpError,
  type ErpErrorCode,
  type ErpOperation,
  type QueryOf,
  type Reading,
  type ViewOf,
} from '@headwater/erp-contracts';
import { A_CONNECTION_ID } from '../builders/refs';
import type { ReplayFault } from '../replay/replay-fault';
import { type ReplayServer, startReplayServer } from '../replay/replay-server';
import { ensure, ensureNone } from './check';
import { type ErpAdapterContract, VENDOR_WORDS } from './erp-adapter-contract';
import { leaksIn } from './secrecy';

/** A fresh ERP and a fresh connection to it, for one check. */
export interface Bench {
  readonly contract: ErpAdapterContract;
  readonly server: ReplayServer;
  readonly connection: ErpConnection;
}

export async function withBench(contract: ErpAdapterContract, run: (bench: Bench) => Promise<void>): Promise<void> {
  const server = await startReplayServer(contract.exchanges);
  try {
    const connection = connectTo(contract, server.origin);
    try {
      await run({ contract, server, connection });
    } finally {
      await connection.close();
    }
  } finally {
    await server.close();
  }
}

export function connectTo(contract: ErpAdapterContract, origin: string): ErpConnection {
  return contract.adapter.connect({ connectionId: A_CONNECTION_ID, settings: contract.settings(origin) });
}

/** A reading that is not done after this long hangs. */
const PATIENCE_MS = 8_000;

export function patientCall(): ErpCall {
  return { signal: AbortSignal.timeout(PATIENCE_MS) };
}

/** One operation with its question, ready to be asked of any connection. */
export interface AskOf<O extends ErpOperation> {
  readonly operation: O;
  readonly query: QueryOf<O>;
}

export type Ask = { readonly [O in ErpOperation]: AskOf<O> }[ErpOperation];

type AnyReader = Readonly<Record<string, ((query: unknown, call: ErpCall) => Promise<Reading<unknown>>) | undefined>>;

export async function ask<O extends ErpOperation>(
  connection: ErpConnection,
  { operation, query }: AskOf<O>,
  call: ErpCall = patientCall(),
): Promise<Reading<ViewOf<O>>> {
  const capability: Capability = capabilityOf(operation);
  const reader = connection[capability] as unknown as AnyReader | undefined;
  const method = reader?.[operation.slice(capability.length + 1)];
  ensure(method !== undefined, `the connection has no reader for ${operation}`);
  return (await method(query, call)) as Reading<ViewOf<O>>;
}

/** The same without knowing which operation it is. */
export function askAny(connection: ErpConnection, question: Ask, call?: ErpCall): Promise<Reading<unknown>> {
  return ask(connection, question as AskOf<'customers.get'>, call);
}

/** Lets every request but those for tokens run into a fault. */
export function breakReads(bench: Bench, fault: ReplayFault, times?: number): void {
  const on = (request: Parameters<typeof bench.contract.isTokenRequest>[0]): boolean =>
    !bench.contract.isTokenRequest(request);
  bench.server.inject({ fault, on, ...(times === undefined ? {} : { times }) });
}

/** Lets the ERP refuse the credentials, wherever it is shown them. */
export function refuseCredentials({ contract, server }: Bench): void {
  const on = contract.signsEveryRequest === true ? () => true : contract.isTokenRequest;
  server.inject({ fault: { kind: 'answer', answer: contract.refusedCredentials }, on });
}

/** The `ErpError` a reading fails with; anything else, or a secret or vendor words in it, is a violation. */
export async function failureOf(bench: Bench, question: Ask, call?: ErpCall): Promise<ErpError> {
  const outcome = await settled(askAny(bench.connection, question, call));
  ensure('error' in outcome, `${question.operation} answered although it should have failed`);
  ensure(
    outcome.error instanceof ErpError,
    `${question.operation} threw ${String((outcome.error as Error | undefined)?.name)} in place of an ErpError`,
  );
  ensureNone(
    leaksIn(outcome.error, [...bench.contract.secrets, VENDOR_WORDS]),
    `the error of ${question.operation} leaks`,
  );
  return outcome.error;
}

export type Outcome = { readonly value: unknown } | { readonly error: unknown };

/** What comes of a reading, and an error where nothing does. */
export async function settled(reading: Promise<unknown>): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const hung = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ error: new Error('it hangs') }), PATIENCE_MS + 1_000);
  });
  const done = reading.then(
    (value): Outcome => ({ value }),
    (error: unknown): Outcome => ({ error }),
  );
  return Promise.race([done, hung]).finally(() => clearTimeout(timer));
}

export interface ExpectedFailure {
  readonly codes: readonly ErpErrorCode[];
  readonly call?: ErpCall;
}

export async function ensureFailsWith(
  bench: Bench,
  question: Ask,
  { codes, call }: ExpectedFailure,
): Promise<ErpError> {
  const error = await failureOf(bench, question, call);
  ensure(
    codes.includes(error.code),
    `${question.operation} failed with ${error.code} in place of ${codes.join(' or ')}: ${error.message}`,
  );
  return error;
}
