import { optionalRows, rowsOf } from './tables';
import { bagOf } from './value-bag';

describe('tables', () => {
  it.each([
    ['of the current version', { tOeordV5: { 't-oeordV5': [{ orderNo: 1 }] } }],
    ['of another version', { tOeordV7: { 't-oeordV7': [{ orderNo: 1 }] } }],
    ['without a version', { tOeord: { 't-oeord': [{ orderNo: 1 }] } }],
    ['in lower case', { toeordv5: { toeordv5: [{ ORDERNO: 1 }] } }],
    ['without a container', { tOeordV5: [{ orderNo: 1 }] }],
  ])('are found %s', (_, response) => {
    expect(rowsOf(response, 'oeord')).toEqual([{ orderno: 1 }]);
  });

  it.each([
    ['null', { tOeordV5: null }],
    ['an empty container', { tOeordV5: {} }],
    ['a container of null', { tOeordV5: { 't-oeordV5': null } }],
    ['an empty array', { tOeordV5: { 't-oeordV5': [] } }],
  ])('are empty as %s', (_, response) => {
    expect(rowsOf(response, 'oeord')).toEqual([]);
  });

  it.each([
    ['text', { tOeordV5: 'x' }],
    ['two arrays', { tOeordV5: { a: [], b: [] } }],
    ['rows that are none', { tOeordV5: { a: [1] } }],
    ['nothing at all', { cErrorMessage: '' }],
  ])('are a bad response as %s', (_, response) => {
    expect(() => rowsOf(response, 'oeord')).toThrow(expect.objectContaining({ code: 'bad-response' }));
  });

  it('are told apart where one name begins with another', () => {
    const response = { tOemultprcoutV3: { a: [{ price: 1 }] }, tOemultprcoutbrk: { a: [{ quantitybreak1: 5 }] } };
    expect(rowsOf(response, 'oemultprcout')).toEqual([{ price: 1 }]);
    expect(optionalRows(response, 'oemultprcoutbrk')).toEqual([{ quantitybreak1: 5 }]);
    expect(optionalRows(response, 'outfieldvalue')).toBeUndefined();
  });
});

describe('name and value pairs', () => {
  it('become one row, whatever their spelling, without rows of single lines', () => {
    const rows = [
      { fieldname: 'CustPO', fieldvalue: ' PO-1 ' },
      { fieldname: 'custpo', fieldvalue: 'later' },
      { fieldname: 'whse', fieldvalue: '' },
      { fieldname: 'whse', fieldvalue: 'MAIN' },
      { fieldname: 'linelevel-price', fieldvalue: '9', seqno: 1 },
      { fieldname: null, fieldvalue: 'x' },
    ];
    expect(bagOf(rows)).toEqual({ custpo: ' PO-1 ', whse: 'MAIN' });
  });
});
