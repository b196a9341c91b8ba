package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Session;
import java.util.List;
import java.util.Optional;

/**
 * Sessions to publish, in this order.
 *
 * @param before where reading stands as long as not all of them are published; empty where nothing was published yet
 * @param after where it stands once they are
 */
public record Delivery(Stream stream, List<Session> sessions, Optional<StreamOffset> before, StreamOffset after) {

    public Delivery {
        sessions = List.copyOf(sessions);
    }
}
