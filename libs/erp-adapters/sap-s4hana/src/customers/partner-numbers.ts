import { plainKey } from '../keys';

/**
 * Which customer a business partner is, as far as it was read. The two numbers may differ, and change notices name
 * the business partner alone. Held in memory only, and bounded.
 */
export interface PartnerNumbers {
  learn(partner: string, customer: string): void;
  customerOf(partner: string): string | undefined;
}

const MOST_NUMBERS = 20_000;

export function createPartnerNumbers(): PartnerNumbers {
  const customers = new Map<string, string>();
  return {
    learn(partner, customer) {
      const [oldest] = customers.keys();
      if (customers.size >= MOST_NUMBERS && oldest !== undefined) customers.delete(oldest);
      customers.set(plainKey(partner), plainKey(customer));
    },
    customerOf: (partner) => customers.get(plainKey(partner)),
  };
}
