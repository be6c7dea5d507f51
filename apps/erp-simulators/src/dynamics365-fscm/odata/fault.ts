import type { VendorAnswer } from '../../simulator';
import type { FscmOptions } from '../options';

/** Thrown wherever a call cannot be answered; what happened stands in the inner error. */
export class ODataFault extends Error {
  override readonly name = 'ODataFault';

  constructor(
    message: string,
    readonly status = 400,
    readonly type = QUERY_FAULT,
  ) {
    super(message);
  }
}

/** A call that a read-only client must not send: answered like a failed write, and written into the log. */
export class ODataViolation extends Error {
  override readonly name = 'ODataViolation';
}

const QUERY_FAULT = 'Microsoft.OData.Core.ODataException';
const WRITE_FAULT = 'Microsoft.Dynamics.Platform.Integration.Services.OData.AxODataWriteException';

/** The outer code is empty and the outer message says nothing. */
export function faultAnswer({ status, message, type }: ODataFault): VendorAnswer {
  const innererror = {
    message,
    type,
    stacktrace: '   at Microsoft.Dynamics.Platform.Integration.Services.OData.ODataPipeline.Execute()',
  };
  return jsonAnswer(status, { error: { code: '', message: 'An error has occurred.', innererror } });
}

/** A business fault: the ERP understood and refuses. Some come as 400, some as 500. */
export function businessFault(message: string, status: number): VendorAnswer {
  return faultAnswer(new ODataFault(message, status, WRITE_FAULT));
}

export function violationAnswer(why: string, { businessFaultStatus }: FscmOptions): VendorAnswer {
  return {
    ...businessFault('Write failed: the user has no rights to change the record.', businessFaultStatus),
    violation: why,
  };
}

/** What stands before OData has other words: a bare message, or a page for people. */
export function frontEndAnswer(status: number, message: string, { frontEndErrors }: FscmOptions): VendorAnswer {
  if (frontEndErrors === 'message') return jsonAnswer(status, { Message: message });
  const body = `<!DOCTYPE html>\n<html><head><title>${status}</title></head><body><h2>Server Error</h2><p>${message}</p></body></html>`;
  return { status, contentType: 'text/html; charset=utf-8', body };
}

export function jsonAnswer(status: number, body: unknown): VendorAnswer {
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}
