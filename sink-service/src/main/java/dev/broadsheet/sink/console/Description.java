package dev.broadsheet.sink.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;

/** GET /openapi.json: the API described for programs. */
final class Description implements Endpoints {
    private static final String TYPE = "application/json; charset=utf-8";

    @Override
    public void register(Routes routes) {
        Answer description = Answer.file(TYPE, read());
        routes.get("/openapi.json", Role.NONE, Set.of(), request -> description);
    }

    private static byte[] read() {
        try (InputStream file = Description.class.getResourceAsStream("openapi.json")) {
            if (file == null) {
                throw new IllegalStateException("openapi.json is not part of this installation");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
