package dev.broadsheet.sink.console;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Where a list goes on: the sort values of the last item that was shown, opaque to callers. */
public final class Cursor {
    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    public static String of(String... values) {
        byte[] text = String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    static List<String> read(String cursor, int values) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            List<String> read = List.of(text.split(SEPARATOR, -1));
            if (read.size() == values && text.indexOf('\0') < 0) {
                return read;
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            // told below, as a cursor of another list is
        }
        throw broken();
    }

    /** 400: for a cursor that was read and whose values are none of this list. */
    public static ApiException broken() {
        return ApiException.badRequest("cursor is not one that this list has given out");
    }
}
