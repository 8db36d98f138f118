/** The nonce of this page, with which antd signs the styles that it writes; none on the development server. */
export const pageNonce = (): string | undefined =>
  document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce || undefined;
