import { ValidateBy } from 'class-validator';
import { isFlatSettings, MAX_SETTING_LENGTH } from './flat-settings';

/** The value is a flat object of settings; see `isFlatSettings`. */
export function IsFlatSettings(): PropertyDecorator {
  return ValidateBy(
    { name: 'isFlatSettings', validator: { validate: isFlatSettings } },
    {
      message: `Each setting must be a text of at most ${MAX_SETTING_LENGTH.toLocaleString('en-US')} characters, a number, or true or false.`,
    },
  );
}
