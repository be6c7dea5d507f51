import { signIn, type ApiSession } from '../../../../tools/dev/api-session.mts';
import { controlOf, type SimulatorControl } from '../../../../tools/dev/control.mts';
import type { ProductUnderTest } from '../../../../tools/dev/product-under-test.mts';
import { reopenConnections } from '../../../../tools/dev/reopen-connections.mts';
import { DEMO_PASSWORD } from '../../../../tools/dev/seed-demo.mts';

/** The product every file of this project shares; a file leaves the ERP without faults. */
export interface RunningProduct {
  readonly url: string;
  readonly databaseUrl: string;
  /** Connection to company 1, named as in the demo. */
  readonly connectionId: string;
  readonly rep: ApiSession;
  readonly sxe: SimulatorControl;
  /** Opens the connections anew, without what they learnt about a failing ERP. */
  readonly reopenConnections: () => Promise<void>;
  /** The control side of any simulator, for example of `netsuite`. */
  readonly simulator: (erp: string) => SimulatorControl;
}

/** What travels from jest's set-up to the files, which run in realms of their own. */
interface Address {
  readonly url: string;
  readonly databaseUrl: string;
  readonly connectionId: string;
  readonly simulators: Readonly<Record<string, string>>;
}

const VARIABLE = 'HEADWATER_E2E_WEB_PRODUCT';
const shared: { product?: ProductUnderTest } = {};

export function shareProduct(product: ProductUnderTest): void {
  shared.product = product;
  const { url, databaseUrl, connectionId, simulators } = product;
  const address: Address = { url, databaseUrl, connectionId, simulators };
  process.env[VARIABLE] = JSON.stringify(address);
}

export async function stopSharedProduct(): Promise<void> {
  await shared.product?.stop();
}

export async function runningProduct(): Promise<RunningProduct> {
  const text = process.env[VARIABLE];
  if (text === undefined) throw new Error('The product was not started: run these files as the jest project e2e-web.');
  const { url, databaseUrl, connectionId, simulators } = JSON.parse(text) as Address;
  const simulator = (erp: string): SimulatorControl => controlOf(simulators[erp] ?? '');
  const rep = await signIn(url, 'rep@headwater.demo', DEMO_PASSWORD);
  return {
    url,
    databaseUrl,
    connectionId,
    rep,
    sxe: simulator('infor-sxe'),
    simulator,
    reopenConnections: async () => reopenConnections(await signIn(url, 'admin@headwater.demo', DEMO_PASSWORD)),
  };
}
