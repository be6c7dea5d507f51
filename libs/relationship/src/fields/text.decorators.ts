import { Transform } from 'class-transformer';
import { IsString, Matches, MaxLength, ValidateIf } from 'class-validator';

interface TextRules {
  /** How the field is called in messages, for example `A name`. */
  readonly called: string;
  readonly max: number;
}

// Control characters have no place in a name: they hide text from people and break exports.
const ONE_LINE = /^[^\p{Cc}\u2028\u2029]*$/u;
const SOME_TEXT = /\S/;
// The database cannot hold this character.
const NO_NUL = /^[^\0]*$/;

/** A required single line; spaces around it are dropped. */
export function RequiredLine(rules: TextRules): PropertyDecorator {
  return together(Transform(trimmed), isText(rules), notBlank(rules), isOneLine(rules));
}

/** A required text of several lines, kept as typed. */
export function RequiredText(rules: TextRules): PropertyDecorator {
  return together(isText(rules), notBlank(rules), hasNoNul(rules));
}

/** Part of a text to search for, as typed; blank means "no search". */
export function SearchText(): PropertyDecorator {
  return OptionalLine({ called: 'q', max: 100 });
}

/** A single line that may be absent; null and blank both mean "none". */
export function OptionalLine(rules: TextRules): PropertyDecorator {
  return together(Transform(trimmedOrNull), WhenGiven(), isText(rules), isOneLine(rules));
}

/** Further rules hold only where a value is given: null clears a field, absence leaves it alone. */
export function WhenGiven(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined && value !== null);
}

/** In a change, absence leaves the field alone; null is a value and has to obey the other rules. */
export function WhenNamed(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}

export function together(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, key) => decorators.forEach((decorate) => decorate(target, key));
}

function isText({ called, max }: TextRules): PropertyDecorator {
  return together(
    IsString({ message: `${called} must be text.` }),
    MaxLength(max, { message: `${called} has at most ${max.toLocaleString('en-US')} characters.` }),
  );
}

function notBlank({ called }: TextRules): PropertyDecorator {
  return Matches(SOME_TEXT, { message: `${called} must not be blank.` });
}

function hasNoNul({ called }: TextRules): PropertyDecorator {
  return Matches(NO_NUL, { message: `${called} must not hold the character U+0000.` });
}

function isOneLine({ called }: TextRules): PropertyDecorator {
  return Matches(ONE_LINE, { message: `${called} must be a single line.` });
}

function trimmed({ value }: { readonly value: unknown }): unknown {
  return typeof value === 'string' ? value.trim() : value;
}

function trimmedOrNull({ value }: { readonly value: unknown }): unknown {
  return typeof value === 'string' ? value.trim() || null : value;
}
