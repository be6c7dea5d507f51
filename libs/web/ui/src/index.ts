export { Icon } from './icon/icon';
export { IconHarness } from './icon/icon.harness';
