package dev.broadsheet.sink.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The API's paths, below /api/v1. A handler runs on a thread of the server, may block, and is called only by whoever has the role; it throws
 * {@link ApiException} for what the caller is to be told, StoreUnavailableException for 503, and anything else for 500.
 */
public final class Routes {
    private final List<Route> routes = new ArrayList<>();

    /** Answers one request. */
    public interface Handler {
        Answer answer(ApiRequest request);
    }

    /** {@code parameters}: those of the URL that it knows; any other is refused. */
    public Routes get(String pattern, Role role, Set<String> parameters, Handler handler) {
        return add(new Route("GET", pattern, role, parameters, handler));
    }

    /** Takes a JSON body, or none. */
    public Routes post(String pattern, Role role, Handler handler) {
        return add(new Route("POST", pattern, role, Set.of(), handler));
    }

    Routes delete(String pattern, Role role, Handler handler) {
        return add(new Route("DELETE", pattern, role, Set.of(), handler));
    }

    List<Route> all() {
        return List.copyOf(routes);
    }

    /** The route with its parts; throws 404 and 405. */
    Match find(String method, List<String> path) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        TreeSet<String> others = new TreeSet<>();
        for (Route route : routes) {
            Map<String, String> parts = route.match(path);
            if (parts != null && route.method().equals(wanted)) {
                return new Match(route, parts);
            }
            if (parts != null) {
                others.add(route.method());
            }
        }
        if (others.isEmpty()) {
            throw ApiException.notFound("there is no such path; /api/v1/openapi.json lists all");
        }
        throw new ApiException(405, "method_not_allowed", "this path takes " + String.join(", ", others), null);
    }

    /** A route and what stands in its places. */
    record Match(Route route, Map<String, String> parts) {}

    private Routes add(Route route) {
        routes.add(route);
        return this;
    }
}
