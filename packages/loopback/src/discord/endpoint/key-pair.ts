import { generateKeyPairSync, sign } from 'node:crypto';

/** What Discord signs requests to an application's endpoint with. */
export interface Signer {
  /** 32 bytes in hexadecimal, as an application's page shows them. */
  readonly publicKey: string;
  /** The signature over timestamp and body, in hexadecimal. */
  readonly sign: (timestamp: string, body: string) => string;
}

/** A signer with a new ed25519 pair. */
export const createSigner = (): Signer => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    // the key itself follows a fixed header of DER
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex'),
    sign: (timestamp, body) => sign(null, Buffer.from(timestamp + body), privateKey).toString('hex'),
  };
};
