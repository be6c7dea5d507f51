import { stopSharedProduct } from './running-product';

/** After all files. */
export default function stopProduct(): Promise<void> {
  return stopSharedProduct();
}
