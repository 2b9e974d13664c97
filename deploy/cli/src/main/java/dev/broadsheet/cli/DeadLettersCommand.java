package dev.broadsheet.cli;

import picocli.CommandLine.Command;

/** What an operator does with records that a stage gave up. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = {
            "Records that a stage could not process, kept whole: shows them, has them tried again, or puts them aside.",
            "A letter is DEAD until it is replayed or discarded, and DEAD again if its replay fails."
        },
        subcommands = {
            DeadLetterListCommand.class,
            DeadLetterShowCommand.class,
            DeadLetterReplayCommand.class,
            DeadLetterDiscardCommand.class
        })
final class DeadLettersCommand {}
