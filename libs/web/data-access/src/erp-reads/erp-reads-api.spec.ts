import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Section } from '@headwater/erp-contracts';
import { firstValueFrom } from 'rxjs';
import { provideDataAccess } from '../provide-data-access';
import { ErpReadsApi } from './erp-reads-api';

const BASE = '/api/erp/connections/east';

describe('an ERP read', () => {
  let http: HttpTestingController;
  let reads: ErpReadsApi;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideDataAccess(), provideHttpClientTesting(), provideRouter([])] });
    http = TestBed.inject(HttpTestingController);
    reads = TestBed.inject(ErpReadsApi);
  });

  async function order(body: object, status: number): Promise<Section> {
    const answer = firstValueFrom(reads.order('east', '100234'));
    http.expectOne(`${BASE}/orders/100234`).flush(body, { status, statusText: 'x' });
    return answer;
  }

  it('keeps the answer with its source and freshness', async () => {
    const source = { connectionId: 'east', adapter: 'infor-sxe', company: '1' };
    const freshness = { state: 'cached', asOf: '2026-11-23T09:14:03.120Z', ageMs: 1200, ttlMs: 60_000 };
    expect(await order({ data: { number: '100234' }, source, freshness }, 200)).toEqual({
      status: 'ok',
      data: { number: '100234' },
      source,
      freshness,
    });
  });

  it('that fails is failed, never empty', async () => {
    const problem = { type: 'x', title: 'The ERP did not answer in time', status: 504, code: 'timeout' };
    expect(await order({ ...problem, connectionId: 'east' }, 504)).toMatchObject({
      status: 'failed',
      problem: { code: 'timeout' },
      source: { connectionId: 'east' },
    });
  });

  it('that the connection cannot do is unsupported', async () => {
    expect(await order({ type: 'x', title: 'x', status: 422, code: 'unsupported' }, 422)).toMatchObject({
      status: 'unsupported',
    });
  });

  it('is hidden where Headwater refuses, and failed where the ERP does', async () => {
    const forbidden = { type: 'x', title: 'x', status: 403, code: 'forbidden' };
    expect(await order(forbidden, 403)).toMatchObject({ status: 'hidden' });
    expect(await order({ ...forbidden, connectionId: 'east' }, 403)).toMatchObject({ status: 'failed' });
  });

  it('asks for prices by item, quantity and unit, whatever characters an item number has', () => {
    const items = [
      { item: 'A:1,5', quantity: '10', unit: 'EA' },
      { item: 'B/2', quantity: '1' },
    ];
    reads.prices('east', { customer: '1001', items }).subscribe();
    const { request } = http.expectOne((asked) => asked.url === `${BASE}/prices`);
    expect(request.params.get('customer')).toBe('1001');
    expect(request.params.get('items')).toBe('A%3A1%2C5:10:EA,B/2:1');
  });
});
