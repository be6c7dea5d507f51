import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnv } from './env';

const folder = mkdtempSync(join(tmpdir(), 'headwater-env-'));
const pem = join(folder, 'some.pem');
writeFileSync(pem, 'a certificate');

afterAll(() => rmSync(folder, { recursive: true }));

const COMPLETE = {
  DATABASE_URL: 'postgres://user:password@db.example:5432/headwater',
  HEADWATER_SECRET_KEY: 'k'.repeat(44),
  GATEWAY_TLS_CA: pem,
  GATEWAY_TLS_CERT: pem,
  GATEWAY_TLS_KEY: pem,
};

describe('the environment of a gateway process', () => {
  it('needs the database, the secret key and certificates, and nothing else', () => {
    expect(readEnv(COMPLETE)).toMatchObject({ PORT: 3100, PROBE_PORT: 3101, GATEWAY_CLIENTS: ['headwater-api'] });
    for (const name of Object.keys(COMPLETE)) {
      expect(() => readEnv({ ...COMPLETE, [name]: '' })).toThrow(name);
    }
  });

  it('reads certificates at the start, and names the variable of one that is not there', () => {
    expect(readEnv(COMPLETE).GATEWAY_TLS_CA).toBe('a certificate');
    for (const missing of [join(folder, 'no.pem'), folder]) {
      expect(() => readEnv({ ...COMPLETE, GATEWAY_TLS_KEY: missing })).toThrow(/GATEWAY_TLS_KEY: must be the path/);
    }
  });

  it('traces nothing unless told where to, and then under its own name', () => {
    expect(readEnv(COMPLETE)).toMatchObject({ OTEL_SERVICE_NAME: 'headwater-gateway', OTEL_TRACES_SAMPLER_ARG: 1 });
    expect(readEnv(COMPLETE).OTEL_EXPORTER_OTLP_ENDPOINT).toBeUndefined();
    expect(() => readEnv({ ...COMPLETE, OTEL_TRACES_SAMPLER_ARG: '2' })).toThrow(/OTEL_TRACES_SAMPLER_ARG/);
  });

  it('lets in whom it names', () => {
    expect(readEnv({ ...COMPLETE, GATEWAY_CLIENTS: 'api-1, api-2' }).GATEWAY_CLIENTS).toEqual(['api-1', 'api-2']);
  });
});
