/** `npm run bench -- --only mapping`: the mapping alone, which needs neither the product nor its simulators. */
import { printResult } from '../print-result';
import { mappingThroughput } from './mapping-throughput';

printResult(await mappingThroughput());
