// Keeps the pages of visits, and what belongs to them, as they were seen last, for when there is no connection. What is sent passes by.

const PAGES = "pledge-visits";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const kept = request.method === "GET" && origin === self.location.origin && !pathname.startsWith("/demo/");
  if (kept && !/\/(token|worker\.js)$/.test(pathname)) event.respondWith(fresh(request));
});

/** From the network, and from what was kept where there is none. Nothing is kept but what the server gave whole. */
async function fresh(request) {
  const page = request.mode === "navigate";
  const cache = await caches.open(PAGES);
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await cache.put(request, answer.clone());
    return answer;
  } catch {
    return (await cache.match(request, { ignoreVary: true, ignoreSearch: page })) ?? Response.error();
  }
}
