/** One adapter in a process of its own: measures its reads, and says what they cost. */
import { adapterCosts } from './adapter-costs';
import { BENCHED_ERPS } from './benched-erps';

const [adapter = ''] = process.argv.slice(2);
const erp = BENCHED_ERPS[adapter];
if (erp === undefined) throw new Error(`No adapter named ${adapter} is benched.`);
process.send?.(await adapterCosts(adapter, erp));
process.disconnect();
