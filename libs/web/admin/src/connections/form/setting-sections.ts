import type { SettingField } from '@headwater/erp-contracts';

export interface SettingSections {
  /** What has to be filled in or looked at. */
  readonly main: readonly SettingField[];
  /** What works as it is: optional, with a default. */
  readonly fine: readonly SettingField[];
}

export function settingSections(fields: readonly SettingField[]): SettingSections {
  const ordered = [...fields].sort((left, right) => left.order - right.order);
  const isFine = ({ required, default: preset, advanced }: SettingField): boolean =>
    !required && (advanced === true || preset !== undefined);
  const firstFine = ordered.findIndex(isFine);
  // Fields keep the manifest's order; optional ones that follow the first fine one belong to the fine ones.
  return {
    main: ordered.filter((field, index) => field.required || firstFine < 0 || index < firstFine),
    fine: ordered.filter((field, index) => !field.required && firstFine >= 0 && index >= firstFine),
  };
}
