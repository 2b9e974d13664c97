package dev.broadsheet.enrich.project;

import dev.broadsheet.enrich.extract.MetricMention;
import dev.broadsheet.enrich.link.LinkedEntity;
import dev.broadsheet.enrich.link.LinkedPlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project while its article is read. Not thread-safe. */
final class Draft {
    private final String name;
    private final Passage mention;
    private @Nullable LinkedPlace place;
    private int mentions;
    private @Nullable LinkedEntity owner;
    private int ownerRank = Integer.MAX_VALUE;
    private final List<Milestone> milestones = new ArrayList<>();
    private final List<Investment> investments = new ArrayList<>();

    Draft(String name, @Nullable LinkedPlace place, Passage mention) {
        this.name = name;
        this.place = place;
        this.mention = mention;
    }

    void mentionedIn(@Nullable LinkedPlace where) {
        mentions++;
        boolean finer = where != null && (place == null || where.path().startsWith(place.path() + "/"));
        place = finer ? where : place;
    }

    /** {@code rank}: lower is surer; of equals the first one holds. */
    void ownedBy(LinkedEntity body, int rank) {
        if (rank < ownerRank) {
            owner = body;
            ownerRank = rank;
        }
    }

    /** Of one stage and status the first that is dated holds, else the first. */
    void milestone(Milestone found) {
        for (int i = 0; i < milestones.size(); i++) {
            Milestone known = milestones.get(i);
            if (known.stage() == found.stage() && known.status() == found.status()) {
                if (known.when() == null && found.when() != null) {
                    milestones.set(i, found);
                }
                return;
            }
        }
        milestones.add(found);
    }

    void investment(InvestmentKind kind, MetricMention metric) {
        investments.add(new Investment(kind, metric));
    }

    FoundProject found() {
        milestones.sort(Comparator.comparing(Milestone::stage).thenComparing(Milestone::status));
        return new FoundProject(name, place, mention, mentions, owner, milestones, investments);
    }
}
