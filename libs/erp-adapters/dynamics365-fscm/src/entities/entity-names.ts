import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import { tooLate } from '../client/bearer-reads';
import { ERP } from '../client/erp-name';
import { createSharedLoad } from '../client/shared-load';
import { ENTITIES, type EntityPurpose } from './catalogue';
import { type Discovery, publicEntitySets } from './discovery';

/** Which entity set serves which purpose in this environment. */
export interface EntityNames {
  /** Throws `ErpError` `unsupported` where the environment publishes none. */
  nameOf(purpose: EntityPurpose, call: ErpCall): Promise<string>;
  /** For what a view can do without. */
  find(purpose: EntityPurpose, call: ErpCall): Promise<string | undefined>;
  /** The set found for a purpose is another than was meant: `find` finds none from now on. One the settings name stays. */
  withdraw(purpose: EntityPurpose): void;
  /** A set that was there is gone: whoever asks next looks again, because environments are updated under our feet. */
  forget(): void;
}

/** Looks up what is published once per connection, however many ask at once; a name from the settings is not looked up. */
export function createEntityNames(discovery: Discovery): EntityNames {
  const { settings, connectionId } = discovery;
  const published = createSharedLoad({
    load: (signal) => publicEntitySets(discovery, { signal }),
    timeoutMs: settings.timeoutMs,
  });

  const withdrawn = new Set<EntityPurpose>();

  async function lookUp({ signal }: ErpCall): Promise<ReadonlySet<string>> {
    if (signal.aborted) throw tooLate(connectionId);
    try {
      return await published.get(signal);
    } catch (error) {
      if (signal.aborted && !(error instanceof ErpError)) throw tooLate(connectionId);
      throw error;
    }
  }

  async function find(purpose: EntityPurpose, call: ErpCall): Promise<string | undefined> {
    if (settings.entitySets.has(purpose)) return settings.entitySets.get(purpose);
    if (withdrawn.has(purpose)) return undefined;
    const { names, assumed } = ENTITIES[purpose];
    if (settings.entityDiscovery === 'off') return assumed;
    const present = await lookUp(call);
    return names.find((name) => present.has(name));
  }

  return {
    find,
    async nameOf(purpose, call) {
      const name = await find(purpose, call);
      if (name !== undefined) return name;
      throw new ErpError(
        'unsupported',
        `${ERP} publishes no entity for ${purpose} in this environment; publish ${ENTITIES[purpose].names[0] ?? 'one'}, or name your own in the entity sets setting.`,
        { connectionId },
      );
    },
    withdraw(purpose) {
      withdrawn.add(purpose);
    },
    forget: () => published.forget(),
  };
}
