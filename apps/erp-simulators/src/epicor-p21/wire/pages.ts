import type { VendorAnswer } from '../../simulator';
import { escaped } from './data-contract-xml';

/** What WCF says where no operation answers to an address. */
export function endpointNotFound(): VendorAnswer {
  return page(404, 'Service', 'Endpoint not found.');
}

/** What WCF says where the body is not of the kind the Content-Type names. */
export function requestError(): VendorAnswer {
  return page(
    400,
    'Request Error',
    "The server encountered an error processing the request. The exception message is 'The incoming message has an unexpected message format 'Raw'.'. See server logs for more details.",
  );
}

/** What the web server says itself, before P21 sees the call. */
export function webServerNotFound(): VendorAnswer {
  return page(404, '404 - File or directory not found.', 'The resource you are looking for might have been removed.');
}

export function page(status: number, title: string, text: string): VendorAnswer {
  const body = `<!DOCTYPE html>
<html><head><title>${escaped(title)}</title></head>
<body><div id="content"><p class="heading1">${escaped(title)}</p><p>${escaped(text)}</p></div></body></html>
`;
  return { status, contentType: 'text/html; charset=UTF-8', body };
}
