import 'reflect-metadata';
import { runServer } from '@headwater/api/edge';
import { createApi } from './create-api';
import { readEnv } from './env';

await runServer(() => createApi(readEnv()));
