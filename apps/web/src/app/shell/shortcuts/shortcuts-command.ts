/** Id of the command that shows the help sheet. */
export const SHORTCUTS_COMMAND = 'shortcuts';
