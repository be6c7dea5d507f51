export const deadlineMs = Number(process.env['DEADLINE_MS'] ?? 3000);
