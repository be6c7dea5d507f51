import type { ItemView } from '@headwater/erp-contracts';
import type { CalendarDate } from '@headwater/kernel';
import { refTo } from '../dynamics365-fscm.context';
import type { MeaningSettings } from '../settings/meaning.settings';
import type { ItemRow } from './item.schema';

export interface ItemSetting {
  readonly connectionId: string;
  readonly settings: Pick<MeaningSettings, 'inactiveLifecycleStates'>;
  /** In the language of the settings, where names are published. */
  readonly name: string | undefined;
  readonly today: CalendarDate;
}

/** Sold today, and not in a life cycle state that means the end. */
function isActive(row: ItemRow, { settings, today }: ItemSetting): boolean {
  const state = row.ProductLifecycleStateId?.toLowerCase();
  if (state !== undefined && settings.inactiveLifecycleStates.has(state)) return false;
  return (row.SellStartDate ?? today) <= today && (row.SellEndDate ?? today) >= today;
}

export function toItemView(row: ItemRow, setting: ItemSetting): ItemView {
  return {
    ref: refTo(setting, 'item', row.ItemNumber),
    number: row.ItemNumber,
    description: setting.name ?? row.ProductSearchName ?? row.SearchName ?? '',
    unit: row.InventoryUnitSymbol,
    units: [{ unit: row.InventoryUnitSymbol, factor: '1' }],
    active: isActive(row, setting),
  };
}
