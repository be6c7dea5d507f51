import type { Ask } from '../bench';
import type { Check } from '../check';
import { answerChecks } from '../checks/answer.checks';
import { failureChecks } from '../checks/failure.checks';
import { refusalChecks } from '../checks/refusal.checks';
import type { ErpAdapterContract } from '../erp-adapter-contract';

/** What holds for every operation, whatever it reads. */
export function operationContract(question: Ask, contract: ErpAdapterContract): readonly Check[] {
  return [...answerChecks(question), ...failureChecks(question), ...refusalChecks(question, contract)];
}
