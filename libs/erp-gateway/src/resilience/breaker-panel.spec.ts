import { ManualClock } from '../testing/manual-clock';
import { BreakerPanel } from './breaker-panel';
import type { CallVerdict } from './call-verdict';

function aPanel(patientProbes = true) {
  const clock = new ManualClock();
  const changes: string[] = [];
  const panel = new BreakerPanel({
    clock,
    random: () => 0.5,
    patientProbes,
    changed: (endpointClass, state) => changes.push(`${endpointClass} ${state}`),
  });
  const end = (endpointClass: string, verdict: CallVerdict, times = 1): void => {
    for (let call = 0; call < times; call += 1) panel.pass(endpointClass).ended(verdict);
  };
  return { panel, clock, changes, end };
}

describe('the breakers of a connection', () => {
  it('keep back one kind of calls that gets no answer, and not the others', () => {
    const { panel, end, changes } = aPanel();
    end('credit.get', 'no-answer', 6);
    expect(panel.refusal('credit.get')).toEqual({ because: 'no-answer', waitMs: 600 });
    expect(panel.refusal('orders.get')).toBeUndefined();
    expect([panel.isClosed('credit.get'), panel.isClosed('orders.get')]).toEqual([false, true]);
    expect(changes).toEqual(['credit.get open']);
  });

  it('keep back all calls when several kinds got no answer at all, also those never tried', () => {
    const { panel, end, changes } = aPanel();
    end('credit.get', 'no-answer', 3);
    end('orders.get', 'no-answer', 3);
    expect(panel.refusal('items.get')).toMatchObject({ because: 'no-answer' });
    expect(changes).toEqual(['connection open']);
  });

  it.each(['limited', 'unknown'] as const)('learn nothing from a call whose verdict is %s', (verdict) => {
    const { panel, end } = aPanel();
    end('orders.get', verdict, 50);
    expect(panel.isClosed('orders.get')).toBe(true);
  });

  it('let only one call probe the whole connection, whatever its kind, and any number after it was answered', async () => {
    const { panel, end, clock } = aPanel();
    end('credit.get', 'no-answer', 6);
    end('orders.get', 'no-answer', 6);
    await clock.advance(3_000);
    const probe = panel.pass('orders.get');
    expect(probe.isProbe).toBe(true);
    expect(panel.refusal('credit.get')).toMatchObject({ waitMs: 3_000 });
    probe.ended('answered');
    expect(panel.refusal('orders.get')).toBeUndefined();
    const several = [panel.pass('credit.get'), panel.pass('credit.get')];
    expect(several.map(({ isProbe }) => isProbe)).toEqual([false, false]);
    expect(panel.refusal('credit.get')).toBeUndefined();
  });

  it('keep one kind back again that still gets no answer, when the whole connection has come back', async () => {
    const { panel, end, clock } = aPanel();
    end('credit.get', 'no-answer', 6);
    end('orders.get', 'no-answer', 6);
    await clock.advance(3_000);
    end('orders.get', 'answered');
    end('credit.get', 'no-answer', 6);
    expect([panel.isClosed('credit.get'), panel.isClosed('orders.get')]).toEqual([false, true]);
  });

  it('let one probe at a time keep its time, and the others make way', async () => {
    const { panel, end, clock } = aPanel();
    end('orders.get', 'no-answer', 6);
    await clock.advance(3_000);
    const patient = panel.pass('orders.get');
    await clock.advance(3_000);
    const quick = panel.pass('orders.get');
    expect([patient.timeoutMs, quick.timeoutMs]).toEqual([undefined, 2_400]);
    patient.ended('no-answer');
    await clock.advance(3_000);
    expect(panel.pass('orders.get').timeoutMs).toBeUndefined();
  });

  it('let every probe keep its time where there is one place only', async () => {
    const { panel, end, clock } = aPanel(false);
    end('orders.get', 'no-answer', 6);
    for (let probe = 0; probe < 2; probe += 1) {
      await clock.advance(3_000);
      expect(panel.pass('orders.get').timeoutMs).toBeUndefined();
    }
  });
});

describe('credentials that are refused', () => {
  it('keep all calls back after the third time, but for one in half a minute, until one is answered', async () => {
    const { panel, end, clock, changes } = aPanel();
    end('orders.get', 'refused', 2);
    end('orders.get', 'answered');
    end('orders.get', 'refused', 2);
    expect(panel.refusal('items.get')).toBeUndefined();
    end('orders.get', 'refused');
    expect(panel.refusal('items.get')).toEqual({ because: 'refused', waitMs: 30_000 });
    await clock.advance(30_000);
    const probe = panel.pass('items.get');
    expect(panel.refusal('items.get')).toMatchObject({ because: 'refused' });
    probe.ended('answered');
    expect(panel.refusal('items.get')).toBeUndefined();
    expect(changes).toEqual(['credentials open', 'credentials half-open', 'credentials closed']);
  });

  it('are not mended by an ERP that does not answer', async () => {
    const { panel, end, clock } = aPanel();
    end('orders.get', 'refused', 3);
    await clock.advance(30_000);
    panel.pass('items.get').ended('no-answer');
    expect(panel.refusal('items.get')).toMatchObject({ because: 'refused' });
  });
});
