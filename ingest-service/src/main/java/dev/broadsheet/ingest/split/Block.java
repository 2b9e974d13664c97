package dev.broadsheet.ingest.split;

import java.util.List;

/**
 * A headline, paragraph or caption. `lines` are the page lines it was made of, ascending; `runs` lead each character of `text` back
 * to the page, white space that was put between two headline lines excepted.
 */
public record Block(Role role, String text, List<Integer> lines, List<Run> runs) {
    public Block {
        lines = List.copyOf(lines);
        runs = List.copyOf(runs);
    }
}
