/** How somebody is told. */
export type Channel = 'notice' | 'mail';

/**
 * A notice is sent when it is written. A mail is pending, then sending while it is handed to the transport, then sent.
 * When nobody knows whether the transport took it, it is in doubt: shown, and never sent again by itself.
 */
export type DeliveryState = 'pending' | 'sending' | 'sent' | 'inDoubt' | 'failed';

/** The same in every sending of a delivery. */
export function messageIdOf(deliveryId: string): string {
  return `<${deliveryId}@thidua>`;
}
