// End-to-end tests start a whole product first; jest takes a project's timeout from here alone.
jest.setTimeout(180_000);
