/** One version of one owned record: what a change is made to. */
export interface RecordVersion {
  readonly id: string;
  readonly version: number;
}
