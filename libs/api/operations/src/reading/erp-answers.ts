import { Injectable } from '@nestjs/common';
import { type ErpAnswer, type ErpOperation, type ErpRead, ErpReads, type ViewOf } from '@headwater/erp-contracts';
import { KnownQuestions } from '../kept-answers/known-questions';
import { type ErpQuestion, erpReadOf } from './erp-question';

/** Reads whose answers are handed on just as the ERP gave them, to everyone who may read the capability. */
@Injectable()
export class ErpAnswers {
  constructor(
    private readonly reads: ErpReads,
    private readonly known: KnownQuestions,
  ) {}

  async to<O extends ErpOperation>(operation: O, question: ErpQuestion<O>): Promise<ErpAnswer<ViewOf<O>>> {
    const read = erpReadOf(operation, question);
    const answer = await this.reads.read(read);
    const { asked, fresh } = question;
    if (asked !== undefined && !fresh) this.known.remember(asked, read as unknown as ErpRead);
    return answer;
  }
}
