/** RFC 6750: letters, digits and a few signs; bounded, so that nothing long is hashed. */
const BEARER = /^Bearer +([A-Za-z0-9._~+/-]{1,512}=*)$/i;

/** The token of an `Authorization` header; undefined when there is none or it has another form. */
export function bearerToken(header: string | undefined): string | undefined {
  return header === undefined ? undefined : BEARER.exec(header)?.[1];
}
