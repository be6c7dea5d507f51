import type { Random } from '../random';

/** Numbers in the form each carrier gives them. */
export function trackingNumber(carrier: string, random: Random): string {
  const digits = (count: number): string => String(random.integer(0, 10 ** count - 1)).padStart(count, '0');
  if (carrier === 'UPSG') return `1Z${digits(3)}HW03${digits(8)}`;
  return carrier === 'FDXG' ? `7${digits(11)}` : `${digits(3)}-${digits(6)}`;
}
