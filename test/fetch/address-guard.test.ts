import { describe, expect, it } from "vitest";
import { createAddressGuard } from "../../src/fetch/address-guard.ts";

const closed = createAddressGuard([]);

describe("the address guard", () => {
  it.each([
    ["loopback", "127.0.0.1"],
    ["loopback elsewhere", "127.8.0.1"],
    ["loopback of IPv6", "::1"],
    ["loopback mapped into IPv6", "::ffff:127.0.0.1"],
    ["loopback mapped into IPv6 in hex", "::ffff:7f00:1"],
    ["loopback in the old compatible form", "::127.0.0.1"],
    ["loopback behind NAT64", "64:ff9b::7f00:1"],
    ["loopback behind 6to4", "2002:7f00:1::"],
    ["the unspecified address", "0.0.0.0"],
    ["the unspecified address of IPv6", "::"],
    ["the metadata service of clouds", "169.254.169.254"],
    ["a private network", "10.1.2.3"],
    ["another private network", "172.16.0.1"],
    ["a home network", "192.168.1.1"],
    ["a private network of IPv6", "fd00::1"],
    ["link-local IPv6", "fe80::1"],
    ["site-local IPv6", "fec0::1"],
    ["carrier-grade NAT", "100.64.0.1"],
    ["multicast", "224.0.0.1"],
    ["broadcast", "255.255.255.255"],
    ["documentation", "2001:db8::1"],
    ["IPv6 that nobody was given", "4000::1"],
    ["no address at all", "feeds.example"],
    ["nothing", ""],
  ])("refuses %s (%s)", (_, address) => {
    expect(closed.allowsAddress(address)).toBe(false);
  });

  it.each(["9.9.9.9", "2620:fe::fe", "::ffff:9.9.9.9", "64:ff9b::909:909"])("lets the public %s through", (address) => {
    expect(closed.allowsAddress(address)).toBe(true);
  });

  it("allows what the user allows, and nothing beside it", () => {
    const guard = createAddressGuard([
      "feeds.home.example",
      "LOCALHOST:8099",
      "10.1.0.0/16",
      "fd00::/8",
      "192.168.1.7",
      "[::1]:81",
    ]);
    const allows = (url: string) => guard.allowsHost(new URL(url));
    expect(
      Object.fromEntries(
        [
          "http://feeds.home.example/rss",
          "https://feeds.home.example.:8443/rss",
          "http://other.home.example/",
          "http://localhost:8099/feed",
          "http://localhost/feed",
          "http://10.1.200.3/",
          "http://0xa.1.3/",
          "http://10.2.0.1/",
          "http://192.168.1.7:9000/",
          "http://192.168.1.8/",
          "http://[fd12::1]/",
          "http://[::1]:81/",
          "http://[::1]/",
          "http://[::ffff:10.1.0.1]/",
        ].map((url) => [url, allows(url)]),
      ),
    ).toEqual({
      "http://feeds.home.example/rss": true,
      "https://feeds.home.example.:8443/rss": true,
      "http://other.home.example/": false,
      "http://localhost:8099/feed": true,
      "http://localhost/feed": false,
      "http://10.1.200.3/": true,
      "http://0xa.1.3/": true,
      "http://10.2.0.1/": false,
      "http://192.168.1.7:9000/": true,
      "http://192.168.1.8/": false,
      "http://[fd12::1]/": true,
      "http://[::1]:81/": true,
      "http://[::1]/": false,
      "http://[::ffff:10.1.0.1]/": true,
    });
    expect([guard.allowsAddress("10.1.9.9"), guard.allowsAddress("10.2.9.9")]).toEqual([true, false]);
  });

  it("tells a port of 80 from no port", () => {
    const guard = createAddressGuard(["desk.example:80"]);
    expect([
      guard.allowsHost(new URL("http://desk.example/")),
      guard.allowsHost(new URL("https://desk.example/")),
    ]).toEqual([true, false]);
  });

  it.each(["10.0.0.0/99", "http://desk.example", "a b", "user@desk.example", "desk.example/feed", ""])(
    "says which entry of the configuration means nothing: %s",
    (entry) => {
      expect(() => createAddressGuard([entry])).toThrow(
        `fetch.allowedHosts: "${entry}" is neither a host, a host:port pair nor an address range such as "10.0.0.0/8".`,
      );
    },
  );
});
