import { Injectable, type PipeTransform } from '@nestjs/common';
import { isErpKey, MAX_ERP_KEY_LENGTH } from '@headwater/erp-contracts';
import { DomainError } from '@headwater/kernel';

/** The ERP's key of something in a path. */
@Injectable()
export class ErpKeyPipe implements PipeTransform<string, string> {
  transform(text: string): string {
    if (isErpKey(text)) return text;
    const message = `number must be one line of 1 to ${MAX_ERP_KEY_LENGTH} characters, as the ERP knows it.`;
    throw new DomainError('invalid-request', 'Some of what was sent is not valid.', [{ field: 'number', message }]);
  }
}
