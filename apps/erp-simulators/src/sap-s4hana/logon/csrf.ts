import type { VendorAnswer, VendorRequest } from '../../simulator';
import type { Session } from './session-desk';

const READS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Every call that is not a GET needs the session's token, even a `$batch` of reads or a simulation that saves nothing. */
export function lacksCsrfToken({ method, headers }: VendorRequest, { csrfToken }: Session): boolean {
  return !READS.includes(method) && headers['x-csrf-token'] !== csrfToken;
}

/** The header of an answer to a fetch; errors carry it as well. */
export function fetchedToken({ method, headers }: VendorRequest, { csrfToken }: Session): Record<string, string> {
  const fetches = READS.includes(method) && headers['x-csrf-token']?.toLowerCase() === 'fetch';
  return fetches ? { 'x-csrf-token': csrfToken } : {};
}

export function csrfRequired(): VendorAnswer {
  return {
    status: 403,
    contentType: 'text/plain;charset=utf-8',
    body: 'CSRF token validation failed',
    headers: { 'x-csrf-token': 'Required' },
  };
}
