/** One ERP in a process of its own: sent which read to answer, it says where it listens, and later what it was asked. */
import { type Answering, startAnswering } from './answering';
import { BENCHED_ERPS } from './benched-erps';
import { ORDER_READS } from './order-reads';

/** What the process is told. */
export type Told = { readonly adapter: string; readonly read: string } | 'forget' | 'exchanges';

let answering: Answering | undefined;

async function begin(adapter: string, readName: string): Promise<{ readonly origin: string }> {
  const erp = BENCHED_ERPS[adapter];
  const read = ORDER_READS.find(({ name }) => name === readName);
  if (erp === undefined || read === undefined) throw new Error(`Nothing answers ${readName} of ${adapter}.`);
  answering = await startAnswering(read.answers(erp));
  return { origin: answering.origin };
}

process.on('message', (told: Told) => {
  if (told === 'forget') answering?.forget();
  else if (told === 'exchanges') process.send?.(answering?.exchanges() ?? []);
  else void begin(told.adapter, told.read).then((begun) => process.send?.(begun));
});
