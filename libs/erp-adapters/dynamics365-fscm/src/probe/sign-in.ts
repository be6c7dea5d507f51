import { type ErpCall, type ProbeVerdict, toErpError } from '@headwater/erp-contracts';
import { customerKeyShape } from '../customers/customer.schema';
import type { FscmContext } from '../dynamics365-fscm.context';
import { readRows } from '../entities/entity-reads';
import { failureOf } from './fixes';

/** Whether a failed request reached a server at all. */
function reached(thrown: unknown): boolean {
  return !['unavailable', 'timeout'].includes(toErpError(thrown).code);
}

const ANSWERS = { check: 'address', ok: true, detail: 'The authority and the environment answer.' } as const;

function failed(check: 'address' | 'credentials', thrown: unknown): ProbeVerdict {
  return { check, ok: false, ...failureOf(thrown) };
}

/** A token alone says nothing of the environment: it has to know the app, too. */
async function environmentVerdicts(context: FscmContext, call: ErpCall): Promise<readonly ProbeVerdict[]> {
  const issued: ProbeVerdict = { check: 'credentials', ok: true, detail: 'A token was issued, and is accepted.' };
  try {
    // Whatever the settings say of entity sets, this asks the environment.
    await readRows(context, { purpose: 'customers', shape: customerKeyShape, what: 'customers', top: 1 }, call);
    return [ANSWERS, issued];
  } catch (error) {
    if (toErpError(error).code === 'unauthorized') return [ANSWERS, failed('credentials', error)];
    if (reached(error)) return [ANSWERS, issued];
    return [failed('address', error), { ...issued, detail: 'A token was issued.' }];
  }
}

/** Whether both addresses answer, and whether tokens are issued and taken. */
export async function signIn(context: FscmContext, call: ErpCall): Promise<readonly ProbeVerdict[]> {
  try {
    await context.reads.authenticate(call);
  } catch (error) {
    if (reached(error)) return [{ ...ANSWERS, detail: 'The authority answers.' }, failed('credentials', error)];
    const detail = 'Not tried: the authority does not answer.';
    return [
      failed('address', error),
      { check: 'credentials', ok: false, detail, fix: 'Put the address of the authority right first.' },
    ];
  }
  return environmentVerdicts(context, call);
}
