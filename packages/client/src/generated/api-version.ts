// Made from the declarations of @runsheet/contract by `npm run generate`. Do not edit.

/** The version of the contract that the types describe. */
export const API_VERSION = '2026-06-03'
