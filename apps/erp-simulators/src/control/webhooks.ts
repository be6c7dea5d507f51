import { outgoingPost } from '../outgoing-post';
import type { Delivery, Simulator, VendorNotice } from '../simulator';
import type { WorldEvent } from '../world/changes/change';
import type { CompanyCode } from '../world/model/party';

export interface Webhook {
  readonly url: string;
  readonly secret: string;
  readonly company?: CompanyCode | undefined;
}

export interface EventReceipt {
  /** Every receiver answered with a 2xx; false too where there is none. */
  readonly sent: boolean;
  /** The worst status of all deliveries; null where one got no answer, or there was nobody to tell. */
  readonly status: number | null;
  readonly ms: number;
  readonly deliveries: readonly Delivery[];
}

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

  /** Sends the ERP's own notice to every receiver, and to its own subscribers, and waits for all of them. */
  async tell(simulator: Simulator, event: WorldEvent): Promise<EventReceipt> {
    const started = performance.now();
    const sendings = [...this.byUrl.values()].flatMap((webhook) =>
      companiesFor(webhook, event).map((company) => this.deliver(simulator, webhook, { event, company })),
    );
    const own = simulator.deliver?.(event) ?? Promise.resolve([]);
    const deliveries = (await Promise.all([...sendings, own])).flat();
    return { ...verdictOf(deliveries), ms: Math.round(performance.now() - started), deliveries };
  }

  private async deliver(simulator: Simulator, webhook: Webhook, sending: Sending): Promise<readonly Delivery[]> {
    const { url, secret } = webhook;
    const deliveries: Delivery[] = [];
    for (const notice of [simulator.notice({ ...sending, secret }) ?? []].flat()) {
      const started = performance.now();
      const headers = { ...notice.headers, 'content-type': notice.contentType };
      const admitted = await this.admits(simulator, url);
      const answer = admitted ? await outgoingPost(addressOf(webhook, notice), headers, notice.body) : null;
      deliveries.push({
        url,
        id: notice.id,
        status: answer?.status ?? null,
        ms: Math.round(performance.now() - started),
      });
    }
    return deliveries;
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

function addressOf({ url }: Webhook, { query = {} }: VendorNotice): string {
  const address = new URL(url);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return address.href;
}

function verdictOf(deliveries: readonly Delivery[]): Pick<EventReceipt, 'sent' | 'status'> {
  const statuses = deliveries.map((delivery) => delivery.status);
  if (statuses.length === 0 || statuses.includes(null)) return { sent: false, status: null };
  const worst = Math.max(...statuses.map((status) => status ?? 0));
  return { sent: worst < 300, status: worst };
}
