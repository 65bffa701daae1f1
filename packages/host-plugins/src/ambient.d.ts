// The few globals the plugin host uses besides core's, as every JavaScript runtime has them.

declare function atob(letters: string): string;
declare function btoa(bytes: string): string;

declare class URL {
  constructor(url: string, base?: string);
  readonly href: string;
  readonly origin: string;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly hostname: string;
}

declare function fetch(url: string, options: object): Promise<any>;
