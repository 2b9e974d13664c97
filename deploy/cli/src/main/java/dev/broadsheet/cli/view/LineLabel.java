package dev.broadsheet.cli.view;

import dev.broadsheet.ingest.split.Role;

/** What a page line should be: `article` counts from 1 as the labels number them and is 0 outside articles. */
record LineLabel(int article, Role role, boolean joined) {}
