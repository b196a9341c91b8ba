package io.github.smartia.connect.paging;

/**
 * By how many sessions a page that is asked for ahead starts before the end of its forerunner. Enough that two different
 * dates lie in the overlap, or the seam proves nothing; as few as the ties in the data allow, for each is read twice.
 */
final class PageOverlap {

    private static final int LEAST = 4;
    /** Clean seams in a row after which fewer are tried. */
    private static final int PATIENCE = 16;

    private final int most;
    private int sessions;
    private int clean;

    PageOverlap(int pageSize) {
        this.most = pageSize / 2;
        this.sessions = LEAST;
    }

    int sessions() {
        return sessions;
    }

    void seamHeld() {
        if (++clean >= PATIENCE) {
            sessions = Math.max(LEAST, sessions / 2);
            clean = 0;
        }
    }

    void seamBroke() {
        sessions = Math.min(most, sessions * 2);
        clean = 0;
    }
}
