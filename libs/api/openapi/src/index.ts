export { Answers, AnswersNothing, type AnswerOptions } from './answers.decorator';
export { completeDocument } from './complete-document';
export { describeParams, type RuleSchemas } from './describe-params';
export {
  DAY,
  DECIMAL,
  described,
  FLAG,
  ID,
  INSTANT,
  listOf,
  mapOf,
  NUMBER,
  nullable,
  oneOf,
  optional,
  refTo,
  type Schema,
  type SchemaBook,
  shapeOf,
  TEXT,
  WHOLE_NUMBER,
} from './schema';
export { countedPageOf, SHARED_SCHEMAS } from './shared-schemas';
