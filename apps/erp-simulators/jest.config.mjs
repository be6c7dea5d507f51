import { nodeProject } from '../../tools/jest/node-project.mjs';

/** A world is made in a second or two; on a busy machine a spec may wait longer for it. */
const testTimeout = 60_000;

export default nodeProject('erp-simulators', import.meta.dirname, { testTimeout });
