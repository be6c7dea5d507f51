/** Rises from notice to notice, with gaps: the sequence is shared with what happens elsewhere in the ERP. */
export class ControlNumbers {
  private last = 5_637_144_576n;
  private step = 1n;

  next(): bigint {
    this.step = (this.step * 7n + 3n) % 11n;
    this.last += this.step + 1n;
    return this.last;
  }
}
