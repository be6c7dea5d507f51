import { ErpError, type RawErpNotice, type TranslatedNotice } from '@headwater/erp-contracts';

/**
 * The answer to `OPTIONS`, by which a webhook asks whether it may send (CloudEvents 1.0 web hooks, section 4). It
 * gives leave to send and nothing else: each notice has to carry the secret. Throws `forbidden` for a stranger.
 */
export function handshake({ headers }: RawErpNotice, origins: ReadonlySet<string>): TranslatedNotice {
  const origin = headers['webhook-request-origin']?.trim() ?? '';
  if (origin === '' || /[\r\n]/.test(origin)) {
    throw new ErpError('bad-response', 'The handshake does not say who asks.');
  }
  if (!origins.has('*') && !origins.has(origin)) {
    throw new ErpError('forbidden', 'The handshake comes from an origin the settings do not name.');
  }
  const reply = { status: 200, headers: { 'webhook-allowed-origin': origin, 'webhook-allowed-rate': '*' } };
  return { id: `handshake:${origin}`, changes: [], reply };
}
