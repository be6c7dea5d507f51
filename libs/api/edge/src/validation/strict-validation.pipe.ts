import { Injectable, ValidationPipe } from '@nestjs/common';
import { DomainError, type FieldError } from '@headwater/kernel';
import * as classTransformer from 'class-transformer';
import * as classValidator from 'class-validator';

/** Refuses what a DTO does not name, and says of every field what is wrong and how to put it right. */
@Injectable()
export class StrictValidationPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      validatorPackage: classValidator,
      transformerPackage: classTransformer,
      exceptionFactory: (errors) => invalidRequest(fieldErrorsOf(errors)),
    });
  }
}

/** The failure of a request whose fields break rules. */
export function invalidRequest(errors: readonly FieldError[]): DomainError {
  return new DomainError('invalid-request', 'Some of what was sent is not valid.', errors);
}

interface BrokenRule {
  readonly property: string;
  readonly constraints?: { readonly [rule: string]: string };
  readonly children?: readonly BrokenRule[];
}

export function fieldErrorsOf(broken: readonly BrokenRule[], parent = ''): FieldError[] {
  return broken.flatMap(({ property, constraints = {}, children = [] }) => {
    const field = parent === '' ? property : `${parent}.${property}`;
    const own = Object.entries(constraints).map(([rule, message]) => ({
      field,
      message: worded(rule, field, message),
    }));
    return [...own, ...fieldErrorsOf(children, field)];
  });
}

function worded(rule: string, field: string, message: string): string {
  if (rule === 'whitelistValidation') return `There is no field "${field}" here.`;
  if (rule === 'unknownValue' || rule === 'isObject') return 'Send one JSON object.';
  return message;
}
