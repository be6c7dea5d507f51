import { randomUUID } from 'node:crypto';
import type { NoticeRequest, Simulator, SimulatorDefinition, SimulatorDeps, VendorNotice } from '../simulator';
import { TokenDesk } from '../token-desk';
import type { World } from '../world/world';
import { refusalAnswer } from './answers';
import { cataloguesOf } from './catalogue';
import { connectionSheet } from './credentials';
import { FrontDesk } from './front-desk';
import { ModificationStamps } from './modification-stamps';
import { DEFAULT_BC_OPTIONS, type BcOptions } from './options';
import { businessError } from './refusals';
import { Replica } from './replica';
import { Doorkeeper } from './sign-in/authenticate';
import { answerEntra } from './sign-in/entra';
import { Grants } from './sign-in/grants';
import type { Site } from './site';
import { ChangeWatch, type EntityChange } from './webhooks/change-watch';
import { notificationBody, notificationOf, toldTo } from './webhooks/notification';
import { Notifier } from './webhooks/notifier';
import { SubscriptionDesk } from './webhooks/subscription-desk';

/** A Business Central environment behind Entra; `overrides` make it one of the tenants that differ. */
export function createDynamics365Bc(overrides: Partial<BcOptions> = {}): (deps: SimulatorDeps) => Simulator {
  const options = { ...DEFAULT_BC_OPTIONS, ...overrides };
  return (deps) => {
    const { clock } = deps;
    const tokens = new TokenDesk(clock, options.tokenLifetimeS);
    const grants = new Grants(tokens);
    const stamps = new ModificationStamps(clock);
    const replica = new Replica(clock, options.replicaLagMs);
    const changes = new ChangeWatch(stamps, options);
    const world = watched(deps.world, [stamps, replica, changes]);
    const subscriptions = new SubscriptionDesk(clock, options.webhooks);
    const notifier = new Notifier(subscriptions, clock, options.webhooks);
    const site: Site = { options, clock, world, catalogues: cataloguesOf(options), replica, stamps, subscriptions };
    const desk = new FrontDesk(site, new Doorkeeper(tokens, grants, options));
    const changesOf = (event: NoticeRequest['event']): readonly EntityChange[] =>
      changes.changesOf(event, deps.world());
    return {
      tokens,
      answer: async (request) => answerEntra(request, { tokens, grants, options }) ?? desk.answer(request),
      businessError: () => refusalAnswer(businessError(), 'en'),
      notice: (request) => noticeOf(request, changesOf(request.event), site),
      deliver: (event) => notifier.tell(changesOf(event)),
      forgetSubscribers: () => notifier.forget(),
      credentials: (origin) => connectionSheet(origin, options),
    };
  };
}

export const dynamics365Bc: SimulatorDefinition = {
  index: 4,
  id: 'dynamics365-bc',
  create: createDynamics365Bc(),
};

interface Watcher {
  watch(world: World): void;
}

/** A reset puts another world in the place of the first: whoever compares with before starts anew. */
function watched(world: () => World, watchers: readonly Watcher[]): () => World {
  const current = (): World => {
    const now = world();
    for (const watcher of watchers) watcher.watch(now);
    return now;
  };
  current();
  return current;
}

/** For a receiver that never subscribed: the same body, with its secret where a subscriber's `clientState` stands. */
function noticeOf(
  { company, secret }: NoticeRequest,
  changes: readonly EntityChange[],
  { clock, options: { webhooks } }: Site,
): VendorNotice | undefined {
  const now = clock.now();
  const receiver = { subscriptionId: 'control', clientState: secret, expiresAt: now + webhooks.lifetimeMs };
  const value = changes
    .filter((change) => change.company === company)
    .map((change) => toldTo(receiver, notificationOf(change, now)));
  if (value.length === 0) return undefined;
  return { id: randomUUID(), contentType: 'application/json', body: notificationBody(value, webhooks), headers: {} };
}
