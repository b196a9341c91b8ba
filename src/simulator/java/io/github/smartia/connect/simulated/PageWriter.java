package io.github.smartia.connect.simulated;

import java.util.List;
import java.util.Optional;

/** Writes pages as the API sends them. Not thread-safe. */
final class PageWriter {

    private static final int CHARS_A_SESSION = 800;

    private final DataShape shape;
    private final boolean cursors;
    private long pages;

    /** @param cursors whether there are any; otherwise both are null */
    PageWriter(DataShape shape, boolean cursors) {
        this.shape = shape;
        this.cursors = cursors;
    }

    String write(PageRequest request, Sessions.Page page) {
        boolean nested = shape == DataShape.NESTED || (shape == DataShape.ALTERNATING && pages % 2 == 1);
        pages++;
        StringBuilder text =
                new StringBuilder(CHARS_A_SESSION * (page.sessions().size() + 1));
        text.append(nested ? "{\"data\":[[" : "{\"data\":[");
        appendSessions(page.sessions(), text);
        text.append(nested ? "]]" : "]").append(",\"pagination\":{\"total\":").append(page.total());
        text.append(",\"limit\":").append(request.limit());
        text.append(",\"offset\":").append(request.offset());
        text.append(",\"previousCursor\":").append(cursor(request.previousCursor()));
        text.append(",\"nextCursor\":").append(cursor(request.nextCursor(page.total())));
        return text.append("}}").toString();
    }

    private static void appendSessions(List<SimulatedSession> sessions, StringBuilder to) {
        for (int i = 0; i < sessions.size(); i++) {
            if (i > 0) {
                to.append(',');
            }
            SessionJson.append(sessions.get(i), to);
        }
    }

    private String cursor(Optional<String> cursor) {
        return cursor.filter(any -> cursors).map(Json::quoted).orElse("null");
    }
}
