import type { Clock } from '@headwater/kernel';
import type { Simulator, SimulatorDefinition, SimulatorDeps, VendorAnswer, VendorRequest } from '../simulator';
import { TokenDesk } from '../token-desk';
import type { World } from '../world/world';
import { connectionSheet } from './credentials';
import { ruleNotice } from './events/dyna-change';
import { LocalZone } from './local-zone';
import { Modified } from './modified';
import { DEFAULT_P21_OPTIONS, type P21Options } from './options';
import { P21Keys } from './p21-keys';
import { routeCall } from './route-call';
import { Grants } from './security/grants';
import { Catalogue } from './tables/catalogue';
import type { Scene } from './tables/column';
import { BUSINESS_EXCEPTION, errorReply } from './wire/p21-error';

/** One P21 with its middleware; `overrides` make it one of the builds and sites that differ. */
export function createEpicorP21(overrides: Partial<P21Options> = {}): (deps: SimulatorDeps) => Simulator {
  const options = { ...DEFAULT_P21_OPTIONS, ...overrides };
  const catalogue = new Catalogue(options);
  return ({ world, clock }) => {
    const tokens = new TokenDesk(clock, options.tokenLifetimeS);
    const grants = new Grants(tokens, options);
    const sceneOf = sceneMaker(options);
    return {
      tokens,
      answer: (request: VendorRequest) =>
        routeCall({ request, options, tokens, grants, catalogue, clock, scene: () => sceneOf(world()) }),
      businessError: (status) => refusal(status, options, clock),
      notice: (request) => ruleNotice(request, options),
      credentials: (origin) => connectionSheet(origin, options),
    };
  };
}

export const epicorP21: SimulatorDefinition = { index: 5, id: 'epicor-p21', create: createEpicorP21() };

/** What rows are made of stays the same until the world is built anew. */
function sceneMaker(options: P21Options): (world: World) => Scene {
  const zone = new LocalZone(options.zone);
  let scene: Scene | undefined;
  return (world) => {
    if (scene?.world !== world)
      scene = { world, options, zone, keys: new P21Keys(world), modified: new Modified(world, options) };
    return scene;
  };
}

/** The envelope P21 refuses with, under whatever status it comes. */
function refusal(status: number, options: P21Options, clock: Clock): VendorAnswer {
  const parts = {
    status: status === 400 ? 400 : 200,
    errorType: BUSINESS_EXCEPTION,
    message: 'The record is in use by another user.',
  };
  const { value } = errorReply(parts, options, clock);
  return { status: parts.status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}
