import { type Stage, stageOf, statusOf } from './stage';
import { vendorNumber, vendorSuffix } from '../client/vendor-keys';
import { vendorStage } from './order-suffix.schema';

describe('stages', () => {
  it.each([
    ['0', 0],
    ['1', 1],
    ['Ord', 1],
    ['PCK', 2],
    ['Shp', 3],
    ['Inv', 4],
    ['Pd', 5],
    ['Can', 9],
  ])('%s is stage %d', (text, stage) => {
    expect(stageOf(text)).toBe(stage);
  });

  it.each(['6', 'Xyz', '', null, {}, true])('%j is none', (value) => {
    expect(vendorStage.safeParse(value).success).toBe(false);
  });

  it.each([
    [[1], false, 'open'],
    [[2], false, 'picked'],
    [[1, 2], false, 'picked'],
    [[3], false, 'shipped'],
    [[3, 4], false, 'shipped'],
    [[4, 5], false, 'invoiced'],
    [[5, 5], false, 'closed'],
    [[5, 9], false, 'closed'],
    [[3, 1], false, 'partly-shipped'],
    [[0], false, 'quote'],
    [[9, 9], false, 'cancelled'],
    [[1], true, 'on-hold'],
    [[3, 1], true, 'on-hold'],
    [[4], true, 'invoiced'],
  ] as const)('%j, held %s, is %s', (stages: readonly Stage[], held, status) => {
    expect(statusOf(stages, held)).toBe(status);
  });
});

describe('a suffix', () => {
  it.each([
    ['03', 3],
    [0, 0],
    [12, 12],
  ])('%j is %d', (value, suffix) => {
    expect(vendorSuffix.parse(value)).toBe(suffix);
  });

  it.each(['O', 100, -1, '', 1.5])('%j is none', (value) => {
    expect(vendorSuffix.safeParse(value).success).toBe(false);
  });
});

describe('a number of SX.e', () => {
  it('is digits, as text, from a number or a padded text', () => {
    expect(vendorNumber.parse(99999999999)).toBe('99999999999');
    expect(vendorNumber.parse('      1001')).toBe('1001');
  });

  it.each(['abc', -1, '1.5', '', null, '1234567890123'])('is not %j', (value) => {
    expect(vendorNumber.safeParse(value).success).toBe(false);
  });
});
