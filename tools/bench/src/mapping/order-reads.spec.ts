import { systemClock } from '@headwater/kernel';
import { startAnswering } from './answering';
import { BENCHED_ERPS } from './benched-erps';
import { ORDER_READS } from './order-reads';

describe.each(Object.entries(BENCHED_ERPS))('%s', (_, erp) => {
  it.each(ORDER_READS)('gives all of $name', async (read) => {
    const answering = await startAnswering(read.answers(erp));
    const connection = erp
      .adapter({ clock: systemClock })
      .connect({ connectionId: 'bench', settings: erp.settings(answering.origin) });
    try {
      await expect(read.run(connection, erp)).resolves.toBe(read.expected);
      const texts = answering.exchanges().map(({ text }) => text);
      expect(texts).not.toContain('');
    } finally {
      await connection.close();
      await answering.close();
    }
  });
});
