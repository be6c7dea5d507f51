/** `npm run e2e`: the end-to-end tests alone, against the product as it is built. */
import { buildProduct } from './build-product.mts';
import { runJest, testedProjects } from './jest.mts';

await buildProduct();
const projects = testedProjects().filter((name) => name.startsWith('e2e-'));
process.exitCode = await runJest(projects, ['--runInBand', ...process.argv.slice(2)]);
