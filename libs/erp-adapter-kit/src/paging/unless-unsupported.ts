import { ErpError } from '@headwater/erp-contracts';

/**
 * One view of many, or `undefined` where the ERP's own form of it has no answer for this one: it must not take the
 * others along, and says why when it is asked about alone. Every other error is thrown.
 */
export function unlessUnsupported<T>(view: () => T): T | undefined {
  try {
    return view();
  } catch (thrown) {
    if (thrown instanceof ErpError && thrown.code === 'unsupported') return undefined;
    throw thrown;
  }
}
