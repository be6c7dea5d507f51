export { createEpicorP21Adapter } from './epicor-p21.adapter';
