import { COMPANY_1, COMPANY_2, errorOf, first, ROOT, startBc, type BcClient } from '../testing/bc-client';
import { DEMO_CREDENTIALS as DEMO } from './credentials';

describe('addresses of Business Central', () => {
  let bc: BcClient;

  beforeAll(async () => {
    bc = await startBc();
  });
  afterAll(() => bc.stop());

  const codeAt = async (path: string, headers: Readonly<Record<string, string>> = {}): Promise<string> => {
    const answer = await bc.ask(path, { headers });
    return answer.status === 200 ? '200' : `${answer.status} ${errorOf(answer).code}`;
  };

  it('hold two versions: that of the platform and that of the API, and the tenant as an id or a domain', async () => {
    expect(await codeAt(`${ROOT}/api/v2.0/companies`)).toBe('200');
    expect(await codeAt(`/v2.0/${DEMO.tenantDomain}/Production/api/v2.0/companies`)).toBe('200');
    expect(await codeAt(`/${DEMO.tenantId}/production/api/v2.0/companies`)).toBe('404 BadRequest_NotFound');
    expect(await codeAt(`${ROOT}/api/v1.0/companies`)).toBe('404 BadRequest_NotFound');
    expect(await codeAt(`${ROOT}/companies`)).toBe('404 BadRequest_NotFound');
    expect(await codeAt(`/v2.0/elsewhere.example/production/api/v2.0/companies`)).toBe(
      '404 Internal_TenantUnavailable',
    );
    expect(await codeAt(`/v2.0/${DEMO.tenantId}/sandbox/api/v2.0/companies`)).toBe('404 Internal_TenantUnavailable');
  });

  it('lead to two companies, whose records have ids of their own', async () => {
    const { value } = await bc.ask('companies?$orderby=name');
    expect(value.map(({ id, name }) => [id, name])).toEqual([
      [COMPANY_1, 'Tidewell Industrial Supply'],
      [COMPANY_2, 'Tidewell West'],
    ]);
    expect((await bc.ask(`companies(${COMPANY_2})`)).json).toMatchObject({
      id: COMPANY_2,
      displayName: 'Tidewell West',
    });
    const both = await bc.control<{ items: readonly { number: string; companies: readonly string[] }[] }>(
      'truth/customers',
    );
    const shared = both.items.find(({ companies }) => companies.length === 2);
    const idIn = async (company: string): Promise<unknown> => {
      const path = `companies(${company})/customers?$filter=number eq '${shared?.number ?? ''}'`;
      return first((await bc.ask(path)).value)['id'];
    };
    const [one, two] = [await idIn(COMPANY_1), await idIn(COMPANY_2)];
    expect(one).not.toBe(two);
    expect(await codeAt(`companies(${COMPANY_1})/customers(${String(one)})`)).toBe('200');
    expect(await codeAt(`companies(${COMPANY_1})/customers(${String(two)})`)).toBe('404 BadRequest_NotFound');
  });

  it('name the company in the path, or as a parameter, by id or name; none is taken for granted', async () => {
    expect(await codeAt(`customers?company=${COMPANY_1}&$top=1`)).toBe('200');
    expect(await codeAt('customers?company=Tidewell%20West&$top=1')).toBe('200');
    expect(await codeAt('customers?$top=1')).toBe('404 Internal_CompanyNotFound');
    expect(await codeAt('customers?$top=1', { Company: COMPANY_1 })).toBe('404 Internal_CompanyNotFound');
    expect(await codeAt('companies(00000000-0000-0000-0000-000000000001)/customers')).toBe(
      '404 Internal_CompanyNotFound',
    );
  });

  it('lead on from a record to what hangs on it', async () => {
    const order = first((await bc.list('salesOrders', { $top: '1' })).value);
    const at = `salesOrders(${String(order['id'])})`;
    const lines = await bc.list(`${at}/salesOrderLines`);
    expect(lines.value.map((line) => line['documentId'])).toEqual(lines.value.map(() => order['id']));
    expect((await bc.list(`${at}/salesOrderLines(${String(lines.value[0]?.['id'])})`)).json).toMatchObject({
      sequence: 10_000,
    });
    expect((await bc.list(`${at}/customer`)).json).toMatchObject({ number: order['customerNumber'] });
    expect((await bc.list(`${at}/customer/paymentTerm`)).json).toMatchObject({ id: order['paymentTermsId'] });
    expect((await bc.list(`${at}/salesOrderLines/$count`)).text).toBe(String(lines.value.length));
  });

  it('name what is not there', async () => {
    const in1 = `companies(${COMPANY_1})`;
    expect(await codeAt(`${in1}/nosuch`)).toBe('404 BadRequest_ResourceNotFound');
    expect(await codeAt(`${in1}/itemUnitsOfMeasure`)).toBe('404 BadRequest_ResourceNotFound');
    expect(await codeAt(`${in1}/customers/nosuch`)).toBe('404 BadRequest_ResourceNotFound');
    expect(await codeAt(`${in1}/customers(${COMPANY_1})`)).toBe('404 BadRequest_NotFound');
    expect(await codeAt(`${in1}/customers('1001')`)).toBe('404 BadRequest_NotFound');
    expect(await codeAt('companies/customers')).toBe('404 BadRequest_ResourceNotFound');
  });

  it('answer lines only for their document', async () => {
    const refused = await bc.list('salesOrderLines', { $filter: "lineObjectNumber eq '6205-2RS-KB'" });
    expect([refused.status, errorOf(refused).message]).toEqual([400, expect.stringContaining('Document Id')]);
    const order = first((await bc.list('salesOrders', { $top: '1' })).value);
    const lines = await bc.list('salesOrderLines', { $filter: `documentId eq ${String(order['id'])}` });
    expect(lines.value.length).toBeGreaterThan(0);
    const line = first(lines.value);
    expect((await bc.list(`salesOrderLines(${String(line['id'])})`)).json).toMatchObject({ id: line['id'] });
  });

  it('describe themselves: sets at the root, types as CSDL', async () => {
    const root = await bc.ask(`${ROOT}/api/v2.0`);
    expect(root.value.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['companies', 'salesOrders', 'salesShipmentLines']),
    );
    const { text, headers } = await bc.ask('$metadata');
    expect(headers.get('content-type')).toBe('application/xml');
    expect(text).toContain('<Property Name="requestedDeliveryDate" Type="Edm.Date"/>');
    expect(text).toContain(
      '<NavigationProperty Name="salesOrderLines" Type="Collection(Microsoft.NAV.salesOrderLine)"/>',
    );
    expect(text).toContain('<Member Name="In_x0020_Review" Value="1"/>');
    expect(text).not.toMatch(/trackingNumber|shippingAgent/);
    const custom = await bc.ask(`${ROOT}/api/headwater/crm/v1.0/$metadata`);
    expect(custom.text).toContain('<Property Name="trackingNumber" Type="Edm.String"/>');
  });
});

