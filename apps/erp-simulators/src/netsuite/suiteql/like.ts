import { unsupported } from './suiteql-error';

/** `%` stands for any text, `_` for one character; behind the escape character both stand for themselves. */
export function likePattern(pattern: string, escape: string | undefined): RegExp {
  if (escape?.length !== undefined && escape.length !== 1) throw unsupported('escape of more than one character');
  let source = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === escape) {
      at += 1;
      source += literally(escapedCharacter(pattern, at, escape));
    } else {
      source += character === '%' ? '.*' : character === '_' ? '.' : literally(character);
    }
  }
  return new RegExp(`^${source}$`, 'su');
}

/** Only what has a meaning of its own may stand behind the escape character. */
function escapedCharacter(pattern: string, at: number, escape: string): string {
  const character = pattern.charAt(at);
  if (!['%', '_', escape].includes(character) || character === '')
    throw unsupported('missing or illegal character following the escape character');
  return character;
}

function literally(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&');
}
