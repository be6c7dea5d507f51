import { Command } from '@nestjs/cqrs';
import type { ReceivedErpNotice, RawErpNotice } from '@headwater/erp-contracts';

/** An ERP says that something changed. */
export class ReceiveErpNoticeCommand extends Command<ReceivedErpNotice> {
  constructor(
    readonly connectionId: string,
    readonly notice: RawErpNotice,
  ) {
    super();
  }
}
