package dev.broadsheet.ingest.intake;

import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.ingest.feed.FileHints;
import dev.broadsheet.ingest.text.CharsetFinder;
import dev.broadsheet.ingest.text.TextReading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a claimed file, never more than the limit and one byte of it, and decides whether it can be an issue. Any thread. */
final class IssueReader {
    static final int LIMIT = Topic.Sizes.FILE;
    private static final int MIB = 1024 * 1024;

    private final CharsetFinder charsets = new CharsetFinder();

    /** What a file is. */
    sealed interface Reading permits Issue, Bad {}

    record Issue(RawIssue raw) implements Reading {}

    /** What is wrong with a file, for telemetry. */
    enum Fault {
        EMPTY,
        TOO_LARGE,
        NO_TEXT,
        UNREADABLE
    }

    /** No issue: why, in words that say what to do; {@code gone} where there is no file any more. */
    record Bad(Fault fault, String reason, @Nullable String issueId, boolean gone) implements Reading {}

    Reading read(Claim claim) {
        if (Files.isSymbolicLink(claim.file())) {
            return new Bad(
                    Fault.UNREADABLE,
                    "the file is a symbolic link, and links are not followed; drop the page itself",
                    null,
                    false);
        }
        if (claim.size() > LIMIT) {
            return oversized(claim.size());
        }
        try (InputStream file = Files.newInputStream(claim.file(), LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = content(file, (int) claim.size());
            return content.length > LIMIT ? oversized(Files.size(claim.file())) : judge(claim, content);
        } catch (NoSuchFileException e) {
            return new Bad(Fault.UNREADABLE, "the file vanished while it was read; drop it again", null, true);
        } catch (IOException e) {
            return new Bad(
                    Fault.UNREADABLE, "the file cannot be read (" + e + "); mend that and drop it again", null, false);
        }
    }

    private Reading judge(Claim claim, byte[] content) {
        if (content.length == 0) {
            return new Bad(Fault.EMPTY, "the file is empty; drop the page's text", null, false);
        }
        TextReading reading = charsets.find(content);
        if (reading instanceof TextReading.NoText noText) {
            return new Bad(Fault.NO_TEXT, noText.reason(), Ids.issueId(content), false);
        }
        FileHints hints = claim.feed().hints(claim.name());
        return new Issue(RawIssue.newBuilder()
                .setIssueId(Ids.issueId(content))
                .setDelivery(claim.delivery())
                .setContent(ByteBuffer.wrap(content))
                .setCharset(((TextReading.Text) reading).charset())
                .setPublication(hints.publication())
                .setIssueDate(hints.issueDate())
                .setEdition(hints.edition())
                .setPage(hints.page())
                .build());
    }

    /** Memory for the expected size only; a file that grew meanwhile is read up to the limit and one byte. */
    private static byte[] content(InputStream file, int expected) throws IOException {
        byte[] content = file.readNBytes(expected);
        int next = content.length < expected ? -1 : file.read();
        if (next < 0) {
            return content;
        }
        byte[] rest = file.readNBytes(LIMIT - content.length);
        byte[] all = Arrays.copyOf(content, content.length + 1 + rest.length);
        all[content.length] = (byte) next;
        System.arraycopy(rest, 0, all, content.length + 1, rest.length);
        return all;
    }

    private static Bad oversized(long size) {
        return new Bad(
                Fault.TOO_LARGE,
                "the file has " + size + " bytes, the limit is " + LIMIT + " (" + LIMIT / MIB
                        + " MiB); drop single pages",
                null,
                false);
    }
}
