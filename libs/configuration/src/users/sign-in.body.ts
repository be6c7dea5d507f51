import { IsString, MaxLength, MinLength } from 'class-validator';

export class SignInBody {
  @IsString({ message: 'An e-mail address must be text.' })
  @MinLength(1, { message: 'Enter your e-mail address.' })
  @MaxLength(254, { message: 'An e-mail address has at most 254 characters.' })
  readonly email!: string;

  @IsString({ message: 'A password must be text.' })
  @MinLength(1, { message: 'Enter your password.' })
  @MaxLength(128, { message: 'A password has at most 128 characters.' })
  readonly password!: string;
}
