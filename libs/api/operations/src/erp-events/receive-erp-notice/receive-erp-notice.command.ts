import { Command } from '@nestjs/cqrs';
import type { ErpNoticeReceipt, RawErpNotice } from '@headwater/erp-contracts';

/** An ERP says that something changed. */
export class ReceiveErpNoticeCommand extends Command<ErpNoticeReceipt> {
  constructor(
    readonly connectionId: string,
    readonly notice: RawErpNotice,
  ) {
    super();
  }
}
