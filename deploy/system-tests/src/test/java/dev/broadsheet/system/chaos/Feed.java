package dev.broadsheet.system.chaos;

import dev.broadsheet.system.Pages;
import dev.broadsheet.system.chaos.Delivery.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What is handed in during one run, in order: a pure function of seed and pages. Every page is distinct unless it says so. */
record Feed(List<Delivery> deliveries) {
    /** One in so many is no ordinary page. */
    private static final int RARE = 8;

    private static final List<String> TITLES = List.of("A01", "A02", "A03", "A04", "B01", "B02");

    Feed {
        deliveries = List.copyOf(deliveries);
    }

    static Feed of(long seed, int pages) {
        Random random = new Random(seed * 31 + 7);
        int first = 1 + random.nextInt(100_000);
        List<Delivery> deliveries = new ArrayList<>();
        List<Kind> poison = poison();
        for (int i = 0; i < pages; i++) {
            String text = Pages.text(first + i);
            String name = String.format(java.util.Locale.ROOT, "page-%05d.txt", i);
            if (i % RARE != RARE - 1) {
                deliveries.add(new Delivery(Kind.PAGE, name, text, ""));
            } else {
                deliveries.add(rare(random, poison, i, name, text, deliveries));
            }
        }
        return new Feed(deliveries);
    }

    /** Half versions of a few pages, a quarter duplicates, a quarter poison, each kind of it once before one comes again. */
    private static Delivery rare(
            Random random, List<Kind> poison, int i, String name, String text, List<Delivery> before) {
        int turn = i / RARE % 4;
        if (turn == 1) {
            Delivery again = before.stream()
                    .filter(delivery -> delivery.kind() == Kind.PAGE)
                    .skip(random.nextInt(i / 2))
                    .findFirst()
                    .orElseThrow();
            return new Delivery(Kind.DUPLICATE, "again-" + name, again.text(), "");
        }
        if (turn == 3) {
            Kind kind = poison.get(i / RARE / 4 % poison.size());
            return new Delivery(kind, "poison-" + name, poisoned(kind, text, random, i / RARE / 4 / poison.size()), "");
        }
        String slot = "青川晚报_20240308_" + TITLES.get(random.nextInt(TITLES.size()));
        return new Delivery(Kind.VERSION, slot + "_v" + i + ".txt", text, slot);
    }

    private static List<Kind> poison() {
        return List.of(Kind.STORE_REFUSES, Kind.ENRICH_FAILS, Kind.SPLIT_FAILS, Kind.REJECTED, Kind.TRUNCATED);
    }

    /** {@code round}: throws in even ones, hangs in odd ones. */
    private static String poisoned(Kind kind, String text, Random random, int round) {
        boolean throwing = round % 2 == 0;
        return switch (kind) {
            case SPLIT_FAILS -> marked(text, throwing ? Marks.SPLIT_THROWS : Marks.SPLIT_HANGS);
            case ENRICH_FAILS -> marked(text, throwing ? Marks.ENRICH_THROWS : Marks.ENRICH_HANGS);
            case STORE_REFUSES -> text.replaceFirst("做好服务", "做好\u0000服务");
            case REJECTED -> throwing ? "" : "\u0000\u0001\u0002".repeat(1 + random.nextInt(500));
            default -> text;
        };
    }

    private static String marked(String text, String mark) {
        return text.replaceFirst("做好服务", "做好" + mark + "服务");
    }
}
