import { systemClock, type Clock } from '@headwater/kernel';
import type { FastifyInstance } from 'fastify';
import { ControlPlane } from './control/control-plane';
import { simulatorServer } from './server/simulator-server';
import type { SimulatorDefinition } from './simulator';
import { SIMULATORS } from './simulators';
import { createWorld, DEFAULT_SEED } from './world/create-world';
import { seededRandom } from './world/random';
import type { World } from './world/world';

export interface SimulatorsOptions {
  /** First of a run of ports; 0 for free ones. */
  readonly port?: number;
  readonly host?: string;
  readonly seed?: string;
  readonly clock?: Clock;
  /** Which ERPs; all where absent. */
  readonly definitions?: readonly SimulatorDefinition[];
  /** Fewer customers make a smaller world for quick tests. */
  readonly customers?: number;
}

export interface RunningSimulator {
  readonly id: string;
  readonly url: string;
}

export interface RunningSimulators {
  readonly simulators: readonly RunningSimulator[];
  /** The world as it is now, for in-process checks. */
  readonly world: () => World;
  /** Address of one ERP; throws `RangeError` for one that does not run. */
  url(id: string): string;
  /** Ends every server and every socket. */
  stop(): Promise<void>;
}

/** Builds one world and starts every ERP on it. */
export async function createSimulators(options: SimulatorsOptions = {}): Promise<RunningSimulators> {
  const { port = 0, host = '127.0.0.1', definitions = SIMULATORS } = options;
  const stage = stageOf(options);
  const servers: FastifyInstance[] = [];
  const simulators: RunningSimulator[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.close()));
  };
  try {
    for (const definition of definitions) {
      const server = simulatorServer(stage.planeOf(definition));
      servers.push(server);
      const url = await server.listen({ host, port: port === 0 ? 0 : port + definition.index });
      simulators.push({ id: definition.id, url });
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { simulators, world: stage.world, url: (id) => urlOf(simulators, id), stop };
}

interface Stage {
  readonly world: () => World;
  readonly planeOf: (definition: SimulatorDefinition) => ControlPlane;
}

function stageOf({ seed = DEFAULT_SEED, clock = systemClock, customers }: SimulatorsOptions): Stage {
  const build = (): World => createWorld({ seed, clock, ...(customers === undefined ? {} : { customers }) });
  let current = build();
  const world = (): World => current;
  const resetWorld = (): void => {
    current = build();
  };
  const planeOf = (definition: SimulatorDefinition): ControlPlane => {
    const random = seededRandom(`${seed}/${definition.id}`);
    return new ControlPlane({ simulator: definition.create({ world, clock, random }), world, resetWorld, random });
  };
  return { world, planeOf };
}

function urlOf(simulators: readonly RunningSimulator[], id: string): string {
  const found = simulators.find((simulator) => simulator.id === id);
  if (found === undefined) throw new RangeError(`no simulator ${id} is running`);
  return found.url;
}
