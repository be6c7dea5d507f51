import { readEnv } from './env';

const COMPLETE = {
  DATABASE_URL: 'postgres://user:password@db.example:5432/headwater',
  HEADWATER_SECRET_KEY: 'k'.repeat(44),
  GATEWAY_TLS_CA: 'ca.pem',
  GATEWAY_TLS_CERT: 'gateway.pem',
  GATEWAY_TLS_KEY: 'gateway-key.pem',
};

describe('the environment of a gateway process', () => {
  it('needs the database, the secret key and certificates, and nothing else', () => {
    expect(readEnv(COMPLETE)).toMatchObject({ PORT: 3100, PROBE_PORT: 3101, GATEWAY_CLIENTS: ['headwater-api'] });
    for (const name of Object.keys(COMPLETE)) {
      expect(() => readEnv({ ...COMPLETE, [name]: '' })).toThrow(name);
    }
  });

  it('lets in whom it names', () => {
    expect(readEnv({ ...COMPLETE, GATEWAY_CLIENTS: 'api-1, api-2' }).GATEWAY_CLIENTS).toEqual(['api-1', 'api-2']);
  });
});
