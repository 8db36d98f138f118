import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Id, ReportText } from '@rectify/domain';

/** Seals the words of a report under a key of its own. What is sealed goes to the log, the key beside it. */
export interface Sealer {
  readonly seal: (id: Id, text: ReportText) => { readonly sealed: string; readonly key: string };
  /** Null where the key is not the one, or what is sealed was another report's or was changed. */
  readonly open: (id: Id, sealed: string, key: string) => ReportText | null;
}

const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** AES-256-GCM, one random key a report, bound to the report's id; nonce, tag and ciphertext in base64. */
export const aesSealer: Sealer = {
  seal: (id, { title, detail }) => {
    const [key, nonce] = [randomBytes(32), randomBytes(NONCE)];
    const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(id));
    const text = Buffer.concat([cipher.update(JSON.stringify({ title, detail }), 'utf8'), cipher.final()]);
    const sealed = Buffer.concat([nonce, cipher.getAuthTag(), text]);
    return { sealed: sealed.toString('base64'), key: key.toString('base64') };
  },
  open: (id, sealed, key) => {
    const bytes = Buffer.from(sealed, 'base64');
    try {
      const decipher = createDecipheriv(ALGORITHM, Buffer.from(key, 'base64'), bytes.subarray(0, NONCE))
        .setAAD(Buffer.from(id))
        .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      const text = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
      return JSON.parse(text.toString('utf8')) as ReportText;
    } catch {
      return null;
    }
  },
};
