import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ErpChanges, ErpError, type ErpErrorCode, type ReceivedErpNotice } from '@headwater/erp-contracts';
import { DomainError, isId } from '@headwater/kernel';
import { ReceiveErpNoticeCommand } from './receive-erp-notice.command';

/** A stranger learns nothing from trying: a wrong secret looks like a connection that does not exist. */
const NOT_ACCEPTED: ReadonlySet<ErpErrorCode> = new Set(['unauthorized', 'forbidden', 'not-found', 'unsupported']);

@CommandHandler(ReceiveErpNoticeCommand)
export class ReceiveErpNoticeHandler implements ICommandHandler<ReceiveErpNoticeCommand> {
  constructor(private readonly changes: ErpChanges) {}

  async execute({ connectionId, notice }: ReceiveErpNoticeCommand): Promise<ReceivedErpNotice> {
    if (!isId(connectionId)) throw notAccepted();
    try {
      return await this.changes.receive(connectionId, notice);
    } catch (error) {
      if (!(error instanceof ErpError)) throw error;
      if (NOT_ACCEPTED.has(error.code)) throw notAccepted();
      if (error.code === 'bad-response') throw new DomainError('invalid-request', 'The notice cannot be read.');
      throw error;
    }
  }
}

function notAccepted(): DomainError {
  return new DomainError('unauthorized', 'The notice does not prove that it comes from a connected ERP.');
}
