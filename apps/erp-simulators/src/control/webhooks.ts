import type { Simulator } from '../simulator';
import type { WorldEvent } from '../world/changes/change';
import type { CompanyCode } from '../world/model/party';

export interface Webhook {
  readonly url: string;
  readonly secret: string;
  readonly company?: CompanyCode | undefined;
}

export interface Delivery {
  readonly url: string;
  readonly id: string;
  /** Null where nobody answered. */
  readonly status: number | null;
  readonly ms: number;
}

export interface EventReceipt {
  /** Every receiver answered with a 2xx; false too where there is none. */
  readonly sent: boolean;
  /** The worst status of all deliveries; null where one got no answer, or there was nobody to tell. */
  readonly status: number | null;
  readonly ms: number;
  readonly deliveries: readonly Delivery[];
}

const PATIENCE_MS = 10_000;

/** Who is told of changes. */
export class Webhooks {
  private readonly byUrl = new Map<string, Webhook>();
  /** Receivers that an ERP which asks first has asked already. */
  private readonly admitted = new Set<string>();

  add(webhook: Webhook): void {
    this.byUrl.set(webhook.url, webhook);
  }

  list(): readonly Pick<Webhook, 'url' | 'company'>[] {
    return [...this.byUrl.values()].map(({ url, company }) => ({ url, company }));
  }

  clear(): void {
    this.byUrl.clear();
    this.admitted.clear();
  }

  /** Sends the ERP's own notice to every receiver and waits for all of them. */
  async tell(simulator: Simulator, event: WorldEvent): Promise<EventReceipt> {
    const started = performance.now();
    const sendings = [...this.byUrl.values()].flatMap((webhook) =>
      companiesFor(webhook, event).map((company) => this.deliver(simulator, webhook, { event, company })),
    );
    const deliveries = (await Promise.all(sendings)).flat();
    return { ...verdictOf(deliveries), ms: Math.round(performance.now() - started), deliveries };
  }

  private async deliver(simulator: Simulator, webhook: Webhook, sending: Sending): Promise<readonly Delivery[]> {
    const { url, secret } = webhook;
    const notice = simulator.notice({ ...sending, secret });
    if (notice === undefined) return [];
    const started = performance.now();
    const headers = { ...notice.headers, 'content-type': notice.contentType };
    const status = (await this.admits(simulator, url)) ? await post(url, headers, notice.body) : null;
    return [{ url, id: notice.id, status, ms: Math.round(performance.now() - started) }];
  }

  private async admits(simulator: Simulator, url: string): Promise<boolean> {
    if (simulator.admitsReceiver === undefined || this.admitted.has(url)) return true;
    const admits = await simulator.admitsReceiver(url);
    if (admits) this.admitted.add(url);
    return admits;
  }
}

function companiesFor(webhook: Webhook, event: WorldEvent): readonly CompanyCode[] {
  return event.companies.filter((company) => webhook.company === undefined || webhook.company === company);
}

interface Sending {
  readonly event: WorldEvent;
  readonly company: CompanyCode;
}

async function post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<number | null> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch (error) {
    // A receiver that is away, or too slow, is a fact to report and not a fault of the simulator.
    if (isUnreachable(error)) return null;
    throw error;
  }
}

/** `fetch` says TypeError when nobody listens. Told by name, as the error may come from another realm under test. */
function isUnreachable(error: unknown): boolean {
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
  return name === 'TypeError' || name === 'TimeoutError';
}

function verdictOf(deliveries: readonly Delivery[]): Pick<EventReceipt, 'sent' | 'status'> {
  const statuses = deliveries.map((delivery) => delivery.status);
  if (statuses.length === 0 || statuses.includes(null)) return { sent: false, status: null };
  const worst = Math.max(...statuses.map((status) => status ?? 0));
  return { sent: worst < 300, status: worst };
}
