import { bridge } from '@headwater/sample-02-bridge';

export const rows = [bridge];
