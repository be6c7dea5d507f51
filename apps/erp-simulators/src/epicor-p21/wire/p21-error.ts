import type { Clock } from '@headwater/kernel';
import type { P21Options } from '../options';
import { microsoftDate } from './microsoft-date';
import { replyOf, type P21Reply } from './reply';

export const BUSINESS_EXCEPTION = 'P21.Business.Common.BusinessException';
export const PROPHET_EXCEPTION = 'P21.Common.Exceptions.Prophet21Exception';
export const ARGUMENT_EXCEPTION = 'System.ArgumentException';

/** Thrown by REST calls; becomes the P21 envelope. */
export class P21Error extends Error {
  override readonly name = 'P21Error';

  constructor(
    readonly status: number,
    readonly errorType: string,
    message: string,
  ) {
    super(message);
  }
}

export interface EnvelopeParts {
  readonly status: number;
  readonly errorType: string;
  readonly message: string;
  readonly violation?: string;
}

/** The envelope of every REST error. It tells the name of the host, and on some sites the stack. */
export function errorReply(parts: EnvelopeParts, options: P21Options, clock: Clock): P21Reply {
  const { status, errorType, message, violation } = parts;
  const value = {
    DateTimeStamp: microsoftDate(clock.now()),
    ErrorMessage: message,
    ErrorType: errorType,
    HostName: options.hostName,
    InnerException: options.innerException === 'stack' ? innerException(message) : null,
  };
  return { ...replyOf(status, 'ErrorMessage', value), ...(violation === undefined ? {} : { violation }) };
}

function innerException(message: string): unknown {
  return {
    ErrorMessage: message,
    ErrorType: PROPHET_EXCEPTION,
    StackTrace: String.raw`   at P21.Business.Rest.Dispatch(Message message) in D:\Builds\P21\Rest\Dispatch.cs:line 412`,
  };
}
