package dev.broadsheet.sink.console;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests in, or throws what keeps them out: too many of one address, a host name that is not ours (a foreign page whose name was bound
 * to this address), another site that makes a browser ask, a wrong token, a role that does not reach. Any thread.
 */
final class Gate {
    static final String COOKIE = "broadsheet_session";
    static final String CSRF = "X-Broadsheet-Csrf";
    private static final String BEARER = "Bearer ";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int BURST_SECONDS = 4;
    private static final int WRONG_TOKENS = 5;
    private static final double WRONG_TOKENS_PER_SECOND = 1.0 / 12;
    private static final int NETWORK_BYTES = 8;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final ConsoleSettings settings;
    private final Access access;
    private final RateLimiter requests;
    private final RateLimiter wrongTokens;

    Gate(ConsoleSettings settings, Access access, Clock clock) {
        this.settings = settings;
        this.access = access;
        int rate = settings.requestsPerSecond();
        this.requests = new RateLimiter((double) rate * BURST_SECONDS, rate, clock);
        this.wrongTokens = new RateLimiter(WRONG_TOKENS, WRONG_TOKENS_PER_SECOND, clock);
    }

    /** Every request, also one that cannot be read, from the address that {@link #address} told. */
    void count(String address) {
        if (!requests.take(address)) {
            throw tooMany(requests.secondsToWait(address), "too many requests");
        }
    }

    /** Every request that can be read, whatever it is for. */
    void admit(Request request) {
        String host = host(request);
        boolean anyName = !settings.loopback() && settings.names().isEmpty();
        boolean ours = anyName || settings.names().contains(host) || LOOPBACK.contains(host);
        if (!ours) {
            throw forbidden(
                    "this console is not called by that host name; BROADSHEET_CONSOLE_NAMES lists the names it has");
        }
    }

    /** What came from a page of another site. For requests that change something. */
    void ownSite(Request request) {
        HttpFields headers = request.getHeaders();
        String site = headers.get("Sec-Fetch-Site");
        String origin = headers.get(HttpHeader.ORIGIN);
        boolean foreign = site != null && !OWN_SITE.contains(site);
        boolean elsewhere =
                origin != null && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(headers.get(HttpHeader.HOST));
        if (foreign || elsewhere) {
            throw forbidden("this request comes from another site");
        }
    }

    Caller caller(Request request, String address) {
        String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (authorization != null) {
            String token = authorization.startsWith(BEARER) ? authorization.substring(BEARER.length()) : "";
            return new Caller(role(address, token), true, false, "", address);
        }
        String cookie = cookie(request);
        Caller caller = cookie == null ? null : access.caller(cookie, address);
        return caller == null ? new Caller(access.anonymous(), false, false, "", address) : caller;
    }

    /** What a token is good for; 401 where it is wrong, 429 after too many wrong ones. */
    Role role(String address, String token) {
        if (!wrongTokens.hasLeft(address)) {
            throw tooMany(wrongTokens.secondsToWait(address), "too many wrong tokens");
        }
        Role role = access.role(token);
        if (role == Role.NONE) {
            wrongTokens.take(address);
            throw unauthorized("this token is wrong");
        }
        return role;
    }

    /** Whether this caller may do that, means it, and is still who the page takes it for. */
    void allow(Caller caller, Route route, Request request) {
        String csrf = request.getHeaders().get(CSRF);
        boolean ofPage = csrf != null && (caller.bySession() || !caller.signedIn());
        if (ofPage && route.role() != Role.NONE && !Access.same(caller.csrf(), csrf)) {
            throw new ApiException(UNAUTHORIZED, "session_ended", "the session has ended; sign in again", null);
        }
        if (!caller.role().includes(route.role())) {
            throw caller.signedIn() ? forbidden("this needs the operator's token") : unauthorized("sign in first");
        }
        boolean changes = !route.method().equals("GET") && route.role() != Role.NONE;
        if (changes && caller.bySession() && csrf == null) {
            throw forbidden("the header " + CSRF + " is missing");
        }
    }

    /** Of IPv6 the network only: a host there has more addresses than we can count. */
    static String address(Request request) {
        String address = Request.getRemoteAddr(request);
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address && !parsed.isLoopbackAddress()
                    ? Arrays.toString(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private static String host(Request request) {
        String header = request.getHeaders().get(HttpHeader.HOST);
        try {
            return header == null ? "" : new HostPort(header).getHost().toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw ApiException.badRequest("the header Host is malformed");
        }
    }

    private static @Nullable String cookie(Request request) {
        for (HttpCookie cookie : Request.getCookies(request)) {
            if (cookie.getName().equals(COOKIE)) {
                return cookie.getValue();
            }
        }
        return null;
    }

    private static ApiException unauthorized(String message) {
        return new ApiException(UNAUTHORIZED, "unauthorized", message, null);
    }

    private static ApiException forbidden(String message) {
        return new ApiException(FORBIDDEN, "forbidden", message, null);
    }

    private static ApiException tooMany(int seconds, String what) {
        return ApiException.tooMany(what + "; try again in " + seconds + " s", seconds);
    }
}
