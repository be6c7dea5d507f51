import type { Simulator } from '../simulator';
import { applyChange, type applyChange as ApplyChange } from '../world/changes/apply-change';
import { plant, type Planting } from '../world/changes/plant';
import type { Random } from '../world/random';
import type { World } from '../world/world';
import { CallLog } from './call-log';
import { Faults } from './faults';
import { changeSchema } from './schemas/change.schema';
import { faultsSchema } from './schemas/faults.schema';
import { plantSchema, resetSchema, webhookSchema } from './schemas/requests.schema';
import { Webhooks, type EventReceipt } from './webhooks';

export interface ControlPlaneParts {
  readonly simulator: Simulator;
  readonly world: () => World;
  readonly resetWorld: () => void;
  readonly random: Random;
}

const SILENT: EventReceipt = { sent: false, status: null, ms: 0, deliveries: [] };

/** What a test can see and do behind a simulator's back, the same for every ERP. */
export class ControlPlane {
  readonly log = new CallLog();
  readonly faults: Faults;
  readonly webhooks = new Webhooks();

  constructor(private readonly parts: ControlPlaneParts) {
    this.faults = new Faults(parts.random.fork('faults'));
  }

  get world(): World {
    return this.parts.world();
  }

  get simulator(): Simulator {
    return this.parts.simulator;
  }

  setFaults(body: unknown): unknown {
    const settings = faultsSchema.parse(body);
    this.faults.set(settings);
    const { tokenExpired } = settings;
    this.simulator.tokens.setFault(tokenExpired === true ? 'expired' : tokenExpired === false ? 'none' : tokenExpired);
    return settings;
  }

  async change(
    body: unknown,
  ): Promise<{ readonly change: ReturnType<typeof ApplyChange>; readonly event: EventReceipt }> {
    const { event: wanted, ...change } = changeSchema.parse(body);
    const event = applyChange(this.world, change);
    return { change: event, event: wanted ? await this.webhooks.tell(this.simulator, event) : SILENT };
  }

  async plant(body: unknown): Promise<Omit<Planting, 'events'> & { readonly events: readonly EventReceipt[] }> {
    const { customer, event } = plantSchema.parse(body);
    const { events, ...planted } = plant(this.world, this.parts.random.fork(`plant-${this.world.instant()}`), customer);
    const receipts: EventReceipt[] = [];
    for (const next of event ? events : []) receipts.push(await this.webhooks.tell(this.simulator, next));
    return { ...planted, events: receipts };
  }

  addWebhook(body: unknown): unknown {
    this.webhooks.add(webhookSchema.parse(body));
    return { webhooks: this.webhooks.list() };
  }

  reset(body: unknown): void {
    const { world, webhooks } = resetSchema.parse(body);
    this.log.clear();
    this.faults.clear();
    this.simulator.tokens.setFault('none');
    this.simulator.tokens.resetCalls();
    if (world) this.parts.resetWorld();
    if (!webhooks) return;
    this.webhooks.clear();
    this.simulator.forgetSubscribers?.();
  }
}
