import type { VendorAnswer } from '../../simulator';
import type { SapOptions } from '../options';

/** Before a call reaches the gateway, the web server answers it with a page, whatever the client accepts. */
export function htmlPage(status: number, title: string, text: string): VendorAnswer {
  return {
    status,
    contentType: 'text/html; charset=utf-8',
    body: `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${status} ${title}</h1><p>${text}</p></body></html>`,
  };
}

export function logonFailed({ systemId, client }: SapOptions): VendorAnswer {
  return {
    ...htmlPage(401, 'Logon failed', 'Anmeldung fehlgeschlagen. You are not authorized to access this resource.'),
    headers: { 'www-authenticate': `Basic realm="SAP NetWeaver Application Server [${systemId}/${client}]"` },
  };
}
