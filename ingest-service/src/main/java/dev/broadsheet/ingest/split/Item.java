package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An article while it is being put together: its rows in reading order. Confined to one call of the splitter. */
final class Item {
    private final List<Placed> rows = new ArrayList<>();
    private float margin;
    private @Nullable String section;

    Item(float margin) {
        this.margin = margin;
    }

    List<Placed> rows() {
        return rows;
    }

    void add(Placed placed, float rowMargin) {
        rows.add(placed);
        doubt(rowMargin);
    }

    /** A border of this article, or the lack of one, that beats the next best reading by no more than this. */
    void doubt(float rowMargin) {
        margin = Math.min(margin, rowMargin);
    }

    float margin() {
        return margin;
    }

    @Nullable
    String section() {
        return section;
    }

    void section(String name) {
        section = name;
    }

    int firstLine() {
        return rows.stream().mapToInt(p -> p.row().firstLine()).min().orElseThrow();
    }

    boolean has(Role role) {
        return rows.stream().anyMatch(p -> p.state().role() == role);
    }

    @Nullable
    Placed lastRunning() {
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (rows.get(i).isRunning()) {
                return rows.get(i);
            }
        }
        return null;
    }

    /** It stops in mid-sentence, with nothing behind. */
    boolean endsOpen() {
        Placed last = rows.get(rows.size() - 1);
        return last.isRunning() && last.isOpen();
    }
}
