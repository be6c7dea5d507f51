import { atFixedRate, figuresOf, latencyHistogram, type LatencyFigures } from '../arrivals';
import { customersWithOrders, type BenchedProduct } from '../benched-product';
import type { BenchResult } from '../result';
import { gatewayAndAdapter } from '../sxe-gateway';

/** Each has its turn for a second, so that whatever else the machine does meets both alike. */
const TURN = { perSecond: 50, seconds: 1 };
const TURNS = 60;
const WARM_UP_TURNS = 20;

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
  const latencies = { direct: latencyHistogram(), gateway: latencyHistogram() };
  for (let turn = -WARM_UP_TURNS; turn < TURNS; turn += 1) {
    const taken = { direct: await atFixedRate(directRead, TURN), gateway: await atFixedRate(gatewayRead, TURN) };
    if (turn < 0) continue;
    latencies.direct.add(taken.direct);
    latencies.gateway.add(taken.gateway);
  }
  await close();
  const figures = { direct: figuresOf(latencies.direct), gateway: figuresOf(latencies.gateway) };
  return { title: 'Gateway read versus direct call', method: METHOD, rows: rowsOf(figures) };
}

const METHOD = `credit.get at ${TURN.perSecond} reads/s, ${TURNS * TURN.seconds} s each, a second of the one after a second of the other; every gateway read goes to the ERP (µs)`;

function rowsOf({ direct, gateway }: Readonly<Record<'direct' | 'gateway', LatencyFigures>>): BenchResult['rows'] {
  const row = (percentile: 'p50' | 'p99'): BenchResult['rows'][number] => {
    const [without, through] = [direct[percentile], gateway[percentile]];
    const ratio = Number((through / without).toFixed(3));
    return { percentile, direct: without, gateway: through, added: through - without, ratio };
  };
  return [row('p50'), row('p99')];
}
