/** Lets a parameter decorator describe its route: what is read from a request and what is documented stay together. */
export function documents(describe: MethodDecorator): ParameterDecorator {
  return (target, key) => {
    const descriptor = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (key !== undefined && descriptor) describe(target, key, descriptor);
  };
}
