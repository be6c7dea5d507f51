import { Injectable, type PipeTransform } from '@nestjs/common';
import { isOverviewCapability, OVERVIEW_CAPABILITIES, type OverviewCapability } from '@headwater/erp-contracts';
import { DomainError } from '@headwater/kernel';

@Injectable()
export class OverviewCapabilityPipe implements PipeTransform<string, OverviewCapability> {
  transform(text: string): OverviewCapability {
    if (isOverviewCapability(text)) return text;
    const message = `capability must be one of ${OVERVIEW_CAPABILITIES.join(', ')}.`;
    throw new DomainError('invalid-request', 'There is no such panel.', [{ field: 'capability', message }]);
  }
}
