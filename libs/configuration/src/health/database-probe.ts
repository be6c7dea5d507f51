/** Whether what Headwater owns can be read at all. */
export abstract class DatabaseProbe {
  /** Never throws: a database that does not answer is the answer `false`. */
  abstract answers(): Promise<boolean>;
}
