/** The ERP's name in messages. */
export const ERP = 'Epicor Prophet 21';
