import { readEnv } from './env';

describe('the environment', () => {
  it('has defaults', () => {
    expect(readEnv({})).toEqual({ port: 4100, host: '127.0.0.1', seed: 'headwater' });
  });

  it('names what is wrong, never its value', () => {
    expect(() => readEnv({ SIMULATORS_PORT: 'secret-value', HOST: '' })).toThrow(
      /^Not usable in the environment: SIMULATORS_PORT, HOST\.$/,
    );
  });
});
