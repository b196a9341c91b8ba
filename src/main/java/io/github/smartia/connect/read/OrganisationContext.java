package io.github.smartia.connect.read;

import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.SourcePartition;

/**
 * What the streams of an organisation share.
 *
 * @param organisation the name in batches, offsets and messages
 * @param queue receives the batches
 * @param listener is told of progress
 */
public record OrganisationContext(
        String organisation, ReadSettings settings, EventLoop loop, BatchQueue queue, ReadListener listener) {

    public SourcePartition partition(SessionStream stream) {
        return new SourcePartition(organisation, stream);
    }
}
