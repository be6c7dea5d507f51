import { money } from '@headwater/kernel';

export const nothing = money('0', 'USD');
