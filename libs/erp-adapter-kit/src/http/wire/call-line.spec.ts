import type { ErpCallTurn } from '@headwater/erp-contracts';
import { CallLine } from './call-line';

const NEVER = new AbortController().signal;

/** Enters, and notes it. */
async function enter(line: CallLine, name: string, seen: string[]): Promise<() => void> {
  const leave = await line.enter(NEVER);
  seen.push(name);
  return leave;
}

/** Lets everything run that waits for nothing else. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

describe('the line before an origin', () => {
  it('lets in as many as it may, the others in order as places come free', async () => {
    const line = new CallLine(2);
    const seen: string[] = [];
    const first = await enter(line, 'a', seen);
    await enter(line, 'b', seen);
    const waiting = [enter(line, 'c', seen), enter(line, 'd', seen)];
    await settled();
    expect(seen).toEqual(['a', 'b']);
    first();
    first();
    await settled();
    expect(seen).toEqual(['a', 'b', 'c']);
    (await waiting[0])?.();
    await settled();
    expect(seen).toEqual(['a', 'b', 'c', 'd']);
  });

  it('lets nobody overtake', async () => {
    const line = new CallLine(1);
    const seen: string[] = [];
    const leave = await enter(line, 'a', seen);
    void enter(line, 'b', seen);
    leave();
    void enter(line, 'c', seen);
    await settled();
    expect(seen).toEqual(['a', 'b']);
  });

  it('lets people in before the background, and of people those first whose answer others wait for', async () => {
    const line = new CallLine(1);
    const seen: string[] = [];
    const leave = await enter(line, 'a', seen);
    const join = (name: string, turn: ErpCallTurn) => line.enter(NEVER, turn).then(() => seen.push(name));
    void join('sweep', { priority: 'background', followedBy: 9 });
    void enter(line, 'plain', seen);
    void join('leading', { priority: 'interactive', followedBy: 1 });
    line.resize(3);
    await settled();
    expect(seen).toEqual(['a', 'leading', 'plain']);
    leave();
    await settled();
    expect(seen).toEqual(['a', 'leading', 'plain', 'sweep']);
  });

  it('is left at the deadline, and takes nobody in who is late already', async () => {
    const line = new CallLine(1);
    const seen: string[] = [];
    const leave = await enter(line, 'a', seen);
    const gone = new AbortController();
    const waiting = line.enter(gone.signal);
    gone.abort(new Error('too late'));
    await expect(waiting).rejects.toThrow('too late');
    await expect(line.enter(gone.signal)).rejects.toThrow('too late');
    leave();
    await enter(line, 'c', seen);
    expect(seen).toEqual(['a', 'c']);
  });

  it('may be widened, and narrowed without ending anything', async () => {
    const line = new CallLine(1);
    const seen: string[] = [];
    const leaves = [await enter(line, 'a', seen)];
    const waiting = ['b', 'c'].map((name) => enter(line, name, seen));
    line.resize(3);
    leaves.push(...(await Promise.all(waiting)));
    line.resize(1);
    const last = enter(line, 'd', seen);
    leaves[0]?.();
    leaves[1]?.();
    await settled();
    expect(seen).toEqual(['a', 'b', 'c']);
    leaves[2]?.();
    await last;
    expect(seen).toEqual(['a', 'b', 'c', 'd']);
  });
});
