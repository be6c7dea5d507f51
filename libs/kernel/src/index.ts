export {
  isCalendarDate,
  systemClock,
  toInstant,
  utcDateOf,
  type CalendarDate,
  type Clock,
  type Instant,
} from './clock';
export {
  addDecimals,
  compareDecimals,
  isDecimal,
  isZero,
  multiplyDecimals,
  roundDecimal,
  scaleOf,
  subtractDecimals,
  sumDecimals,
  trimDecimal,
  type Decimal,
} from './decimal';
export { ERP_REF_KINDS, type ErpRef, type ErpRefKind } from './erp-ref';
export { isId, newId } from './ids';
export { percentOff } from './percent-off';
export { isPositive, money, sumMoney, type Money } from './money';
export { type BoundedCount, type CountedPage, type ListPosition, type Page, type PositionedPage } from './page';
export {
  DomainError,
  PROBLEM_CODES,
  RateLimitedError,
  StaleVersionError,
  type FieldError,
  type Problem,
  type ProblemCode,
} from './problem';
export { quantity, type Quantity } from './quantity';
export { type RecordVersion } from './record-version';
