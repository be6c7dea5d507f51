import fc from 'fast-check';
import { formsOf, redactionOf } from './redaction';

describe('redactionOf', () => {
  it('masks a secret in every spelling it may take on the wire', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), fc.string(), (secret, around) => {
        const redact = redactionOf([secret]);
        for (const form of formsOf(secret)) {
          const masked = redact(`${around} ${form} ${around}`);
          if (!around.includes(form) && !'•••'.includes(form))
            expect(masked.split(around).join('')).not.toContain(form);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('masks the longer of two overlapping secrets whole', () => {
    expect(redactionOf(['abcd', 'abcd-efgh'])('key abcd-efgh!')).toBe('key •••!');
  });

  it('leaves texts without a secret alone', () => {
    expect(redactionOf(['s3cret'])('nothing here')).toBe('nothing here');
  });
});
