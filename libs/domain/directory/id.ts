/** Ids are made outside and given in; the domain only looks at their form. */
export const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
