import { Redis } from 'ioredis';

export const orderCache = new Redis();
