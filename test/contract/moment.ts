/** A moment that one side reaches and the other waits for. */
export function aMoment(): { readonly reach: () => void; readonly reached: Promise<void> } {
  let reach: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => (reach = resolve));
  return { reach, reached };
}
