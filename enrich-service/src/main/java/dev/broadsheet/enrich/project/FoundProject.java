package dev.broadsheet.enrich.project;

import dev.broadsheet.enrich.extract.Status;
import dev.broadsheet.enrich.link.LinkedEntity;
import dev.broadsheet.enrich.link.LinkedPlace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an article says of one project.
 *
 * @param name canonical
 * @param place where it stands, null where it is not sure
 * @param mention the first one
 * @param mentions how often the article names it
 * @param owner the body that invests in, builds or runs it
 * @param milestones each stage once for a status, in the order of stages
 * @param investments in reading order
 */
public record FoundProject(
        String name,
        @Nullable LinkedPlace place,
        Passage mention,
        int mentions,
        @Nullable LinkedEntity owner,
        List<Milestone> milestones,
        List<Investment> investments) {
    public FoundProject {
        milestones = List.copyOf(milestones);
        investments = List.copyOf(investments);
    }

    /** The furthest stage it has reached. */
    public Optional<ProjectStage> stage() {
        return milestones.stream()
                .filter(milestone -> milestone.status() == Status.ACTUAL)
                .map(Milestone::stage)
                .max(Comparator.naturalOrder());
    }
}
