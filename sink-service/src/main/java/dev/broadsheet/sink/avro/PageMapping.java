package dev.broadsheet.sink.avro;

import dev.broadsheet.contracts.Block;
import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.contracts.RecordState;
import dev.broadsheet.sink.store.Imprint;
import dev.broadsheet.sink.store.Origin;
import dev.broadsheet.sink.store.PageLine;
import dev.broadsheet.sink.store.StoredPage;
import dev.broadsheet.sink.store.TextBlock;
import dev.broadsheet.sink.store.Version;

/** Pages, and what pages and articles have in common. */
final class PageMapping {
    private PageMapping() {}

    static StoredPage page(Page page) {
        Delivery delivery = page.getDelivery();
        return new StoredPage(
                page.getPageId(),
                version(page.getVersion()),
                stands(page.getState()),
                new Origin(delivery.getFeed(), delivery.getFileName(), delivery.getDeliveryId()),
                new Imprint(page.getPublication(), page.getIssueDate(), page.getEdition(), page.getPage()),
                delivery.getSize(),
                delivery.getModifiedAt(),
                delivery.getArrivedAt(),
                page.getLines().stream()
                        .map(line -> new PageLine(line.getNumber(), line.getOffset(), line.getText()))
                        .toList(),
                page.getFurniture().stream().map(PageMapping::block).toList(),
                page.getArticleIds(),
                page.getConfidence(),
                page.getExtractor());
    }

    static Version version(PageVersion version) {
        return new Version(version.getReceivedAt(), version.getIssueId(), version.getGeneration());
    }

    static TextBlock block(Block block) {
        return new TextBlock(
                block.getRole().name(),
                block.getText(),
                block.getLines(),
                block.getRuns().stream()
                        .map(run -> new TextBlock.Stretch(
                                run.getLine(), run.getBlockOffset(), run.getPageOffset(), run.getLength()))
                        .toList());
    }

    static boolean stands(RecordState state) {
        return state != RecordState.RETRACTED;
    }
}
