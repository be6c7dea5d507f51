import { CAPABILITIES, ErpError, type ProbeVerdict } from '@headwater/erp-contracts';
import { A_CONNECTION_ID } from '../../builders/refs';
import { type Bench, breakReads, patientCall, refuseCredentials } from '../bench';
import { type Check, type CheckGroup, ensure, ensureNone } from '../check';
import type { ErpAdapterContract } from '../erp-adapter-contract';
import { misdeclaredManyCustomers } from '../capabilities/many-customers.contract';
import { leaksIn } from '../secrecy';

/** What an adapter says of itself, and that it is true. */
export function offerChecks(contract: ErpAdapterContract): CheckGroup {
  const checks: readonly Check[] = [
    { name: 'its manifest is in order', run: async () => manifestInOrder(contract) },
    { name: 'a scenario stands for every declared capability', run: async () => scenariosComplete(contract) },
    { name: 'exactly the declared capabilities are offered', run: offersWhatItDeclares },
    { name: 'connecting opens nothing on the wire', run: connectsSilently },
    { name: 'settings that cannot work are refused by name', run: async () => refusesNoSettings(contract) },
    { name: 'its test passes against a sound ERP', run: probesSound },
    { name: 'its test names an unreachable address', run: probesUnreachable },
    { name: 'its test names refused credentials', run: probesCredentials },
    { name: 'its test names capabilities that fail', run: probesFailures },
  ];
  return { name: 'the adapter', checks };
}

function manifestInOrder({ adapter: { manifest } }: ErpAdapterContract): void {
  const keys = manifest.settings.map((setting) => setting.key);
  const orders = manifest.settings.map((setting) => setting.order);
  ensure(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(manifest.id), 'the id is not in kebab case');
  ensure(manifest.versions.length > 0, 'no version is named');
  ensure(new Set(keys).size === keys.length, 'two settings have one key');
  ensure(new Set(orders).size === orders.length, 'two settings have one place in the form');
  ensure(manifest.limits.maxConcurrency > 0 && manifest.limits.timeoutMs > 0, 'the limits are not positive');
  ensureNone(
    manifest.settings.filter(({ title, help }) => title === '' || help === '').map(({ key }) => key),
    'settings without title or help',
  );
  ensureNone(
    manifest.settings
      .filter(({ pattern, example }) => pattern !== undefined && example !== undefined)
      .filter(({ pattern, example }) => !new RegExp(`^(?:${pattern ?? ''})$`, 'u').test(example ?? ''))
      .map(({ key }) => key),
    'settings whose example breaks their own pattern',
  );
}

function scenariosComplete({ adapter, scenarios, events }: ErpAdapterContract): void {
  const { capabilities } = adapter.manifest;
  ensureNone(
    CAPABILITIES.filter((capability) => capabilities[capability].supported && scenarios[capability] === undefined),
    'declared but without a scenario',
  );
  ensureNone(
    (['orders', 'credit'] as const).filter((capability) => {
      const declared = capabilities[capability];
      return declared.supported && declared.manyCustomers !== undefined && scenarios[capability]?.many === undefined;
    }),
    'declared for many customers but without a scenario',
  );
  ensure(!adapter.manifest.events.supported || events !== undefined, 'events are declared but have no scenario');
}

async function offersWhatItDeclares({ contract, connection, server }: Bench): Promise<void> {
  const { capabilities, events } = contract.adapter.manifest;
  ensureNone(
    CAPABILITIES.filter((capability) => capabilities[capability].supported !== (connection[capability] !== undefined)),
    'declared and offered differ',
  );
  ensureNone(
    misdeclaredManyCustomers({ contract, connection, server }),
    'declared and offered for many customers differ',
  );
  ensure(events.supported === (connection.events !== undefined), 'events are declared and offered differently');
}

async function connectsSilently({ server }: Bench): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  ensure(server.requests.length === 0, 'the ERP was asked before anyone asked');
}

function refusesNoSettings({ adapter }: ErpAdapterContract): void {
  let refused: unknown;
  try {
    adapter.connect({ connectionId: A_CONNECTION_ID, settings: {} });
  } catch (error) {
    refused = error;
  }
  ensure(refused instanceof ErpError && refused.code === 'invalid-request', 'no settings at all were not refused');
}

async function verdictsOf(bench: Bench): Promise<readonly ProbeVerdict[]> {
  const verdicts = await bench.connection.probe(patientCall());
  ensureNone(leaksIn(verdicts, bench.contract.secrets), 'a verdict leaks');
  ensureNone(
    verdicts.filter(({ ok, fix }) => !ok && (fix ?? '') === '').map(({ check }) => check),
    'verdicts that say what is wrong but not what to do',
  );
  return verdicts;
}

async function probesSound(bench: Bench): Promise<void> {
  const verdicts = await verdictsOf(bench);
  const { capabilities } = bench.contract.adapter.manifest;
  const expected = [
    'address',
    'credentials',
    ...CAPABILITIES.filter((capability) => capabilities[capability].supported),
  ];
  ensureNone(
    expected.filter((check) => verdicts.filter((verdict) => verdict.check === check).length !== 1),
    'not judged exactly once',
  );
  ensureNone(
    verdicts.filter(({ ok }) => !ok).map(({ check, detail }) => `${check}: ${detail}`),
    'judged broken although sound',
  );
  const { isTokenRequest, isRead } = bench.contract;
  ensure(
    bench.server.requests.every((request) => isTokenRequest(request) || isRead(request)),
    'the test sends more than reads',
  );
}

function verdictOn(verdicts: readonly ProbeVerdict[], check: ProbeVerdict['check']): boolean | undefined {
  return verdicts.find((verdict) => verdict.check === check)?.ok;
}

async function probesUnreachable(bench: Bench): Promise<void> {
  await bench.server.close();
  ensure(verdictOn(await verdictsOf(bench), 'address') === false, 'an unreachable address is not named');
}

async function probesCredentials(bench: Bench): Promise<void> {
  refuseCredentials(bench);
  const verdicts = await verdictsOf(bench);
  ensure(verdictOn(verdicts, 'address') === true, 'the address answered but is judged broken');
  ensure(verdictOn(verdicts, 'credentials') === false, 'refused credentials are not named');
}

async function probesFailures(bench: Bench): Promise<void> {
  breakReads(bench, { kind: 'answer', answer: { status: 500, body: 'x' } });
  const verdicts = await verdictsOf(bench);
  const { capabilities } = bench.contract.adapter.manifest;
  ensureNone(
    CAPABILITIES.filter(
      (capability) => capabilities[capability].supported && verdictOn(verdicts, capability) !== false,
    ),
    'judged sound although it fails',
  );
}
