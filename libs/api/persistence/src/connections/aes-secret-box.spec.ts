import { DomainError, newId } from '@headwater/kernel';
import { randomBytes } from 'node:crypto';
import { AesSecretBox } from './aes-secret-box';

const secretKey = randomBytes(32).toString('base64');
const box = new AesSecretBox(secretKey);
const place = { connectionId: newId(), key: 'clientSecret' };

describe('a sealed secret', () => {
  it.each(['hunter2', '', 'ключ 🔑', 'x'.repeat(20_000)])('opens to what was sealed', (plaintext) => {
    expect(box.open(box.seal(plaintext, place), place)).toBe(plaintext);
    expect(new AesSecretBox(secretKey).open(box.seal(plaintext, place), place)).toBe(plaintext);
  });

  it('looks different each time and shows nothing of what is in it', () => {
    const [one, two] = [box.seal('hunter2', place), box.seal('hunter2', place)];
    expect(Buffer.from(one.nonce)).not.toEqual(Buffer.from(two.nonce));
    expect(Buffer.from(one.ciphertext)).not.toEqual(Buffer.from(two.ciphertext));
    expect(Buffer.from(one.ciphertext).toString('latin1')).not.toContain('hunter2');
  });

  it.each([{ connectionId: newId() }, { key: 'password' }])('does not open as that of another place: %j', (other) => {
    expect(() => box.open(box.seal('hunter2', place), { ...place, ...other })).toThrow(DomainError);
  });

  it('does not open with another key', () => {
    const other = new AesSecretBox(randomBytes(32).toString('base64'));
    const sealed = box.seal('hunter2', place);
    expect(() => other.open(sealed, place)).toThrow(DomainError);
    expect(other.seal('x', place).keyId).not.toBe(sealed.keyId);
    expect(() => other.open({ ...sealed, keyId: other.seal('x', place).keyId }, place)).toThrow(DomainError);
  });

  it('does not open after a single bit was changed, or with its end cut off', () => {
    const sealed = box.seal('hunter2', place);
    for (let at = 0; at < sealed.ciphertext.length; at += 1) {
      const ciphertext = Uint8Array.from(sealed.ciphertext, (byte, index) => (index === at ? byte ^ 1 : byte));
      expect(() => box.open({ ...sealed, ciphertext }, place)).toThrow(DomainError);
    }
    expect(() => box.open({ ...sealed, ciphertext: sealed.ciphertext.subarray(0, 10) }, place)).toThrow(DomainError);
  });

  it('needs a key that cannot be guessed', () => {
    expect(() => new AesSecretBox('short')).toThrow(RangeError);
  });
});
