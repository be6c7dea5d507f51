import { readEnv } from './env';

const COMPLETE = {
  DATABASE_URL: 'postgres://user:password@db.example:5432/headwater',
  HEADWATER_SECRET_KEY: 'k'.repeat(44),
};

describe('the environment', () => {
  it('has a default for everything but the database and the secret key', () => {
    expect(readEnv(COMPLETE)).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      HEADWATER_DEMO: false,
      LOG_LEVEL: 'info',
    });
  });

  it('is refused with the name of every bad variable, and no value', () => {
    const bad = { DATABASE_URL: 'mysql://hunter2@db', HEADWATER_SECRET_KEY: 'tooshort', PORT: 'seventy' };
    const refused = messageOf(() => readEnv(bad));
    for (const name of Object.keys(bad)) expect(refused).toContain(name);
    for (const value of Object.values(bad)) expect(refused).not.toContain(value);
  });

  it('takes an empty variable as absent', () => {
    expect(readEnv({ ...COMPLETE, PORT: '' }).PORT).toBe(3000);
    expect(() => readEnv({ ...COMPLETE, DATABASE_URL: '' })).toThrow(/DATABASE_URL/);
  });

  it('takes the public address without its trailing slash, and nothing else for one', () => {
    expect(readEnv({ ...COMPLETE, PUBLIC_URL: 'https://crm.example.com/' }).PUBLIC_URL).toBe('https://crm.example.com');
    expect(() => readEnv({ ...COMPLETE, PUBLIC_URL: 'ftp://crm.example.com' })).toThrow(/PUBLIC_URL/);
  });

  it('needs certificates for gateways of their own, and https', () => {
    const remote = { ...COMPLETE, GATEWAY_URL: 'https://a.example:3100, https://b.example:3100' };
    const tls = { GATEWAY_TLS_CA: __filename, GATEWAY_TLS_CERT: __filename, GATEWAY_TLS_KEY: __filename };
    expect(readEnv({ ...remote, ...tls }).GATEWAY_URL).toEqual(['https://a.example:3100', 'https://b.example:3100']);
    for (const name of Object.keys(tls)) expect(() => readEnv({ ...remote, ...tls, [name]: '' })).toThrow(name);
    expect(() => readEnv({ ...COMPLETE, ...tls, GATEWAY_URL: 'http://a.example' })).toThrow(/GATEWAY_URL/);
  });

  it('takes a Redis and how many processes share it, and nothing else for one', () => {
    const given = { ...COMPLETE, REDIS_URL: 'rediss://cache.example:6380', GATEWAY_REPLICAS: '3' };
    expect(readEnv(given)).toMatchObject({ REDIS_URL: 'rediss://cache.example:6380', GATEWAY_REPLICAS: 3 });
    expect(readEnv(COMPLETE)).toMatchObject({ GATEWAY_REPLICAS: 1 });
    for (const bad of [{ REDIS_URL: 'http://hunter2@cache.example' }, { GATEWAY_REPLICAS: '0' }]) {
      const refused = messageOf(() => readEnv({ ...COMPLETE, ...bad }));
      expect(refused).toContain(Object.keys(bad)[0]);
      expect(refused).not.toContain('hunter2');
    }
  });

  it('compares a small share of answers at most, and traces nothing unless told where to', () => {
    expect(readEnv(COMPLETE).HEADWATER_COMPARED_SHARE).toBe(0.005);
    expect(readEnv(COMPLETE).OTEL_EXPORTER_OTLP_ENDPOINT).toBeUndefined();
    expect(readEnv({ ...COMPLETE, HEADWATER_COMPARED_SHARE: '0' }).HEADWATER_COMPARED_SHARE).toBe(0);
    expect(() => readEnv({ ...COMPLETE, HEADWATER_COMPARED_SHARE: '0.5' })).toThrow(/HEADWATER_COMPARED_SHARE/);
    expect(() => readEnv({ ...COMPLETE, OTEL_TRACES_SAMPLER_ARG: '2' })).toThrow(/OTEL_TRACES_SAMPLER_ARG/);
  });

  it('does not change after it was read', () => {
    expect(Object.isFrozen(readEnv(COMPLETE))).toBe(true);
  });
});

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return String(error);
  }
  throw new Error('Nothing was refused.');
}
