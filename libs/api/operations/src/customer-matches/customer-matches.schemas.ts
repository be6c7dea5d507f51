import { ID, listOf, nullable, oneOf, refTo, type SchemaBook, shapeOf, TEXT } from '@headwater/api/openapi';
import {
  type CustomerCandidate,
  type CustomerMatch,
  type CustomerMatchPage,
  MATCH_GRADES,
  MATCH_REASONS,
} from '@headwater/erp-contracts';
import { sectionOf } from '../schemas/answer-schemas';

export const CUSTOMER_MATCH_SCHEMAS: SchemaBook = {
  CustomerCandidate: shapeOf<CustomerCandidate>({
    customer: refTo('CustomerView'),
    grade: oneOf(MATCH_GRADES),
    because: listOf(oneOf(MATCH_REASONS)),
  }),
  CustomerMatch: shapeOf<CustomerMatch>({
    accountId: ID,
    accountName: TEXT,
    section: sectionOf(listOf(refTo('CustomerCandidate'))),
  }),
  CustomerMatchPage: shapeOf<CustomerMatchPage>({
    items: listOf(refTo('CustomerMatch')),
    nextCursor: nullable(TEXT),
  }),
};
