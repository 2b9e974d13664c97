package dev.broadsheet.cli.compare;

import dev.broadsheet.contracts.Entity;

/** A mention, as a difference tells it. */
public record FoundName(String type, String text) {
    static FoundName of(Entity entity) {
        return new FoundName(entity.getType().name(), entity.getText());
    }
}
