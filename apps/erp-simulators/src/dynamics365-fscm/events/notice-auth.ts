import type { VendorNotice } from '../../simulator';
import type { FscmOptions } from '../options';

/** Where the endpoint's registration put the secret: `?code=`, a header, or another query value. */
export function withSecret(notice: VendorNotice, secret: string, options: FscmOptions): VendorNotice {
  switch (options.noticeAuth) {
    case 'webhook-key':
      return { ...notice, query: { code: secret } };
    case 'http-query':
      return { ...notice, query: { [options.noticeSecretQuery]: secret } };
    case 'http-header':
      return { ...notice, headers: { ...notice.headers, [options.noticeSecretHeader]: secret } };
  }
}
