import { CAPABILITIES, type ErpConnection, type ProbeVerdict } from '@headwater/erp-contracts';
import {
  A_CONNECTION_ID,
  anErpCall,
  createTestAuthority,
  type IssuedCertificate,
  leaksIn,
  type PeerAct,
  type PeerRequest,
  startTlsPeer,
  type TestAuthority,
  type TlsPeer,
} from '@headwater/erp-testing';
import { systemClock } from '@headwater/kernel';
import { createSapS4hanaAdapter } from '../sap-s4hana.adapter';
import { s4Exchanges } from '../testing/s4-exchanges';
import { basicSettings } from '../testing/s4-settings';

const MAPPED = 'the user SAP maps the certificate to';
const EXCHANGES = s4Exchanges({ authorization: MAPPED });

/** SAP behind TLS that demands a certificate, and maps the one of HEADWATER to a user. */
function serve({ clientName, ...request }: PeerRequest): PeerAct {
  const user = clientName === 'HEADWATER' ? { authorization: MAPPED } : {};
  const mapped = { ...request, headers: { ...request.headers, ...user }, at: 0 };
  const exchange = EXCHANGES.find((candidate) => candidate.matches(mapped));
  if (exchange === undefined) return { kind: 'answer', status: 501 };
  const { status, headers, body } = typeof exchange.answer === 'function' ? exchange.answer(mapped) : exchange.answer;
  const isText = typeof body === 'string';
  return {
    kind: 'answer',
    ...(status === undefined ? {} : { status }),
    headers: { 'content-type': isText ? 'text/plain' : 'application/json', ...headers },
    body: isText ? body : JSON.stringify(body ?? null),
  };
}

let authority: TestAuthority;
let distrust: () => void;
let peer: TlsPeer;
let connection: ErpConnection;

beforeAll(async () => {
  authority = await createTestAuthority();
  distrust = authority.trust();
});
afterAll(() => distrust());
afterEach(async () => {
  await connection.close();
  await peer.close();
});

async function probed(pair: IssuedCertificate, protocols: 'both' | 'http/1.1' = 'both') {
  const identity = await authority.issue({ commonName: 'localhost', hosts: ['localhost'] });
  peer = await startTlsPeer({ identity, serve, protocols, clientAuthority: authority.certificate });
  const x509 = { auth: 'x509', clientCertificate: pair.certificate, clientKey: pair.privateKey };
  const settings = basicSettings(`https://localhost:${String(peer.port)}`, x509);
  connection = createSapS4hanaAdapter({ clock: systemClock }).connect({ connectionId: A_CONNECTION_ID, settings });
  return connection.probe(anErpCall());
}

function passed(verdicts: readonly ProbeVerdict[]): readonly string[] {
  return verdicts.filter(({ ok }) => ok).map(({ check }) => check);
}

describe('signing in by a client certificate, over TLS that demands one', () => {
  it.each(['both', 'http/1.1'] as const)(
    'reads every capability, without any other credentials (%s)',
    async (offer) => {
      const verdicts = await probed(await authority.issue({ commonName: 'HEADWATER' }), offer);
      expect(passed(verdicts)).toEqual(['address', 'credentials', ...CAPABILITIES]);
      expect(new Set(peer.requests.map(({ clientName }) => clientName))).toEqual(new Set(['HEADWATER']));
      expect(peer.requests.filter(({ headers }) => headers['authorization'] !== undefined)).toEqual([]);
      expect(new Set(peer.requests.map(({ protocol }) => protocol))).toEqual(
        new Set([offer === 'both' ? 'h2' : 'http/1.1']),
      );
    },
  );

  it('is refused as credentials where SAP maps the certificate to nobody', async () => {
    const verdicts = await probed(await authority.issue({ commonName: 'STRANGER' }));
    expect(passed(verdicts)).toEqual(['address']);
    expect(verdicts.find(({ check }) => check === 'credentials')?.fix).toContain('certificate');
  });

  it('fails with something to do, and without its key, where SAP trusts not its authority', async () => {
    const pair = await (await createTestAuthority('Another')).issue({ commonName: 'HEADWATER' });
    const verdicts = await probed(pair);
    expect(passed(verdicts)).toEqual([]);
    expect(verdicts[0]).toMatchObject({ check: 'address', detail: 'SAP S/4HANA broke off the connection.' });
    expect(verdicts[0]?.fix).toContain('client certificate');
    expect(leaksIn(verdicts, [pair.privateKey])).toEqual([]);
    expect(peer.requests).toEqual([]);
  });
});
