package io.github.smartia.connect.read;

import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.schedule.OrganisationReader;
import io.github.smartia.connect.schedule.ReadAhead;
import java.util.Map;

/** Readers of one organisation, in virtual time. */
final class TestReaders {

    private TestReaders() {}

    /** Starts reading an organisation of which nothing was read before. */
    static OrganisationReader start(
            SessionsApi api,
            ReadSettings settings,
            ContentHash hash,
            VirtualLoop loop,
            BatchQueue queue,
            ReadListener listener) {
        OrganisationContext context = new OrganisationContext("some-school", settings, loop, queue, listener);
        OrganisationReader reader = new OrganisationReader(context, api, hash, Map.of(), new ReadAhead(100, 9));
        reader.start(settings.pollInterval());
        return reader;
    }
}
