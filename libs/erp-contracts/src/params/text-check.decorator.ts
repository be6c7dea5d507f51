import { ValidateBy, type ValidationArguments } from 'class-validator';

export interface TextCheck {
  /** Name of the rule, under which its schema is found. */
  readonly name: string;
  /** What is wrong with a value and how to put it right; undefined where nothing is. */
  readonly problemOf: (value: unknown, field: string) => string | undefined;
}

/** A rule whose message says what is wrong with this very value. */
export function Passes({ name, problemOf }: TextCheck): PropertyDecorator {
  return ValidateBy(
    { name, validator: { validate: (value, args) => problemOf(value, args?.property ?? '') === undefined } },
    { message: ({ value, property }: ValidationArguments) => problemOf(value, property) ?? '' },
  );
}

export function allOf(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}
