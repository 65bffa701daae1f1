// Permissions: denied by default, granted in advance or when asked for, revoked while the plugin runs, each decision audited.
import { nativeFunction, nativeModule, arg, t } from "@krait/core";
import { describe, expect, it } from "vitest";
import { type AuditRecord, definePlugin, type PermissionRequest } from "../../src/index.ts";
import { openHosts, plugin } from "../open-hosts.ts";

const openHost = openHosts();

/** A native plugin whose module needs permissions of each form. */
const world = definePlugin({
  id: "world",
  version: "1.0.0",
  permissions: [
    { name: "look", doc: "See the map." },
    { name: "visit", doc: "Go to places.", form: "patterns" },
    { name: "carry", doc: "Have things.", form: "bytes" },
  ],
  modules: (client) => [
    nativeModule({
      name: "world",
      functions: {
        look: client.guarded("look", nativeFunction({ returns: t.str, call: () => "a map" })),
        visit: client.guarded(
          "visit",
          nativeFunction({ parameters: [arg("place", t.str)], returns: t.str, call: (place) => `in ${place}` }),
          (place: string) => place,
        ),
        carry: client.guarded(
          "carry",
          nativeFunction({ parameters: [arg("bytes", t.int)], returns: t.none, call: () => {} }),
          (bytes: number) => bytes,
        ),
      },
    }),
  ],
});

const ATTEMPTS = `
import world, plugin
def attempt(*calls):
    for call in calls:
        try: print(call())
        except Exception as error: print(f"{type(error).__name__}: {error}")
`;

