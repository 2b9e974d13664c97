package dev.broadsheet.sink.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Who one is, and how a browser signs in and out. */
final class Sessions implements Endpoints {
    private static final String PATH = "/session";

    private final Access access;
    private final Gate gate;
    private final boolean tls;

    Sessions(Access access, Gate gate, boolean tls) {
        this.access = access;
        this.gate = gate;
        this.tls = tls;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH, Role.NONE, Set.of(), request -> show(request.caller()));
        routes.post(PATH, Role.NONE, this::open);
        routes.delete(PATH, Role.NONE, request -> Answer.empty().with("Set-Cookie", cookie("", 0)));
    }

    private Answer show(Caller caller) {
        ObjectNode session = Json.object();
        session.put("user", caller.name());
        session.put("role", caller.role().name());
        session.put("loginRequired", access.anonymous() == Role.NONE);
        session.put("csrf", caller.bySession() ? caller.csrf() : null);
        return Answer.ok(session).with("Cache-Control", "no-store");
    }

    private Answer open(ApiRequest request) {
        JsonNode token = request.body().path("token");
        if (!token.isTextual()) {
            throw ApiException.badRequest("token is missing or no text");
        }
        String session = access.open(gate.role(request.caller().address(), token.textValue()));
        Caller caller = access.caller(session, request.caller().address());
        if (caller == null) {
            throw new IllegalStateException("a session that was just opened is valid");
        }
        return show(caller).with("Set-Cookie", cookie(session, Access.SESSION.toSeconds()));
    }

    private String cookie(String value, long seconds) {
        return Gate.COOKIE + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict"
                + (tls ? "; Secure" : "");
    }
}
