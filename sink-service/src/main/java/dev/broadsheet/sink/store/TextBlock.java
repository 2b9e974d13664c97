package dev.broadsheet.sink.store;

import java.util.List;

/** A headline, paragraph or caption with the numbers of its page lines and where each stretch of it stands. */
public record TextBlock(String role, String text, List<Integer> lines, List<Stretch> runs) {
    /** UTF-16 units from 0. */
    public record Stretch(int line, int blockOffset, int pageOffset, int length) {}
}
