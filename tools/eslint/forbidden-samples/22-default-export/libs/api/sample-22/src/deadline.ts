const deadlineMs = 3000;

export default deadlineMs;
