package dev.broadsheet.cli;

import dev.broadsheet.enrich.extract.LoadedVocabulary;
import dev.broadsheet.enrich.extract.VocabularyReader;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What --vocabulary names. */
final class OperatorNames {
    private OperatorNames() {}

    /**
     * None where there is no folder. What was read, and what cannot be used, is told on standard error; {@link UserException} where the folder
     * is none or cannot be read.
     */
    static LoadedVocabulary read(@Nullable Path folder) {
        if (folder == null) {
            return LoadedVocabulary.NONE;
        }
        try {
            LoadedVocabulary names = VocabularyReader.read(folder);
            names.report(folder).forEach(System.err::println);
            return names;
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new UserException(folder + " is no folder, so there is no vocabulary to read");
        } catch (IOException e) {
            throw new UserException(folder + ": the vocabulary cannot be read: " + e);
        }
    }
}
