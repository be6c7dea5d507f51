import { businessError, isUnknown, noneIfUnknown } from './business-error';

describe('businessError', () => {
  it.each([
    ['Product/Warehouse Not Set Up', 'not-found', 'item'],
    ['Customer Not Set Up in Customer Setup - ARSC', 'not-found', 'customer'],
    ['Customer 1001 not found in company 1', 'not-found', 'customer'],
    ['Order Not Found - OEEH', 'not-found', 'order'],
    ['No records found', 'not-found', 'other'],
    ['Invalid Customer', 'not-found', 'customer'],
    ['Company Not Set Up', 'invalid-request', 'other'],
    ['Company Number 99 Not Set Up', 'invalid-request', 'other'],
    ['Invalid Company', 'invalid-request', 'other'],
    ['Operator Not Set Up', 'forbidden', 'other'],
    ['Security Violation', 'forbidden', 'other'],
    ['You do not have permission for this function', 'forbidden', 'other'],
    ['Record is locked, try again', 'unavailable', 'other'],
    ['Customer PO# is required', 'invalid-request', 'customer'],
    ['Customer PO# Already Exists', 'bad-response', 'customer'],
    ['(5678) something new', 'bad-response', 'other'],
  ])('reads %j as %s about %s', (text, code, subject) => {
    expect(businessError(text, 'c1')).toMatchObject({ code, subject, connectionId: 'c1' });
  });

  it('keeps none of the words of SX.e', () => {
    const error = businessError('Customer 4711 Not Set Up RequestCustPo:PO-99', 'c1');
    expect(JSON.stringify({ ...error, message: error.message, cause: error.cause })).not.toMatch(/4711|PO-99/);
  });

  it('lets "not found" be nothing where a caller says so, and nothing else', () => {
    expect(noneIfUnknown(businessError('Order Not Found', 'c1'))).toBeUndefined();
    expect(() => noneIfUnknown(businessError('Security Violation', 'c1'))).toThrow();
    expect(isUnknown(new Error('not found'))).toBe(false);
  });
});
