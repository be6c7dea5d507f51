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
