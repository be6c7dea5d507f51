import { startProductUnderTest } from '../../../../tools/dev/product-under-test.mts';
import { shareProduct } from './running-product';

/** Before all files: starts the product they share. */
export default async function startProduct(): Promise<void> {
  shareProduct(await startProductUnderTest());
}
