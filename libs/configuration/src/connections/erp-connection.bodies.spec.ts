import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { CreateErpConnectionBody, UpdateErpConnectionBody } from './erp-connection.bodies';

function brokenFields<T extends object>(type: new () => T, plain: object): readonly string[] {
  return validateSync(plainToInstance(type, plain)).map((error) => error.property);
}

describe('an ERP connection', () => {
  const connection = {
    name: 'SX.e East',
    adapter: 'infor-sxe',
    settings: { baseUrl: 'https://erp.example', tries: 3 },
  };

  it('has a name, an adapter and flat settings', () => {
    expect(brokenFields(CreateErpConnectionBody, connection)).toEqual([]);
    expect(brokenFields(CreateErpConnectionBody, {})).toEqual(['name', 'adapter', 'settings']);
  });

  it.each([
    [{ settings: { nested: { order: 1 } } }],
    [{ settings: { list: [1, 2] } }],
    [{ settings: { nothing: null } }],
    [{ settings: { 'a b': 'x' } }],
    [{ settings: { big: 'x'.repeat(20_001) } }],
    [{ settings: Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`key${at}`, 'x'])) }],
    [{ settings: [] }],
    [{ settings: 'baseUrl' }],
  ])('is refused with settings that could hold data: %j', (changes) => {
    expect(brokenFields(CreateErpConnectionBody, { ...connection, ...changes })).toEqual(['settings']);
  });

  it('keeps what a change does not name', () => {
    expect(brokenFields(UpdateErpConnectionBody, {})).toEqual([]);
    expect(brokenFields(UpdateErpConnectionBody, { name: null, settings: null, enabled: null })).toEqual([
      'name',
      'settings',
      'enabled',
    ]);
    expect(brokenFields(UpdateErpConnectionBody, { name: ' ' })).toEqual(['name']);
  });
});
