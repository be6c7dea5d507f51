import { Injectable, type PipeTransform } from '@nestjs/common';
import { DomainError, isId } from '@headwater/kernel';

/** The id of something owned in a path; text that cannot be one names nothing. */
@Injectable()
export class OwnedIdPipe implements PipeTransform<string, string> {
  transform(text: string): string {
    if (!isId(text)) throw new DomainError('not-found', 'Nothing here has this id.');
    return text;
  }
}
