import { Sessions } from '@headwater/api/edge';
import { ageHeader, cacheStatusHeader, ErpReads } from '@headwater/erp-contracts';
import { Injectable } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import { answerText } from './answer-text';
import { KnownQuestions } from './known-questions';

/** An answer that is there already, as it goes out. */
export interface KeptAnswer {
  readonly route: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Known questions of people recently seen, who may read what they ask, with a value the cache would give as it is. */
@Injectable()
export class KeptAnswers {
  constructor(
    private readonly questions: KnownQuestions,
    private readonly sessions: Sessions,
    private readonly reads: ErpReads,
  ) {}

  /** `undefined` for everything else, refusals included: the routes say why. */
  find(url: string, headers: IncomingHttpHeaders): KeptAnswer | undefined {
    const question = this.questions.find(url);
    if (question === undefined) return undefined;
    const user = this.sessions.recent(headers);
    if (user === undefined || user.ability.cannot('read', `erp.${question.capability}`)) return undefined;
    const answer = this.reads.kept(question.read);
    if (answer === undefined) return undefined;
    const said = {
      'content-type': 'application/json; charset=utf-8',
      age: ageHeader(answer.freshness),
      'cache-status': cacheStatusHeader(answer.freshness),
      'cache-control': 'private, no-store',
    };
    return { route: question.route, headers: said, text: answerText(answer) };
  }
}
