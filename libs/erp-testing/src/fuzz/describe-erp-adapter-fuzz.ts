import {
  type CapabilityReaders,
  capabilityOf,
  ErpError,
  type ErpOperation,
  type Reading,
} from '@headwater/erp-contracts';
import fc from 'fast-check';
import { anErpCall } from '../builders/reading.builder';
import type { Ask } from '../contract/bench';
import { flawsOfReading } from '../shapes/operation-shapes';
import { fuzzRuns } from './env';
import { mutated, mutations } from './mutations';

/** An answer of the ERP on its way to the adapter: parsed JSON in, parsed JSON out. */
export type Spoil = (answer: unknown) => unknown;

export interface ErpAdapterFuzz {
  /** The adapter's readers over its fixtures, each answer of the ERP handed through `spoil`; no sockets. */
  readonly readersOver: (spoil: Spoil) => Partial<CapabilityReaders>;
  /** What is asked; one of each operation the adapter has. */
  readonly asks: readonly Ask[];
  /** Texts of odd values that must not show in a message, beside the ones every run plants. */
  readonly neverTold?: RegExp;
}

/** Odd values the mutations plant, as they would look in a message that tells too much. */
const PLANTED = /1,234|12345678901234567890|somethingNew/;
const HALF_READ = /NaN|undefined|\[object/;

type AnyReader = Readonly<Record<string, (query: unknown, call: unknown) => Promise<Reading<unknown>>>>;

function read(readers: Partial<CapabilityReaders>, { operation, query }: Ask): Promise<Reading<unknown>> {
  const capability = capabilityOf(operation);
  const reader = readers[capability] as unknown as AnyReader | undefined;
  const method = reader?.[operation.slice(capability.length + 1)];
  if (method === undefined) throw new TypeError(`there is no reader for ${operation}`);
  return method(query, anErpCall());
}

/**
 * Whatever an ERP answers ends in a well-formed view or an `ErpError`: fields gone, doubled, of another type, in
 * another case, with vendor dates, padding or absurd numbers in them. At least one mutation must have been noticed, or
 * the fixtures are not what the adapter reads.
 */
export function describeErpAdapterFuzz(name: string, fuzz: ErpAdapterFuzz): void {
  describe(`whatever ${name} answers`, () => {
    it.each(fuzz.asks.map((ask) => [ask.operation, ask] as const))(
      '%s ends in a well-formed view or an ErpError',
      async (operation, ask) => {
        expect(
          flawsOfReading(
            operation,
            await read(
              fuzz.readersOver((answer) => answer),
              ask,
            ),
          ),
        ).toEqual([]);
        expect(await countFailures(fuzz, operation, ask)).toBeGreaterThan(0);
      },
      60_000 + fuzzRuns * 100,
    );
  });
}

async function countFailures(fuzz: ErpAdapterFuzz, operation: ErpOperation, ask: Ask): Promise<number> {
  let failures = 0;
  await fc.assert(
    fc.asyncProperty(mutations, async (changes) => {
      try {
        const reading = await read(
          fuzz.readersOver((answer) => mutated(answer, changes)),
          ask,
        );
        expect(flawsOfReading(operation, reading)).toEqual([]);
        expect(JSON.stringify(reading)).not.toMatch(HALF_READ);
      } catch (error) {
        if (!(error instanceof ErpError)) throw error;
        failures += 1;
        expect(error.message).not.toMatch(PLANTED);
        if (fuzz.neverTold !== undefined) expect(error.message).not.toMatch(fuzz.neverTold);
      }
    }),
    { numRuns: fuzzRuns },
  );
  return failures;
}
