/** How this ERP is called in messages. */
export const ERP = 'Dynamics 365';
