import 'reflect-metadata';
import { runServer } from '@headwater/api/edge';
import { createGateway } from './create-gateway';
import { readEnv } from './env';

await runServer(() => createGateway(readEnv()));
