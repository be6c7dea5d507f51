import type { SettingField } from '@headwater/erp-contracts';

export interface SettingSections {
  /** What has to be filled in or looked at, with all that belongs to a choice such as the sign-in. */
  readonly main: readonly SettingField[];
  /** What works as it is: optional, with a default. */
  readonly fine: readonly SettingField[];
}

export function settingSections(fields: readonly SettingField[]): SettingSections {
  const ordered = [...fields].sort((left, right) => left.order - right.order);
  const choices = new Set(fields.flatMap(({ onlyWhen }) => onlyWhen?.setting ?? []));
  const isNeeded = ({ key, required, onlyWhen }: SettingField): boolean =>
    required || onlyWhen !== undefined || choices.has(key);
  const isFine = (field: SettingField): boolean =>
    !isNeeded(field) && (field.advanced === true || field.default !== undefined);
  const firstFine = ordered.findIndex(isFine);
  // Fields keep the manifest's order; optional ones that follow the first fine one belong to the fine ones.
  const isMain = (field: SettingField, index: number): boolean => isNeeded(field) || firstFine < 0 || index < firstFine;
  return { main: ordered.filter(isMain), fine: ordered.filter((field, index) => !isMain(field, index)) };
}
