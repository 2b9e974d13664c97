package dev.broadsheet.ingest.split;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads publication, date and page number from the page's furniture. The first row that tells one of them counts. */
final class HeadReader {
    private static final int LONGEST = 90;
    private static final int TOP = 10;
    private static final String GAPS = " ·|/:,《》()";
    private static final Script SCRIPT = new Script();
    private final FurnitureFinder finder;

    HeadReader(FurnitureFinder finder) {
        this.finder = finder;
    }

    PageHead read(List<Row> furniture) {
        String publication = null;
        LocalDate date = null;
        String page = null;
        for (Row row : furniture) {
            String plain = SCRIPT.plain(row.folded());
            if (plain.length() > LONGEST || finder.isIndex(plain)) {
                continue;
            }
            publication = publication == null ? publication(row.folded(), plain) : publication;
            date = date == null ? PrintedDate.read(plain) : date;
            page = page == null ? page(row, plain) : page;
        }
        return new PageHead(publication, date, page);
    }

    private static @Nullable String page(Row row, String plain) {
        String number = PageNumber.read(plain);
        return number == null && row.index() < TOP ? PageNumber.leading(plain) : number;
    }

    /** The first word that is the name of a paper, as printed. */
    private @Nullable String publication(String folded, String plain) {
        int from = 0;
        for (int i = 0; i <= plain.length(); i++) {
            if (i < plain.length() && GAPS.indexOf(plain.charAt(i)) < 0) {
                continue;
            }
            if (i - from > 2 && finder.top().isPaper(plain.substring(from, i))) {
                return folded.substring(from, i);
            }
            from = i + 1;
        }
        return null;
    }
}
