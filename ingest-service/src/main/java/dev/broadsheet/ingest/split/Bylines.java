package dev.broadsheet.ingest.split;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects the credits of articles. A lone name in brackets behind a text is an author's, or a desk's that writes for the page: a
 * desk signs several articles, or its name does not begin with a surname.
 */
final class Bylines {
    private final CreditFinder finder;
    private final CreditParser parser;
    private final Datelines datelines = new Datelines();

    Bylines(CreditFinder finder, CreditParser parser) {
        this.finder = finder;
        this.parser = parser;
    }

    /** The lone names in brackets on the page that are desks. */
    Set<String> desks(List<Item> items) {
        Map<String, Integer> signed = new HashMap<>();
        for (Item item : items) {
            for (Placed placed : item.rows()) {
                closing(placed).ifPresent(credit -> {
                    if (credit.bare().size() == 1) {
                        signed.merge(credit.bare().get(0), 1, Integer::sum);
                    }
                });
            }
        }
        Set<String> desks = new LinkedHashSet<>();
        signed.forEach((name, times) -> {
            if (times > 1 || !parser.names().hasSurname(name)) {
                desks.add(name);
            }
        });
        return desks;
    }

    List<Byline> of(Item item, Set<String> desks) {
        Set<Byline> found = new LinkedHashSet<>();
        for (Placed placed : item.rows()) {
            String text = placed.row().folded();
            if (placed.has(Trait.DATELINE)) {
                finder.front(text, datelines.end(text)).ifPresent(c -> found.addAll(c.bylines()));
            }
            closing(placed).ifPresent(c -> add(c, desks, found));
            if (placed.has(Trait.PHOTO_SIGNED)) {
                finder.photographer(text).ifPresent(c -> found.addAll(c.bylines()));
            }
            if (placed.state().role() == Role.BYLINE) {
                line(placed).ifPresent(c -> add(c, desks, found));
            }
        }
        return List.copyOf(found);
    }

    private Optional<CreditParser.Credit> closing(Placed placed) {
        boolean closes = placed.has(Trait.SIGNED) || placed.has(Trait.BRACKETED);
        return closes ? finder.closingBracket(placed.row().folded()) : Optional.empty();
    }

    private Optional<CreditParser.Credit> line(Placed placed) {
        String text = placed.row().folded();
        if (placed.has(Trait.BRACKETED)) {
            return Optional.empty();
        }
        return finder.line(text).or(() -> finder.photographer(text)).or(() -> finder.names(text));
    }

    private void add(CreditParser.Credit credit, Set<String> desks, Set<Byline> found) {
        for (Byline byline : credit.bylines()) {
            boolean desk = byline.role() == BylineRole.AUTHOR && desks.contains(byline.name());
            found.add(desk ? new Byline(BylineRole.SOURCE, byline.name()) : byline);
        }
        if (!credit.worded()) {
            for (String name : credit.bare()) {
                boolean desk = credit.bare().size() == 1 && desks.contains(name);
                found.add(new Byline(desk ? BylineRole.SOURCE : BylineRole.AUTHOR, name));
            }
        }
    }
}