describe('refusals', () => {
  let bc: BcClient;

  beforeAll(async () => {
    bc = await startBc({ notFoundCode: 'Internal_RecordNotFound', distinctOrStatus: 501 });
  });
  afterAll(() => bc.stop());

  it('speak the caller’s language where they can, and end with an id of their own', async () => {
    const messageIn = async (language: string): Promise<string> =>
      errorOf(await bc.list('nosuch', {}, { headers: { 'accept-language': language } })).message;
    const english = /^Resource not found for the segment 'nosuch'\. {2}CorrelationId: {2}[0-9a-f-]{36}\.$/;
    const german = /^Für das Segment 'nosuch' wurde keine Ressource gefunden\. {2}CorrelationId: {2}[0-9a-f-]{36}\.$/;
    expect(await messageIn('en-US')).toMatch(english);
    expect(await messageIn('de-AT,en;q=0.5')).toMatch(german);
    expect(await messageIn('de;q=0.4,en;q=0.9')).toMatch(english);
    expect(await messageIn('fr-FR')).toMatch(english);
    expect(await messageIn('en-US')).not.toBe(await messageIn('en-US'));
  });

  it('may come with the codes and statuses of other versions', async () => {
    const missing = await bc.list(`customers(${COMPANY_1})`);
    expect([missing.status, errorOf(missing).code]).toEqual([404, 'Internal_RecordNotFound']);
    const or = await bc.list('customers', { $filter: "number eq '1' or displayName eq 'x'" });
    expect([or.status, errorOf(or).code]).toEqual([501, 'BadRequest_MethodNotImplemented']);
  });

  it('meet every write, which stands in the log as a violation', async () => {
    await bc.control('reset', {});
    const post = await bc.list('salesOrders', {}, { method: 'POST', body: { customerNumber: '1001' } });
    expect([post.status, errorOf(post).code]).toEqual([405, 'BadRequest_MethodNotAllowed']);
    await bc.list(`customers(${COMPANY_1})`, {}, { method: 'PATCH', body: {} });
    await bc.list(`customers(${COMPANY_1})`, {}, { method: 'DELETE' });
    const { violations } = await bc.control<{ violations: readonly unknown[] }>('log');
    expect(violations).toHaveLength(3);
  });

  it('of the business come as Application codes, with 400', async () => {
    await bc.control('faults', { businessErrorRate: 1 });
    const refused = await bc.list('customers');
    expect([refused.status, errorOf(refused).code]).toEqual([400, 'Application_DialogException']);
    await bc.control('faults', { status: 429 });
    const throttled = await bc.list('customers');
    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, null]);
    await bc.control('faults', {});
  });
});
