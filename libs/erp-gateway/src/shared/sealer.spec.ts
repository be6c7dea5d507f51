import { Sealer } from './sealer';

const SECRET = 'a secret key with thirty-two characters or more';
const TEXT = JSON.stringify({ price: '1249.50', lines: Array.from({ length: 50 }, () => 'PLANTED') });

describe('the sealer', () => {
  it('opens in another process with the same secret what one sealed', async () => {
    const sealed = await new Sealer(SECRET).seal(TEXT, 'place');
    expect(await new Sealer(SECRET).open(sealed, 'place')).toBe(TEXT);
  });

  it('shows nothing, and takes less room than the text', async () => {
    const sealed = await new Sealer(SECRET).seal(TEXT, 'place');
    expect(sealed.toString('latin1')).not.toContain('PLANTED');
    expect(sealed.length).toBeLessThan(TEXT.length);
  });

  it('opens nothing for another place, another secret, or after a bit was changed', async () => {
    const sealer = new Sealer(SECRET);
    const sealed = await sealer.seal(TEXT, 'place');
    expect(await sealer.open(sealed, 'elsewhere')).toBeUndefined();
    expect(await new Sealer(`${SECRET}!`).open(sealed, 'place')).toBeUndefined();
    for (const at of [0, 5, 20, 40, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(await sealer.open(changed, 'place')).toBeUndefined();
    }
    expect(await sealer.open(Buffer.from('short'), 'place')).toBeUndefined();
  });

  it('never seals two texts alike', () => {
    const [one, other] = [new Sealer(SECRET), new Sealer(SECRET)];
    const sealed = [one.sealNow('x', 'p'), one.sealNow('x', 'p'), other.sealNow('x', 'p')];
    expect(new Set(sealed.map((each) => each.toString('hex'))).size).toBe(3);
    expect(sealed.map((each) => other.openNow(each, 'p'))).toEqual(['x', 'x', 'x']);
  });

  it('names equal texts alike in every process, and tells nothing of them', () => {
    expect(new Sealer(SECRET).nameOf('item:A')).toEqual(new Sealer(SECRET).nameOf('item:A'));
    expect(new Sealer(SECRET).nameOf('item:A')).not.toEqual(new Sealer(`${SECRET}!`).nameOf('item:A'));
    expect(new Sealer(SECRET).nameOf('item:A')).toHaveLength(16);
  });
});
