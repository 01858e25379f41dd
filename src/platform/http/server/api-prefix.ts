/** Where the features' routes are; health and documentation lie outside. */
export const API_PREFIX = 'api/v1';
