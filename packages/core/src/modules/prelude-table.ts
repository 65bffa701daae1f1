// The modules written in Python: their text, compiled when a VM first imports them.

export interface PreludeModule {
  readonly name: string;
  readonly source: string;
  readonly isPackage: boolean;
}

export const PRELUDE: readonly PreludeModule[] = [];
