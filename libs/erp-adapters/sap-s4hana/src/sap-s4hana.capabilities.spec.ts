import { systemClock } from '@headwater/kernel';
import { createSapS4hanaAdapter } from './sap-s4hana.adapter';
import { basicSettings } from './testing/s4-settings';

async function capabilitiesWith(settings: Readonly<Record<string, string>>) {
  const connection = createSapS4hanaAdapter({ clock: systemClock }).connect({
    connectionId: 'c1',
    settings: basicSettings('https://s4.example', settings),
  });
  await connection.close();
  return connection.capabilities;
}

describe('what settings decide otherwise than the manifest', () => {
  it('is nothing by default', async () => {
    expect(await capabilitiesWith({})).toEqual({});
  });

  it('is that prices of condition records are indicative', async () => {
    const { prices, ...others } = (await capabilitiesWith({ pricing: 'condition-records' })) ?? {};
    expect(prices).toMatchObject({ supported: true, maxBatch: 50, priceQuality: 'indicative' });
    expect(others).toEqual({});
  });

  it('is that tracking numbers of handling units cannot be searched', async () => {
    const filterable = ['order', 'customer'];
    const only = await capabilitiesWith({ trackingFields: 'HandlingUnitExternalId' });
    expect(only?.shipments).toMatchObject({ list: { filterable } });
    expect(await capabilitiesWith({ trackingFields: 'HandlingUnitExternalId,YY1_Parcel' })).toEqual({});
  });

  it('is that credit limits and next receipts are told', async () => {
    expect((await capabilitiesWith({ creditLimits: 'service' }))?.credit).toMatchObject({ lacks: [] });
    const checked = await capabilitiesWith({ atp: 'DetermineAvailabilityOf' });
    expect(checked?.availability).toMatchObject({ lacks: ['allocated', 'onOrder'] });
  });
});
