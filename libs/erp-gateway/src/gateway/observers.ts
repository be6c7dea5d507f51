import type { ErpGatewayObserver } from './observer';

/** One observer that tells several, in their order. */
export function observers(...heard: readonly ErpGatewayObserver[]): Required<ErpGatewayObserver> {
  return {
    callFinished: (call) => heard.forEach((each) => each.callFinished?.(call)),
    readFinished: (read) => heard.forEach((each) => each.readFinished?.(read)),
    noticeReceived: (notice) => heard.forEach((each) => each.noticeReceived?.(notice)),
    sweepFinished: (sweep) => heard.forEach((each) => each.sweepFinished?.(sweep)),
    watchFailed: (failure) => heard.forEach((each) => each.watchFailed?.(failure)),
    callRepeated: (call) => heard.forEach((each) => each.callRepeated?.(call)),
    callSpared: (call) => heard.forEach((each) => each.callSpared?.(call)),
    breakerChanged: (change) => heard.forEach((each) => each.breakerChanged?.(change)),
    sharedStateChanged: (state) => heard.forEach((each) => each.sharedStateChanged?.(state)),
    busDelayed: (ms) => heard.forEach((each) => each.busDelayed?.(ms)),
    sharedFlushed: (kind) => heard.forEach((each) => each.sharedFlushed?.(kind)),
    sharedWarned: (of) => heard.forEach((each) => each.sharedWarned?.(of)),
    answerCompared: (answer) => heard.forEach((each) => each.answerCompared?.(answer)),
    connectionReset: (connectionId) => heard.forEach((each) => each.connectionReset?.(connectionId)),
    closeFailed: (connectionId, error) => heard.forEach((each) => each.closeFailed?.(connectionId, error)),
  };
}
