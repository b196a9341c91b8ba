package io.github.smartia.connect.read;

import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.schedule.OrganisationReader;
import io.github.smartia.connect.schedule.ReadAhead;
import java.util.Map;

/** Readers of one organisation, in virtual time. */
final class TestReaders {

    private TestReaders() {}

    /** Begins to read an organisation of which nothing was read before. */
    static OrganisationReader start(
            SessionsApi api,
            ReadSettings settings,
            ContentHash hash,
            VirtualLoop loop,
            BatchQueue queue,
            ReadListener listener) {
        OrganisationReader reader = new OrganisationReader(
                "some-school", api, settings, hash, Map.of(), loop, queue, new ReadAhead(100, 9), listener);
        reader.start(settings.pollInterval());
        return reader;
    }
}
