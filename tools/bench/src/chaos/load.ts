import { setTimeout } from 'node:timers/promises';
import type { AvailabilityView, BatchPage, ErpAnswer } from '@headwater/erp-contracts';
import { seededRandom } from '../day/seeded-random';
import type { Observation } from './observations';
import type { MonotoneRegister } from './register';
import type { Reply, ReplicasClient } from './replicas-client';

export interface LoadTargets {
  readonly connectionId: string;
  readonly customers: readonly string[];
  readonly accounts: readonly string[];
  readonly register: MonotoneRegister;
  /** Whether a reading must not be older than the last acknowledged notice: one process, or a bus between several. */
  readonly strict: boolean;
}

export interface LoadRecord {
  readonly observations: readonly Observation[];
  /** Ids of notes whose creation was acknowledged. */
  readonly acknowledged: readonly string[];
}

type Kind = 'register' | 'erp' | 'page' | 'crm' | 'write';

/** Out of a hundred requests. */
const MIX: readonly (readonly [Kind, number])[] = [
  ['register', 40],
  ['erp', 36],
  ['page', 2],
  ['crm', 14],
  ['write', 8],
];

/** People at work: requests arrive at a fixed rate, whatever becomes of those before them. */
export class Load {
  readonly #observations: Observation[] = [];
  readonly #acknowledged: string[] = [];
  readonly #random = seededRandom('chaos');
  #next = 0;

  constructor(
    private readonly client: ReplicasClient,
    private readonly targets: LoadTargets,
  ) {}

  /** Begins requests until the signal aborts; resolves when the last of them has ended. */
  async run(perSecond: number, signal: AbortSignal): Promise<LoadRecord> {
    const start = performance.now();
    const running: Promise<void>[] = [];
    for (let n = 0; !signal.aborted; n += 1) {
      const wait = start + (n * 1000) / perSecond - performance.now();
      if (wait > 0) await setTimeout(wait);
      running.push(this.#one(this.#kind(), start));
    }
    await Promise.all(running);
    return { observations: this.#observations, acknowledged: this.#acknowledged };
  }

  #kind(): Kind {
    let left = this.#random.below(100);
    for (const [kind, share] of MIX) {
      if (left < share) return kind;
      left -= share;
    }
    return 'register';
  }

  async #one(kind: Kind, start: number): Promise<void> {
    const began = performance.now();
    const { observed, outcome, wrong } = await this.#made(kind);
    this.#observations.push({
      kind: observed,
      startedAt: began - start,
      ms: performance.now() - began,
      outcome,
      ...(wrong === undefined ? {} : { wrong }),
    });
  }

  async #made(kind: Kind): Promise<{ observed: Observation['kind']; outcome: string; wrong?: string | undefined }> {
    const { connectionId, customers, accounts } = this.targets;
    const erp = `/api/erp/connections/${connectionId}`;
    switch (kind) {
      case 'register':
        return { observed: 'erp-read', ...(await this.#registerRead(erp)) };
      case 'erp': {
        const customer = this.#inTurn(customers);
        const path = this.#random.pick([`credit?customer=${customer}`, `invoices?customer=${customer}&limit=10`]);
        return { observed: 'erp-read', outcome: freshnessOf(await this.client.get(`${erp}/${path}`)) };
      }
      case 'page': {
        const reply = await this.client.get(`/api/accounts/${this.#inTurn(accounts)}/erp`);
        return { observed: 'page', outcome: outcomeOf(reply, () => worstSection(reply.body)) };
      }
      case 'crm':
        return {
          observed: 'crm-read',
          outcome: outcomeOf(await this.client.get('/api/accounts?limit=20'), () => 'ok'),
        };
      case 'write':
        return { observed: 'write', outcome: await this.#write() };
    }
  }

  async #registerRead(erp: string): Promise<{ outcome: string; wrong: string | undefined }> {
    const { register, strict } = this.targets;
    const startedAt = Date.now();
    const item = encodeURIComponent(register.item);
    const reply = await this.client.get(`${erp}/availability?items=${item}&warehouse=MAIN`);
    const outcome = freshnessOf(reply);
    if (reply.status !== 200) return { outcome, wrong: undefined };
    const { data, freshness } = reply.body as ErpAnswer<BatchPage<AvailabilityView>>;
    const value = Number(data.items[0]?.onHand.value ?? Number.NaN);
    const reading = { value, state: freshness.state, asOf: Date.parse(freshness.asOf), startedAt };
    return { outcome, wrong: register.faultOf(reading, strict) };
  }

  async #write(): Promise<string> {
    const note = { accountId: this.#inTurn(this.targets.accounts), kind: 'note', body: 'Asked to be called back.' };
    const reply = await this.client.post('/api/conversations', note);
    if (reply.status === 201) this.#acknowledged.push((reply.body as { id: string }).id);
    return outcomeOf(reply, () => 'ok');
  }

  #inTurn(from: readonly string[]): string {
    this.#next += 1;
    return from[this.#next % from.length] ?? '';
  }
}

function freshnessOf(reply: Reply): string {
  return outcomeOf(reply, () => (reply.body as ErpAnswer<unknown>).freshness.state);
}

function outcomeOf({ status, body }: Reply, good: () => string): string {
  if (status === 0) return 'no-answer';
  if (status === 1) return 'hung';
  if (status < 400) return good();
  return (body as { code?: string } | undefined)?.code ?? `http-${status}`;
}

/** A page is as good as its worst section; it comes in any case. That an ERP knows no such customer is its answer. */
function worstSection(body: unknown): string {
  const { sections } = body as { sections: Readonly<Record<string, readonly Section[]>> };
  const all = Object.values(sections).flat();
  const failed = all.find(({ status, problem }) => status === 'failed' && problem?.code !== 'not-found');
  if (failed !== undefined) return `section-${failed.problem?.code ?? 'failed'}`;
  return all.some(({ freshness }) => freshness?.state === 'last-known') ? 'last-known' : 'ok';
}

interface Section {
  readonly status: string;
  readonly problem?: { readonly code: string };
  readonly freshness?: { readonly state: string };
}
