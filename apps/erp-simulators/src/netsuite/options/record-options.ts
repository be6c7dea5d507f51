/** What is not confirmed of the record API, or differs. */
export interface RecordOptions {
  /** Not confirmed: lists carry id and link only. */
  readonly listItems: 'id-only' | 'with-fields';
  /** `q` needs the SuiteAnalytics Workbook feature and its permission. */
  readonly searching: 'permitted' | 'forbidden';
  /** Date texts in `q`. */
  readonly queryDates: 'account-format' | 'iso' | 'both';
  /** Not confirmed: `fields=` trims a body. */
  readonly fieldsParameter: 'honoured' | 'ignored';
  /** Not confirmed: `eid:` finds a record by its external id. */
  readonly externalIds: 'found' | 'refused';
  /** Not confirmed: sublists may carry `count`, `hasMore`, `offset` and `totalResults`. */
  readonly sublistCounts: 'absent' | 'present';
  /** Not confirmed: the packages of a fulfilment are named for the carrier. */
  readonly packageSublist: 'by-carrier' | 'always-package';
  /** Whether package fields end with the carrier's name too. */
  readonly packageFields: 'plain' | 'with-carrier';
  /** A line's unit as a reference or as a bare id. */
  readonly lineUnits: 'reference' | 'id';
}

export const DEFAULT_RECORD: RecordOptions = {
  listItems: 'id-only',
  searching: 'permitted',
  queryDates: 'both',
  fieldsParameter: 'honoured',
  externalIds: 'found',
  sublistCounts: 'absent',
  packageSublist: 'by-carrier',
  packageFields: 'plain',
  lineUnits: 'reference',
};
