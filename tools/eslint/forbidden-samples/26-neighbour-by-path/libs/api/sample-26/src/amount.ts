import { money } from '../../../kernel/src/money';

export const nothing = money('0', 'USD');
