// What goes between plugins: plain data, copied and frozen once, so that no plugin sees what another changes.

/** Plain data: what JSON can tell, and bytes and bigints. */
export type Data =
  | null
  | undefined
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly Data[]
  | { readonly [key: string]: Data };
