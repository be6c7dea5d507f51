export const limit = 50;
