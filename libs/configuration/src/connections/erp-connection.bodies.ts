import { Transform } from 'class-transformer';
import { IsBoolean, IsObject, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import { IsFlatSettings } from './flat-settings.decorator';

const trimmed = () =>
  Transform(({ value }: { readonly value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const WhenNamed = () => ValidateIf((_, value) => value !== undefined);

const NAME_IS_TEXT = { message: 'A name must be text.' };
const NAME_IS_SHORT = { message: 'A name has at most 100 characters.' };
const NAME_IS_A_LINE = { message: 'A name must be a single line that is not blank.' };
const ONE_LINE = /^(?=.*\S)[^\p{Cc}]*$/u;
const SETTINGS_ARE_AN_OBJECT = { message: 'Settings must be an object of setting and value.' };

/** Settings of a connection, secrets among them, as the adapter's form asks for them. */
export type SettingsInput = Readonly<Record<string, string | number | boolean>>;

export class CreateErpConnectionBody {
  @trimmed()
  @IsString(NAME_IS_TEXT)
  @MaxLength(100, NAME_IS_SHORT)
  @Matches(ONE_LINE, NAME_IS_A_LINE)
  readonly name!: string;

  /** Id of the adapter's manifest. */
  @IsString({ message: 'An adapter must be the id of one.' })
  @MaxLength(100, { message: 'An adapter must be the id of one.' })
  readonly adapter!: string;

  @IsObject(SETTINGS_ARE_AN_OBJECT)
  @IsFlatSettings()
  readonly settings!: SettingsInput;

  @IsOptional()
  @IsBoolean({ message: 'enabled must be true or false.' })
  readonly enabled?: boolean;
}

/** A secret that is left out of `settings` keeps its stored value. */
export class UpdateErpConnectionBody {
  @WhenNamed()
  @trimmed()
  @IsString(NAME_IS_TEXT)
  @MaxLength(100, NAME_IS_SHORT)
  @Matches(ONE_LINE, NAME_IS_A_LINE)
  readonly name?: string;

  @WhenNamed()
  @IsObject(SETTINGS_ARE_AN_OBJECT)
  @IsFlatSettings()
  readonly settings?: SettingsInput;

  @WhenNamed()
  @IsBoolean({ message: 'enabled must be true or false.' })
  readonly enabled?: boolean;
}

/** Tries settings before they are saved. */
export class TestErpConnectionBody {
  @IsString({ message: 'An adapter must be the id of one.' })
  @MaxLength(100, { message: 'An adapter must be the id of one.' })
  readonly adapter!: string;

  @IsObject(SETTINGS_ARE_AN_OBJECT)
  @IsFlatSettings()
  readonly settings!: SettingsInput;
}

/** Tries a saved connection, with these settings in place of the saved ones where given. */
export class TestSavedErpConnectionBody {
  @WhenNamed()
  @IsObject(SETTINGS_ARE_AN_OBJECT)
  @IsFlatSettings()
  readonly settings?: SettingsInput;
}
