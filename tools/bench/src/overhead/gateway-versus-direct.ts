import { atFixedRate, figuresOf, median, type LatencyFigures } from '../arrivals';
import { customersWithOrders, type BenchedProduct } from '../benched-product';
import type { BenchResult } from '../result';
import { gatewayAndAdapter } from '../sxe-gateway';

/** A thousand reads a round, so that ten of them are beyond the 99th percentile. */
const RATE = { perSecond: 50, seconds: 20 };
const ROUNDS = 3;

/** What the gateway costs on a miss: the same ERP read through it and without it, in turns. */
export async function gatewayVersusDirect(product: BenchedProduct): Promise<BenchResult> {
  const customers = await customersWithOrders(product, 200);
  const { gateway, direct, close } = await gatewayAndAdapter(product);
  let next = 0;
  const customer = (): string => customers[next++ % customers.length] ?? '';
  const directRead = async (): Promise<void> => {
    await direct.credit?.get({ customer: customer() }, { signal: AbortSignal.timeout(10_000) });
  };
  const gatewayRead = async (): Promise<void> => {
    const query = { customer: customer() };
    await gateway.reads.read({
      connectionId: 'c',
      operation: 'credit.get',
      query,
      scope: { principal: 'service' },
      fresh: true,
    });
  };
  const rounds: { readonly direct: LatencyFigures; readonly gateway: LatencyFigures }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const figures = {
      direct: figuresOf(await atFixedRate(directRead, RATE)),
      gateway: figuresOf(await atFixedRate(gatewayRead, RATE)),
    };
    // The first round warms up both sides.
    if (round > 0) rounds.push(figures);
  }
  await close();
  return { title: 'Gateway read versus direct call', method: METHOD, rows: rowsOf(rounds) };
}

const METHOD = `credit.get at ${RATE.perSecond} reads/s, ${RATE.seconds} s a round, ${ROUNDS} rounds in turns; every gateway read goes to the ERP (median of rounds, µs)`;

function rowsOf(
  rounds: readonly { readonly direct: LatencyFigures; readonly gateway: LatencyFigures }[],
): BenchResult['rows'] {
  const row = (percentile: 'p50' | 'p99'): BenchResult['rows'][number] => {
    const direct = median(rounds.map((round) => round.direct[percentile]));
    const gateway = median(rounds.map((round) => round.gateway[percentile]));
    return { percentile, direct, gateway, added: gateway - direct, ratio: Number((gateway / direct).toFixed(3)) };
  };
  return [row('p50'), row('p99')];
}
