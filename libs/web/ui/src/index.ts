export { type Command } from './commands/command';
export { CommandRegistry, registerCommands } from './commands/command-registry';
export { KeySequence, type KeyStroke, takesText } from './commands/key-sequence';
export { CopyButton } from './copy-button/copy-button';
export { CopyButtonHarness } from './copy-button/copy-button.harness';
export { DateText } from './date/date-text';
export { DateTextHarness } from './date/date-text.harness';
export { EmptyState } from './empty-state/empty-state';
export { EmptyStateHarness } from './empty-state/empty-state.harness';
export { ErpPanel, type PanelState } from './erp-panel/erp-panel';
export { ErpPanelHarness } from './erp-panel/erp-panel.harness';
export { type PanelSection, type PanelSource } from './erp-panel/panel-section';
export { PanelValue } from './erp-panel/panel-value';
export { Control } from './field/control';
export { Field } from './field/field';
export { FieldHarness } from './field/field.harness';
export { formatDate } from './format/date-format';
export { formatDecimal, formatMoney, formatQuantityValue, formatUnitPrice } from './format/decimal-format';
export { Freshness } from './freshness/freshness';
export { FreshnessHarness } from './freshness/freshness.harness';
export { ageText, type ShownFreshness, type ValueFreshness } from './freshness/shown-freshness';
export { Icon } from './icon/icon';
export { IconHarness } from './icon/icon.harness';
export { uniqueId } from './ids/unique-id';
export { LOCALE } from './locale/locale';
export { MoneyText } from './money/money-text';
export { MoneyTextHarness } from './money/money-text.harness';
export { PageHeader } from './page-header/page-header';
export { PageHeaderHarness } from './page-header/page-header.harness';
export { Problem } from './problem/problem';
export { ProblemHarness } from './problem/problem.harness';
export { QuantityText } from './quantity/quantity-text';
export { QuantityTextHarness } from './quantity/quantity-text.harness';
export {
  type FoundEntry,
  type FoundGroup,
  type FoundSoFar,
  type SearchProvider,
  SearchRegistry,
} from './search/search-registry';
export { Shortcut } from './shortcut/shortcut';
export { ShortcutHarness } from './shortcut/shortcut.harness';
export { Skeleton } from './skeleton/skeleton';
export { SkeletonHarness } from './skeleton/skeleton.harness';
export { type ChipTone, StatusChip } from './status-chip/status-chip';
export { StatusChipHarness } from './status-chip/status-chip.harness';
export { CHART_ENGINE, type ChartEngine } from './time-chart/chart-engine';
export { type ChartSeries, type SeriesTone } from './time-chart/chart-series';
export { TimeChart } from './time-chart/time-chart';
export { TimeChartHarness } from './time-chart/time-chart.harness';
export { Toasts } from './toasts/toasts';
