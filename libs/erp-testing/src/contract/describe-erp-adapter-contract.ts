import { withBench } from './bench';
import { contractGroups } from './contract-groups';
import type { ErpAdapterContract } from './erp-adapter-contract';

/** Far beyond any deadline of a check, so that a check, not the test runner, says what hangs. */
const TEST_TIMEOUT_MS = 30_000;

/** The contract suite: one test per check, each against an ERP of its own over real HTTP. */
export function describeErpAdapterContract(contract: ErpAdapterContract): void {
  describe(`the contract of ${contract.adapter.manifest.name}`, () => {
    for (const group of contractGroups(contract)) {
      describe(group.name, () => {
        for (const check of group.checks) {
          it(check.name, () => withBench(contract, check.run), TEST_TIMEOUT_MS);
        }
      });
    }
  });
}
