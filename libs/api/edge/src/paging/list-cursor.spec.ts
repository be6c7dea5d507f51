import { DomainError, newId } from '@headwater/kernel';
import { decodeListCursor, encodeListCursor, toCountedPage } from './list-cursor';

function refusalOf(action: () => unknown): DomainError {
  try {
    action();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a list cursor', () => {
  const position = { sort: '-updatedAt', value: '2026-11-23T09:14:03.120Z', id: newId() };

  it('leads back to where the list was left off', () => {
    expect(decodeListCursor(encodeListCursor(position), '-updatedAt')).toEqual(position);
    const atNull = { ...position, value: null };
    expect(decodeListCursor(encodeListCursor(atNull), '-updatedAt')).toEqual(atNull);
  });

  it('survives every letter', () => {
    const umlauts = { sort: 'name', value: 'Großhändler 北京 🚚', id: newId() };
    expect(decodeListCursor(encodeListCursor(umlauts), 'name')).toEqual(umlauts);
  });

  it('is refused under another sort', () => {
    const { code, errors } = refusalOf(() => decodeListCursor(encodeListCursor(position), 'name'));
    expect(code).toBe('invalid-request');
    expect(errors[0]).toMatchObject({ field: 'cursor' });
  });

  it.each([
    '',
    'x',
    '%%%',
    Buffer.from('{}').toString('base64url'),
    Buffer.from('["name","a"]').toString('base64url'),
    Buffer.from('["name",{"$ne":1},"3f8f7c1e-0a4e-4a51-9f3e-3a1d2b6c7d80"]').toString('base64url'),
    Buffer.from('["name","a","not-an-id"]').toString('base64url'),
  ])('is refused where it was made up: %j', (text) => {
    expect(refusalOf(() => decodeListCursor(text, 'name')).code).toBe('invalid-request');
  });

  it('is absent on the last page', () => {
    const count = { value: 0, exact: true };
    expect(toCountedPage({ items: [], next: null, count })).toEqual({ items: [], nextCursor: null, count });
  });
});
