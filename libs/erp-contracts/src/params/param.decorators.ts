import { isCalendarDate } from '@headwater/kernel';
import { Transform } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { isErpKey, MAX_ERP_KEY_LENGTH } from './erp-key';
import { allOf, Passes } from './text-check.decorator';

export const MAX_SEARCH_LENGTH = 100;
export const MAX_CURSOR_LENGTH = 2_000;

interface Raw {
  readonly value: unknown;
}

/** The ERP's key of something: a customer, order or warehouse number. */
export function IsErpKey(): PropertyDecorator {
  return Passes({
    name: 'isErpKey',
    problemOf: (value, field) =>
      isErpKey(value)
        ? undefined
        : `${field} must be given once, as one line of 1 to ${MAX_ERP_KEY_LENGTH} characters, as the ERP knows it.`,
  });
}

/** Words to search for. */
export function IsSearchText(): PropertyDecorator {
  return allOf(
    Transform(({ value }: Raw) => (typeof value === 'string' ? value.trim() : value)),
    Passes({
      name: 'isSearchText',
      problemOf: (value, field) =>
        typeof value === 'string' && value.trim() !== '' && value.length <= MAX_SEARCH_LENGTH
          ? undefined
          : `${field} must be given once, with 1 to ${MAX_SEARCH_LENGTH} characters to search for.`,
    }),
  );
}

/** `true` or `false` in a query string, or a real boolean. */
export function IsFlag(field: string): PropertyDecorator {
  return allOf(
    IsOptional(),
    Transform(({ value }: Raw) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsBoolean({ message: `${field} must be true or false.` }),
  );
}

export function IsPageSize(most: number): PropertyDecorator {
  return allOf(
    Transform(({ value }: Raw) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value)),
    IsInt({ message: 'limit must be a whole number.' }),
    Min(1, { message: 'limit is at least 1.' }),
    Max(most, { message: `limit is at most ${most}; read further pages with cursor.` }),
  );
}

export function IsPageCursor(): PropertyDecorator {
  return allOf(
    IsOptional(),
    Passes({
      name: 'isPageCursor',
      problemOf: (value) =>
        typeof value === 'string' && value !== '' && value.length <= MAX_CURSOR_LENGTH
          ? undefined
          : 'cursor must be the nextCursor of the page before, unchanged.',
    }),
  );
}

/** A field name, with `-` before it for descending. What a connection sorts by stands in its manifest. */
export function IsSort(): PropertyDecorator {
  return allOf(
    IsOptional(),
    Matches(/^-?[A-Za-z]{1,40}$/, {
      message: 'sort must be the name of one field, with - before it for descending, for example -orderedOn.',
    }),
  );
}

export function IsDay(): PropertyDecorator {
  return allOf(
    IsOptional(),
    Passes({
      name: 'isDay',
      problemOf: (value, field) =>
        typeof value === 'string' && isCalendarDate(value) ? undefined : `${field} must be a day such as 2026-11-23.`,
    }),
  );
}
