// A weather service on a slow network, in place of `fetch`: what it answers comes late, and now and then not at all.

const SKIES = ["clear", "breeze", "rain", "storm"];

/** As `fetch`, for the battery `http`. `random` decides on the weather and on the network. */
export function weatherService(platform, random) {
  return async (url, { signal }) => {
    await late(platform, 300 + random() * 900, signal);
    if (random() < 0.15) return new Response("the mast has fallen over", { status: 503 });
    const station = new URL(url).hostname.split(".")[0];
    const sky = SKIES[Math.floor(random() * SKIES.length)];
    return Response.json({ station, sky, wind: [random() * 2 - 1, random() * 2 - 1] });
  };
}

function late(platform, milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const cancel = platform.timer(milliseconds, resolve);
    signal.addEventListener("abort", () => {
      cancel();
      reject(signal.reason);
    });
  });
}
