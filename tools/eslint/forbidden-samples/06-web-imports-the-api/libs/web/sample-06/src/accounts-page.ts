import * as edge from '@headwater/api/edge';

export const names = Object.keys(edge);
