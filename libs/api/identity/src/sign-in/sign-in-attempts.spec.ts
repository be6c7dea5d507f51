import { RateLimitedError } from '@headwater/kernel';
import { MAX_ATTEMPTS_PER_PERSON, MAX_ATTEMPTS_PER_PLACE, SignInAttempts } from './sign-in-attempts';

const QUARTER_HOUR = 15 * 60_000;
const rita = { email: 'rita@sales.example', ip: '192.0.2.1' };

let now = 0;
let attempts: SignInAttempts;
beforeEach(() => {
  now = 0;
  attempts = new SignInAttempts({ now: () => now, monotonic: () => now });
});

function guess(times: number, who = rita): void {
  for (let at = 0; at < times; at += 1) attempts.begin(who);
}

describe('attempts to sign in', () => {
  it('are refused beyond the limit, with the time to wait', () => {
    guess(MAX_ATTEMPTS_PER_PERSON);
    now = 60_000;
    expect(() => attempts.begin(rita)).toThrow(expect.objectContaining({ code: 'rate-limited', retryAfterS: 840 }));
  });

  it('are the same person’s whatever the case of the address', () => {
    guess(MAX_ATTEMPTS_PER_PERSON);
    expect(() => attempts.begin({ ...rita, email: ' RITA@sales.example' })).toThrow(RateLimitedError);
  });

  it('are allowed again after a quarter of an hour', () => {
    guess(MAX_ATTEMPTS_PER_PERSON);
    now = QUARTER_HOUR;
    expect(() => attempts.begin(rita)).not.toThrow();
  });

  it('start from nothing after the right password', () => {
    guess(MAX_ATTEMPTS_PER_PERSON);
    attempts.succeeded(rita);
    expect(() => guess(MAX_ATTEMPTS_PER_PERSON)).not.toThrow();
  });

  it('from elsewhere do not lock anyone out', () => {
    guess(MAX_ATTEMPTS_PER_PERSON, { ...rita, ip: '198.51.100.7' });
    expect(() => attempts.begin(rita)).not.toThrow();
  });

  it('from one place are refused whomever they try', () => {
    for (let at = 0; at < MAX_ATTEMPTS_PER_PLACE; at += 1) attempts.begin({ ...rita, email: `${at}@sales.example` });
    expect(() => attempts.begin({ ...rita, email: 'another@sales.example' })).toThrow(RateLimitedError);
  });

  it('that succeed do not use up a place', () => {
    for (let at = 0; at < MAX_ATTEMPTS_PER_PLACE * 2; at += 1) {
      attempts.begin(rita);
      attempts.succeeded(rita);
    }
    expect(() => attempts.begin(rita)).not.toThrow();
  });
});
