package io.github.smartia.connect.quickstart;

import java.util.Map;

/** What standard output is connected to. */
final class Terminal {

    private Terminal() {}

    /** Whether the display of this process can be drawn over itself. */
    // Later JDKs have a console that is never null; the POM asks them for the one that is.
    @SuppressWarnings("SystemConsoleNull")
    static boolean canRedraw() {
        return canRedraw(System.console() != null, System.getenv());
    }

    /**
     * As {@link #canRedraw()}, for any process.
     *
     * @param console whether the process has a console, which is one terminal for both input and output
     */
    static boolean canRedraw(boolean console, Map<String, String> environment) {
        String type = environment.getOrDefault("TERM", "dumb");
        // Windows Terminal understands the same sequences and sets no TERM.
        return console && (!type.equals("dumb") || environment.containsKey("WT_SESSION"));
    }
}
