import { EventStream } from './event-stream';

async function textOf(stream: EventStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

describe('an event stream', () => {
  it('writes each message as its own event', async () => {
    const stream = new EventStream({ maxBehind: 10, onEnd: () => undefined });
    stream.send({ event: 'section', data: { text: 'two\nlines' }, id: '1' });
    stream.beat();
    stream.send({ event: 'done', data: {} });
    stream.finish();
    expect(await textOf(stream)).toBe(
      'id: 1\nevent: section\ndata: {"text":"two\\nlines"}\n\n: \n\nevent: done\ndata: {}\n\n',
    );
  });

  it('sends what waits before it ends, and nothing after', async () => {
    const stream = new EventStream({ maxBehind: 10, onEnd: () => undefined });
    stream.send({ event: 'a', data: 1 });
    stream.finish();
    stream.send({ event: 'b', data: 2 });
    expect(await textOf(stream)).not.toContain('event: b');
  });

  it('breaks for a reader who falls too far behind, instead of filling the memory', () => {
    const ended = jest.fn();
    const stream = new EventStream({ maxBehind: 3, onEnd: ended });
    for (let n = 0; n < 3; n += 1) stream.send({ event: 'change', data: n });
    expect(stream.destroyed).toBe(false);
    stream.send({ event: 'change', data: 3 });
    expect(stream.destroyed).toBe(true);
  });

  it('tells once that it ended', async () => {
    const ended = jest.fn();
    const stream = new EventStream({ maxBehind: 3, onEnd: ended });
    stream.finish();
    await textOf(stream);
    stream.destroy();
    await new Promise(setImmediate);
    expect(ended).toHaveBeenCalledTimes(1);
  });
});
