import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

/** Seals short secrets with the installation's key (AES-256-GCM), each for one owner: moved to another it does not open. */
export const sealing = (key: string, purpose: string) => {
  const own = Buffer.from(hkdfSync('sha256', Buffer.from(key, 'hex'), '', purpose, 32));
  return {
    seal: (secret: Buffer, owner: string): Buffer => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', own, nonce).setAAD(Buffer.from(owner));
      return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
    },
    /** Throws where it was changed, moved or sealed with another key. */
    open: (sealed: Buffer, owner: string): Buffer => {
      const decipher = createDecipheriv('aes-256-gcm', own, sealed.subarray(0, NONCE))
        .setAAD(Buffer.from(owner))
        .setAuthTag(sealed.subarray(-TAG));
      return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
    },
  };
};
