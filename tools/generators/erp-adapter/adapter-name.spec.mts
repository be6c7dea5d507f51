import { adapterNames } from './adapter-name.mts';

describe('the name of an adapter', () => {
  it('stands in each form its files need', () => {
    expect(adapterNames(' oracle-ebs ')).toEqual({
      name: 'oracle-ebs',
      className: 'OracleEbs',
      propertyName: 'oracleEbs',
      constantName: 'ORACLE_EBS',
      title: 'Oracle EBS',
    });
    expect(adapterNames('dynamics365-gp')).toMatchObject({ className: 'Dynamics365Gp', title: 'Dynamics365 Gp' });
  });

  it.each([
    ['OracleEbs', 'oracle-ebs'],
    ['oracle_ebs', 'oracle-ebs'],
    ['Oracle EBS', 'oracle-ebs'],
    ['oracle--ebs', 'oracle-ebs'],
    ['-oracle', 'oracle'],
    ['3plus', 'plus'],
    ['../elsewhere', 'elsewhere'],
    ['', 'acumatica'],
    ['!', 'acumatica'],
  ])('is not %j, and the refusal proposes %s', (text, proposal) => {
    expect(() => adapterNames(text)).toThrow(new RegExp(`cannot name an adapter: .*[ :]${proposal}\\.$`));
  });

  it.each(['erp', 'adapter', 'erp-adapter-kit'])('is not %s, which means something else', (text) => {
    expect(() => adapterNames(text)).toThrow('name the ERP');
  });
});
