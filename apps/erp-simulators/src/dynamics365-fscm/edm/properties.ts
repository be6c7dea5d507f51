import type { CalendarDate, Decimal } from '@headwater/kernel';
import type { Context, EnumType, Property } from './schema';
import { ExactNumber } from './value';

type Reading<S, T> = (source: S, context: Context) => T;

/** Empty texts are `""`. */
export function text<S>(name: string, of: Reading<S, string>): Property<S> {
  return { name, type: 'Edm.String', of };
}

export function decimal<S>(name: string, of: Reading<S, Decimal>): Property<S> {
  return { name, type: 'Edm.Decimal', of: (source, context) => new ExactNumber(of(source, context)) };
}

export function integer<S>(name: string, of: Reading<S, number>): Property<S> {
  return { name, type: 'Edm.Int32', of: (source, context) => new ExactNumber(String(of(source, context))) };
}

/** 64 bits: more than a JSON number of most parsers holds. */
export function long<S>(name: string, of: Reading<S, bigint>): Property<S> {
  return { name, type: 'Edm.Int64', of: (source, context) => new ExactNumber(String(of(source, context))) };
}

/** There is no date without a time: a day is kept at noon, and no day as one in 1900. */
export function day<S>(name: string, of: Reading<S, CalendarDate | null>): Property<S> {
  return {
    name,
    type: 'Edm.DateTimeOffset',
    of: (source, context) => {
      const date = of(source, context);
      return date === null ? emptyDay(context) : `${date}T12:00:00Z`;
    },
  };
}

export function moment<S>(name: string, of: Reading<S, string>): Property<S> {
  return { name, type: 'Edm.DateTimeOffset', of };
}

export function symbol<S>(name: string, type: EnumType, of: Reading<S, string>): Property<S> {
  return { name, type, of };
}

export function undocumented<S>(property: Property<S>): Property<S> {
  return { ...property, undocumented: true };
}

export function computed<S>(property: Property<S>): Property<S> {
  return { ...property, computed: true };
}

/** Columns the simulated rows leave empty. */
export function blank<S>(...names: readonly string[]): readonly Property<S>[] {
  return names.map((name) => text<S>(name, () => ''));
}

export function emptyDay({ options }: Pick<Context, 'options'>): string {
  return options.emptyDateTime === 'noon' ? '1900-01-01T12:00:00Z' : '1900-01-01T00:00:00Z';
}
