import { Flight, type FlightDeps, type FlightOutcome, type FlightPlan } from './flight';
import type { Stamp } from './generations';

/**
 * Which running load a reader may join.
 * - `current`: one whose question's tags did not change since it began.
 * - `unmoved`: one since whose beginning, up to the reader's own, nothing at all was invalidated.
 * - `none`: only one that begins after the reader came.
 */
export type Joins = 'current' | 'unmoved' | 'none';

export interface Passenger {
  readonly key: string;
  readonly began: Stamp;
  readonly joins: Joins;
  /** Asks past everything known before this moment; monotonic. */
  readonly notBefore?: number | undefined;
  readonly plan: FlightPlan;
  /** Files the outcome; runs before anyone hears of it, and before the next load of this key begins. */
  readonly keep: (outcome: FlightOutcome) => void;
}

export interface Boarding {
  readonly flight: Flight;
  /** True for the reader whose load it is. */
  readonly own: boolean;
}

/** Loads under way, and loads that wait for the one of their key to end. */
export interface FlightCounts {
  readonly running: number;
  readonly pending: number;
}

/** The loads of one key: at most one running, and at most one more that begins when that ends. */
interface Lane {
  running?: Flight | undefined;
  pending?: { readonly flight: Flight; readonly passenger: Passenger } | undefined;
}

/**
 * Coalesces loads. A reader that may not join the running load waits for the pending one; so does everyone after it,
 * also after further invalidations, because a load that has not begun cannot have seen anything old.
 */
export class Flights {
  readonly #lanes = new Map<string, Lane>();

  constructor(private readonly deps: FlightDeps) {}

  get counts(): FlightCounts {
    const lanes = [...this.#lanes.values()];
    return {
      running: lanes.filter(({ running }) => running !== undefined).length,
      pending: lanes.filter(({ pending }) => pending !== undefined).length,
    };
  }

  /** The load this reader waits for. Every boarding is followed by exactly one `leave`. */
  board(passenger: Passenger): Boarding {
    const boarding = this.#assign(passenger);
    boarding.flight.waiting += 1;
    return boarding;
  }

  /** A reader stops waiting: it was answered, its deadline passed, or it has gone away. */
  leave(key: string, flight: Flight, why: 'answered' | 'expired' | 'aborted'): void {
    flight.waiting -= 1;
    if (flight.ended || flight.waiting > 0) return;
    if (why === 'expired') flight.wanted = true;
    const lane = this.#lanes.get(key);
    if (lane?.pending?.flight === flight) lane.pending = undefined;
    else if (lane?.pending !== undefined || !flight.wanted || flight.isOvertaken) flight.abandon();
  }

  #assign(passenger: Passenger): Boarding {
    const lane = this.#lanes.get(passenger.key) ?? {};
    this.#lanes.set(passenger.key, lane);
    if (lane.running !== undefined && mayJoin(passenger, lane.running)) return { flight: lane.running, own: false };
    const flight = lane.pending?.flight ?? new Flight(passenger.plan, this.deps);
    if (passenger.notBefore !== undefined) flight.askPast(passenger.notBefore);
    if (lane.pending !== undefined) return { flight, own: false };
    if (lane.running !== undefined && lane.running.waiting > 0) lane.pending = { flight, passenger };
    else this.#replace(lane, flight, passenger);
    return { flight, own: true };
  }

  /** Begins a load where none runs, or only one nobody waits for. */
  #replace(lane: Lane, flight: Flight, passenger: Passenger): void {
    const forsaken = lane.running;
    lane.running = flight;
    forsaken?.abandon();
    this.#begin(lane, flight, passenger);
  }

  #begin(lane: Lane, flight: Flight, passenger: Passenger): void {
    lane.running = flight;
    flight.begin((outcome) => {
      passenger.keep(outcome);
      if (lane.running === flight) this.#next(lane, passenger.key);
    });
  }

  #next(lane: Lane, key: string): void {
    const { pending } = lane;
    lane.running = undefined;
    lane.pending = undefined;
    if (pending === undefined) this.#lanes.delete(key);
    else this.#begin(lane, pending.flight, pending.passenger);
  }
}

function mayJoin(passenger: Passenger, running: Flight): boolean {
  switch (passenger.joins) {
    case 'current':
      return !running.isOvertaken;
    case 'unmoved':
      return running.stamp !== undefined && running.stamp >= passenger.began;
    case 'none':
      return false;
  }
}
