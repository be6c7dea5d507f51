import { type Ask, type Bench, breakReads, ensureFailsWith, refuseCredentials } from '../bench';
import { type Check, ensure } from '../check';
import type { ErpAdapterContract, VendorRefusal } from '../erp-adapter-contract';

/** How the ERP says no, and that the reader hears it. */
export function refusalChecks(question: Ask, contract: ErpAdapterContract): readonly Check[] {
  const { operation } = question;
  return [
    { name: `${operation} reports expired credentials`, run: (bench) => expired(bench, question) },
    { name: `${operation} reports refused credentials`, run: (bench) => refused(bench, question) },
    { name: `${operation} passes on how long to wait, in seconds`, run: (bench) => limited(bench, question) },
    { name: `${operation} passes on how long to wait, as a date`, run: (bench) => limitedUntil(bench, question) },
    { name: `${operation} reports pressure without a hint`, run: (bench) => limitedWithoutHint(bench, question) },
    { name: `${operation} takes 503 with a hint as pressure`, run: (bench) => unavailableWithHint(bench, question) },
    ...contract.refusals.map((refusal) => ({
      name: `${operation} turns ${refusal.name} into ${refusal.code}`,
      run: (bench: Bench) => vendorRefusal(bench, question, refusal),
    })),
  ];
}

async function expired(bench: Bench, question: Ask): Promise<void> {
  breakReads(bench, { kind: 'answer', answer: { status: 401, body: { error: 'Unauthorized' } } });
  await ensureFailsWith(bench, question, { codes: ['unauthorized'] });
}

async function refused(bench: Bench, question: Ask): Promise<void> {
  refuseCredentials(bench);
  await ensureFailsWith(bench, question, { codes: ['unauthorized'] });
}

async function limited(bench: Bench, question: Ask): Promise<void> {
  breakReads(bench, { kind: 'answer', answer: { status: 429, headers: { 'retry-after': '7' }, body: '' } });
  const error = await ensureFailsWith(bench, question, { codes: ['rate-limited'] });
  ensure(error.retryAfterMs === 7_000, 'the wait hint of 7 seconds is lost');
}

async function limitedUntil(bench: Bench, question: Ask): Promise<void> {
  const until = new Date(Date.now() + 3_600_000).toUTCString();
  breakReads(bench, { kind: 'answer', answer: { status: 429, headers: { 'retry-after': until }, body: '' } });
  const error = await ensureFailsWith(bench, question, { codes: ['rate-limited'] });
  const hint = error.retryAfterMs ?? 0;
  ensure(hint > 3_000_000 && hint <= 3_600_000, 'the wait hint of an hour, given as a date, is lost');
}

async function limitedWithoutHint(bench: Bench, question: Ask): Promise<void> {
  breakReads(bench, { kind: 'answer', answer: { status: 429, body: '' } });
  const error = await ensureFailsWith(bench, question, { codes: ['rate-limited'] });
  ensure(error.retryAfterMs === undefined, 'a wait hint was invented');
}

async function unavailableWithHint(bench: Bench, question: Ask): Promise<void> {
  breakReads(bench, { kind: 'answer', answer: { status: 503, headers: { 'retry-after': '2' }, body: '' } });
  const error = await ensureFailsWith(bench, question, { codes: ['rate-limited'] });
  ensure(error.retryAfterMs === 2_000, 'the wait hint of 2 seconds is lost');
}

async function vendorRefusal(bench: Bench, question: Ask, refusal: VendorRefusal): Promise<void> {
  breakReads(bench, { kind: 'answer', answer: refusal.answer });
  const error = await ensureFailsWith(bench, question, { codes: [refusal.code] });
  ensure(error.retryAfterMs === refusal.retryAfterMs, 'the wait hint is lost or invented');
}
