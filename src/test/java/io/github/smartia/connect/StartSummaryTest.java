package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.config.ConnectorVersion;
import io.github.smartia.connect.config.Properties;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StartSummaryTest {

    private static final String SECRET = "a secret of the right length";

    @Test
    void defaultsPublishThePupilInClear() {
        assertThat(summary(Map.of("api.key", "k-4711", "lookback.ms", "600000")))
                .isEqualTo("Smart IA connector " + ConnectorVersion.get() + " reads 1 organisation (default);"
                        + " streams: completed, in-progress; start date: none, all history; lookback: 10 min; topics:"
                        + " smart-ia.sessions.completed, smart-ia.sessions.in-progress, no dead letters."
                        + " Everything about the pupil is published in clear.");
    }

    @Test
    void settingsAreLoggedWithoutSecrets() {
        assertThat(summary(Map.of(
                        "api.key", "k-4711",
                        "streams", "completed",
                        "start.date", "2026-09-01",
                        "topic.completed", "done",
                        "dead.letter.topic", "broken",
                        "filter.user.ids", "pupil-1",
                        "user.fields.exclude", "upn,fullName",
                        "user.fields.pseudonymise", "userId",
                        "user.pseudonym.secret", SECRET)))
                .contains(
                        "streams: completed;",
                        "start date: 2026-09-01T00:00:00Z;",
                        "topics: done, dead letters broken.",
                        "User fields excluded: fullName, upn; pseudonymised: userId; all others are published in"
                                + " clear.")
                .doesNotContain("in-progress", "k-4711", "pupil-1", SECRET, "Everything");
        assertThat(summary(Map.of(
                        "api.key", "k-4711", "user.fields.pseudonymise", "userId", "user.pseudonym.secret", SECRET)))
                .contains("User fields excluded: none; pseudonymised: userId;");
    }

    @Test
    void tenOfManyOrganisationsAreNamed() {
        Map<String, String> settings = Properties.organisations(
                IntStream.range(0, 12).mapToObj(i -> "s" + i).toList(), "organisations.s3.start.date", "2026-09-01");

        assertThat(summary(settings))
                .contains("reads 12 organisations (s0, s1, ", "s9 and 2 more);")
                .contains("start date: differs between the organisations;")
                .doesNotContain("s10", "key-");
    }

    private static String summary(Map<String, String> settings) {
        return StartSummary.of(new SmartIaSourceConfig(settings));
    }
}
