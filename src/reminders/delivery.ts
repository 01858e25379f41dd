/** How somebody is told. */
export const CHANNELS = ['notice', 'mail'] as const;

export type Channel = (typeof CHANNELS)[number];

/**
 * A notice is sent when it is written. A mail is pending, then sending while it is handed to the transport, then sent.
 * When nobody knows whether the transport took it, it is in doubt: shown, and never sent again by itself.
 */
export const DELIVERY_STATES = ['pending', 'sending', 'sent', 'inDoubt', 'failed'] as const;

export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** The same in every sending of a delivery. */
export function messageIdOf(deliveryId: string): string {
  return `<${deliveryId}@thidua>`;
}
