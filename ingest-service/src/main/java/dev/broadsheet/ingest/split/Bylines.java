package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Collects the credits of articles. A lone name in brackets behind a text is an author's, or a desk's that writes for the page: a
 * desk is an abbreviation that signs several articles.
 */
final class Bylines {
    private static final int DESK_SIGNS = 3;
    private static final int DESK_LENGTH = 2;
    private static final String DESK_ENDS = "宣融讯综闻组";
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
                closing(placed, placed.row().folded()).ifPresent(credit -> {
                    if (credit.bare().size() == 1) {
                        signed.merge(credit.bare().get(0), 1, Integer::sum);
                    }
                });
            }
        }
        Set<String> desks = new LinkedHashSet<>();
        signed.forEach((name, times) -> {
            if (isDesk(name, times)) {
                desks.add(name);
            }
        });
        return desks;
    }

    private boolean isDesk(String name, int times) {
        if (parser.names().hasSurname(name)) {
            return times >= DESK_SIGNS && name.length() == DESK_LENGTH;
        }
        return times > 1 || DESK_ENDS.indexOf(name.charAt(name.length() - 1)) >= 0;
    }

    List<Byline> of(Item item, Set<String> desks) {
        Set<Byline> found = new LinkedHashSet<>();
        boolean running = item.has(Role.BODY);
        List<Placed> rows = item.rows();
        for (int i = 0; i < rows.size(); i++) {
            String text = CreditRows.text(rows, i);
            if (!text.isEmpty()) {
                read(rows.get(i), text, running, credit -> add(credit, desks, found));
            }
        }
        return List.copyOf(found);
    }

    private void read(Placed placed, String text, boolean running, Consumer<CreditParser.Credit> credits) {
        Role role = placed.state().role();
        if (placed.has(Trait.DATELINE)) {
            finder.front(text, datelines.end(text)).ifPresent(credits);
        }
        closing(placed, text).ifPresent(credits);
        if (role == Role.CAPTION || placed.has(Trait.PHOTO_SIGNED)) {
            credits.accept(finder.photographers(text));
        }
        if (!placed.has(Trait.DATELINE) && (role == Role.BYLINE || placed.has(Trait.CREDIT))) {
            line(placed, text, running).ifPresent(credits);
        }
    }

    private Optional<CreditParser.Credit> closing(Placed placed, String text) {
        boolean textRow = placed.isRunning()
                || placed.state().role() == Role.BYLINE
                || placed.state().role() == Role.CAPTION;
        boolean closes = placed.has(Trait.SIGNED)
                || (placed.isRunning() && text.endsWith(")"))
                || (textRow && placed.has(Trait.BRACKETED));
        return closes ? finder.closingBracket(text) : Optional.empty();
    }

    /** In an article without running text X 摄影报道 is a photographer. */
    private Optional<CreditParser.Credit> line(Placed placed, String text, boolean running) {
        if (placed.has(Trait.BRACKETED)) {
            boolean read = finder.closingBracket(text).isPresent();
            return read ? Optional.empty() : finder.signature(text);
        }
        Optional<CreditParser.Credit> photo = running ? Optional.empty() : finder.photographer(text);
        return photo.or(() -> finder.line(text))
                .or(() -> finder.photographer(text))
                .or(() -> finder.names(text))
                .or(() -> finder.signature(text));
    }

    private void add(CreditParser.Credit credit, Set<String> desks, Set<Byline> found) {
        List<Byline> persons = new ArrayList<>();
        for (Byline byline : credit.bylines()) {
            boolean desk = byline.role() == BylineRole.AUTHOR && desks.contains(byline.name());
            persons.add(desk ? new Byline(BylineRole.SOURCE, byline.name()) : byline);
        }
        for (String name : credit.bare()) {
            boolean desk = credit.bare().size() == 1 && !credit.worded() && desks.contains(name);
            persons.add(new Byline(desk ? BylineRole.SOURCE : BylineRole.AUTHOR, name));
        }
        if (persons.isEmpty()) {
            credit.bodies().forEach(body -> found.add(new Byline(BylineRole.SOURCE, body)));
        }
        found.addAll(persons);
    }
}
