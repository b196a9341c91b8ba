package io.github.smartia.connect.benchmark;

import java.util.List;

/** One thing to measure. */
sealed interface Scenario permits Backfill, Cold, Ceiling, Million, Cpu, ManyOrganisations {

    /** Measures it, which may take minutes. */
    List<Figure> measure();
}
