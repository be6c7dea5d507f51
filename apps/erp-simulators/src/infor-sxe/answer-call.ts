import type { VendorAnswer } from '../simulator';
import type { CompanyCode } from '../world/model/party';
import { COMPANIES } from '../world/organisation';
import type { World } from '../world/world';
import { Input, isFields, type SxeCall } from './call';
import { findCall } from './calls/call-table';
import { errorAnswer, gatewayAnswer, responseAnswer, SxeError, SxeViolation, type Fields } from './envelope';
import type { SxeOptions } from './options';

export interface SxeRequest {
  readonly world: World;
  readonly options: SxeOptions;
  readonly body: string;
}

/** `{ "request": { companyNumber, operatorInit, … } }` in, `{ "response": { cErrorMessage, … } }` out. */
export function answerCall(segment: string, { world, options, body }: SxeRequest): VendorAnswer {
  const found = findCall(segment);
  if (found.kind === 'unknown') return gatewayAnswer(404, 'Not Found');
  if (found.kind === 'write') return violation(options, `${segment} changes the ERP`);
  const fields = parsedBody(body)?.['request'];
  if (!isFields(fields)) return gatewayAnswer(400, 'Bad Request');
  try {
    const input = new Input(fields);
    const company = companyOf(input.integer('companyNumber'));
    knownOperator(input.text('operatorInit'), options);
    const call: SxeCall = { world, options, input, company, version: found.version };
    return responseAnswer(found.handle(call));
  } catch (error) {
    if (error instanceof SxeViolation) return violation(options, error.message);
    if (error instanceof SxeError) return errorAnswer(options.businessErrorStatus, error.message);
    throw error;
  }
}

export function parsedBody(body: string): Fields | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return isFields(parsed) ? parsed : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function companyOf(cono: number | undefined): CompanyCode {
  const found = COMPANIES.find((company) => company.code === String(cono));
  if (found === undefined) throw new SxeError(`Company # ${cono ?? 0} Not Set Up in System Setup - SASC`);
  return found.code;
}

export function knownOperator(operator: string | undefined, { operators }: SxeOptions): void {
  if (operator === undefined || !operators.includes(operator.toLowerCase())) {
    throw new SxeError('Operator Initials Not Set Up in Operator Setup - SASO');
  }
}

function violation(options: SxeOptions, why: string): VendorAnswer {
  return { ...errorAnswer(options.businessErrorStatus, 'Function Not Available'), violation: why };
}