describe("permissions", () => {
  it("are denied where nothing is granted, with what the author can do about it", async () => {
    const source = `${ATTEMPTS}attempt(world.look, lambda: world.visit("town"), lambda: world.carry(1))`;
    const { host, lines } = openHost(
      { p: plugin("p", source, { permissions: { optional: { visit: ["town"] } } }) },
      { modules: [world] },
    );
    const audit: AuditRecord[] = [];
    host.on("audit", (record) => void audit.push(record));
    await host.start();
    expect(lines).toEqual([
      "p: PermissionError: plugin 'p' has no permission 'look'; add it to [permissions.required] or [permissions.optional] of the manifest",
      "p: PermissionError: plugin 'p' has no permission 'visit' for \"town\"; ask for it with plugin.request(\"visit\")",
      "p: PermissionError: plugin 'p' has no permission 'carry' for 1; add it to [permissions.required] or [permissions.optional] of the manifest",
    ]);
    expect(audit.map(({ permission, decision, subject, plugin: id }) => [id, permission, decision, subject])).toEqual([
      ["p", "look", "denied", null],
      ["p", "visit", "denied", "town"],
      ["p", "carry", "denied", 1],
    ]);
  });

  it("hold for what was granted and no more, until they are revoked", async () => {
    const source = `${ATTEMPTS}
@plugin.command("go")
def go():
    attempt(world.look, lambda: world.visit("town"), lambda: world.visit("tower"), lambda: world.visit("sea.north"), lambda: world.visit("sea."), lambda: world.carry(10), lambda: world.carry(11))
`;
    const permissions = { required: { look: true, visit: ["town", "sea.*"], carry: "10B" } };
    const { host, lines } = openHost(
      { p: plugin("p", source, { permissions, contributes: { commands: { go: "Goes." } } }) },
      { modules: [world], policy: { grants: { p: { look: true, visit: ["*"], carry: 100 } } } },
    );
    await host.start();
    expect(host.grants("p")).toEqual({ look: true, visit: ["town", "sea.*"], carry: 10 });
    await host.commands.run("p.go");
    const only = 'only for ["town","sea.*"]; the host decides on more';
    expect(lines.splice(0)).toEqual([
      "p: a map",
      "p: in town",
      `p: PermissionError: plugin 'p' has no permission 'visit' for "tower", ${only}`,
      "p: in sea.north",
      `p: PermissionError: plugin 'p' has no permission 'visit' for "sea.", ${only}`,
      "p: None",
      "p: PermissionError: plugin 'p' has no permission 'carry' for 11, only for 10 bytes; the host decides on more",
    ]);
    expect([host.revoke("p", "look"), host.revoke("p", "look")]).toEqual([true, false]);
    host.grant("p", "visit", ["tower"]);
    host.grant("p", "carry", "1kB");
    await host.commands.run("p.go");
    expect(lines.map((line) => line.split(";")[0])).toEqual([
      "p: PermissionError: plugin 'p' has no permission 'look'",
      `p: PermissionError: plugin 'p' has no permission 'visit' for "town", only for ["tower"]`,
      "p: in tower",
      `p: PermissionError: plugin 'p' has no permission 'visit' for "sea.north", only for ["tower"]`,
      `p: PermissionError: plugin 'p' has no permission 'visit' for "sea.", only for ["tower"]`,
      "p: None",
      "p: None",
    ]);
    expect(() => host.grant("p", "vist")).toThrow("there is no permission 'vist'; did you mean 'visit'?");
    expect(() => host.grant("p", "carry", "much")).toThrow("the permission 'carry' takes a number of bytes");
  });

  it("that a plugin requires are refused, or asked for, before it starts", async () => {
    const needy = (id: string) => plugin(id, "", { permissions: { required: { visit: [`${id}.*`] } } });
    const asked: PermissionRequest[] = [];
    const { host, failures } = openHost(
      { granted: needy("granted"), asks: needy("asks"), refused: needy("refused") },
      {
        modules: [world],
        policy: {
          grants: { granted: { visit: ["granted.*"] }, asks: { visit: ["other.*"] } },
          ask: async (request) => {
            asked.push(request);
            return request.plugin === "asks";
          },
        },
      },
    );
    const report = await host.start();
    expect([...report.active].sort()).toEqual(["asks", "granted"]);
    expect(report.errors.map(({ code }) => code)).toEqual(["permission-refused"]);
    expect(failures).toEqual([
      `refused, activation, disabled: plugin 'refused' requires the permission 'visit' for ["refused.*"], which the host does not grant`,
    ]);
    expect(asked.find(({ plugin: id }) => id === "asks")).toEqual({
      plugin: "asks",
      version: "1.0.0",
      permission: "visit",
      doc: "Go to places.",
      wanted: ["asks.*"],
      isRequired: true,
    });
  });

  it("that are optional are requested while the plugin runs, and it waits for the answer", async () => {
    const source = `${ATTEMPTS}
attempt(
    lambda: plugin.granted("visit"),
    lambda: plugin.request("visit", ["town"]),
    lambda: world.visit("town"),
    lambda: world.visit("sea"),
    lambda: plugin.request("visit"),
    lambda: world.visit("sea"),
    lambda: plugin.request("visit", ["moon"]),
    lambda: plugin.request("visit", "town"),
    lambda: plugin.request("look"),
    lambda: plugin.request("loook"),
    lambda: plugin.request("carry"),
)
`;
    const permissions = { optional: { visit: ["town", "sea"], carry: 10 } };
    const { host, lines } = openHost(
      { p: plugin("p", source, { permissions }) },
      {
        modules: [world],
        policy: {
          ask: async ({ permission }) => {
            await new Promise((resolve) => setTimeout(resolve, 1));
            return permission === "visit";
          },
        },
      },
    );
    await host.start();
    expect(lines).toEqual([
      "p: False",
      "p: True",
      "p: in town",
      `p: PermissionError: plugin 'p' has no permission 'visit' for "sea", only for ["town"]; the host decides on more`,
      "p: True",
      "p: in sea",
      `p: ValueError: [permissions.optional] of the manifest has 'visit' for ["town","sea"] alone, not for ["moon"]`,
      `p: ValueError: permission 'visit' takes a list of names or patterns, as ["api.example.com", "*.example.org"]`,
      "p: ValueError: the manifest does not mention 'look'; add it to [permissions.optional] to ask for it",
      "p: ValueError: there is no permission 'loook'; did you mean 'look'?",
      "p: False",
    ]);
  });
});
