import { isId } from '@headwater/kernel';
import { ValidateBy } from 'class-validator';

/** The id of something Headwater owns. */
export function IsOwnedId(called: string): PropertyDecorator {
  return ValidateBy(
    { name: 'isOwnedId', validator: { validate: (value) => typeof value === 'string' && isId(value) } },
    { message: `${called} must be an id, as a list answers it.` },
  );
}
