package io.github.smartia.connect.simulated;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Writes pages as the API sends them. Not thread-safe. */
final class PageWriter {

    private final DataShape shape;
    private final boolean cursors;
    private long pages;

    /**
     * @param cursors whether pages contain the cursor of the next page; the cursor of the previous page is always null
     */
    PageWriter(DataShape shape, boolean cursors) {
        this.shape = shape;
        this.cursors = cursors;
    }

    String write(PageRequest request, Sessions.Page page) {
        boolean nested = shape == DataShape.NESTED || (shape == DataShape.ALTERNATING && pages++ % 2 == 1);
        ObjectNode json = JsonMapper.shared().createObjectNode();
        ArrayNode data = nested ? json.putArray("data").addArray() : json.putArray("data");
        page.sessions().forEach(session -> data.addRawValue(new RawValue(session.json())));
        ObjectNode pagination = json.putObject("pagination")
                .put("total", page.total())
                .put("limit", request.limit())
                .put("offset", request.offset())
                .putNull("previousCursor")
                .putNull("nextCursor");
        if (cursors && request.offset() < page.total() - request.limit()) {
            pagination.put("nextCursor", Integer.toString(request.offset() + request.limit()));
        }
        return json.toString();
    }
}
