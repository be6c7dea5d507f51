import { ariaSortOf, nextSort, sortOf } from './list-request';

describe('the sort of the account list', () => {
  it('comes from the address, and is by name where that says nothing known', () => {
    expect(sortOf('-updatedAt')).toBe('-updatedAt');
    expect(sortOf('total')).toBe('name');
    expect(sortOf(undefined)).toBe('name');
  });

  it('turns round on a second click, and begins with the newest for a date', () => {
    expect(nextSort('name', 'name')).toBe('-name');
    expect(nextSort('-name', 'name')).toBe('name');
    expect(nextSort('name', 'updatedAt')).toBe('-updatedAt');
  });

  it('is said on the column it is by, and on no other', () => {
    expect(ariaSortOf('-updatedAt', 'updatedAt')).toBe('descending');
    expect(ariaSortOf('-updatedAt', 'name')).toBeNull();
  });
});
