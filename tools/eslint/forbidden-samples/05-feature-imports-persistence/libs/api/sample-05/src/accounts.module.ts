import * as persistence from '@headwater/api/persistence';

export const providers = Object.values(persistence);
