import { schemaPerSetting } from './schema-per-setting';

describe('a schema per setting', () => {
  it('is made once for each value, and is of that value', () => {
    const make = jest.fn((zone: string) => ({ zone }));
    const schema = schemaPerSetting(make);
    expect(schema('UTC')).toEqual({ zone: 'UTC' });
    expect(schema('America/Chicago')).toEqual({ zone: 'America/Chicago' });
    expect(schema('UTC')).toBe(schema('UTC'));
    expect(make).toHaveBeenCalledTimes(2);
  });
});
