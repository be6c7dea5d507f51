import type { VendorAnswer, VendorRequest } from '../simulator';
import { addressOf } from './address';
import { refusalAnswer } from './answers';
import { Governor } from './limits/governor';
import { answerBatch } from './reads/answer-batch';
import { answerRead } from './reads/answer-read';
import { BcRefusal, languageOf } from './refusal';
import { notAllowed } from './refusals';
import type { Doorkeeper } from './sign-in/authenticate';
import type { Call, Site } from './site';
import { answerSubscriptions } from './webhooks/answer-subscriptions';

type Admitted = Omit<Call, 'site'>;

/** Takes every request that is not a sign-in: lets it in, keeps it within the limits, has it answered. */
export class FrontDesk {
  private readonly governor: Governor;

  constructor(
    private readonly site: Site,
    private readonly doorkeeper: Doorkeeper,
  ) {
    this.governor = new Governor(site.clock, site.options);
  }

  answer(request: VendorRequest): Promise<VendorAnswer> {
    return inWords(request, async () => {
      const address = addressOf(request.rawPath);
      const principal = this.doorkeeper.admit(request, address);
      return this.governor.govern(principal.name, () => this.handle({ request, address, principal }));
    });
  }

  private async handle(admitted: Admitted): Promise<VendorAnswer> {
    const call: Call = { site: this.site, ...admitted };
    return call.address.segments[0]?.name === '$batch' ? this.batch(call) : answerOne(alone(call));
  }

  /** The parts share the place in the queue of the whole; each is let in by its own address. */
  private batch(call: Call): Promise<VendorAnswer> {
    if (call.request.method !== 'POST') throw notAllowed(call.request.method, '$batch');
    return answerBatch(call, (request) =>
      inWords(request, async () => {
        const address = addressOf(request.rawPath);
        return answerOne({ site: this.site, request, address, principal: this.doorkeeper.admit(request, address) });
      }),
    );
  }
}

async function answerOne(call: Call): Promise<VendorAnswer> {
  const { request, address } = call;
  const first = address.segments[0]?.name ?? '';
  if (address.route === 'standard' && first === 'subscriptions') return answerSubscriptions(call);
  if (request.method !== 'GET') throw notAllowed(request.method, address.segments.at(-1)?.name ?? first);
  return answerRead(call);
}

/** The header `Company` means something in a batch only. */
function alone(call: Call): Call {
  const headers = { ...call.request.headers, company: undefined };
  return { ...call, request: { ...call.request, headers } };
}

/** Refusals become answers in the caller's language; anything else is a fault of the simulator. */
async function inWords(request: VendorRequest, answer: () => Promise<VendorAnswer>): Promise<VendorAnswer> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof BcRefusal) return refusalAnswer(error, languageOf(request.headers['accept-language']));
    throw error;
  }
}
