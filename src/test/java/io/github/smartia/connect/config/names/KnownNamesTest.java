package io.github.smartia.connect.config.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.config.SmartIaSourceConfig;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownNamesTest {

    private static final Set<String> NAMES = SmartIaSourceConfig.definition().names();
    private static final KnownNames KNOWN =
            new KnownNames(NAMES, "organisations", List.of("api.key", "start.date", "filter.subjects"));

    @ParameterizedTest
    @CsvSource({
        "user.fields.exclud, user.fields.exclude",
        "user.fields.pseudonymize, user.fields.pseudonymise",
        "user.field.exclude, user.fields.exclude",
        "user.fields.drop, user.fields.exclude",
        "users.fields.exclude, user.fields.exclude",
        "user.pseudonym.secrets, user.pseudonym.secret",
        "user_fields_exclude, user.fields.exclude",
        "poll.intervall.ms, poll.interval.ms",
        "poll.interval, poll.interval.ms",
        "lookback, lookback.ms",
        "start_date, start.date",
        "startDate, start.date",
        "START.DATE, start.date",
        "api-key, api.key",
        "apikey, api.key",
        "api.max.requests.per.sec, api.max.requests.per.second",
        "topic.complete, topic.completed",
        "topics.completed, topic.completed",
        "dead.letters.topic, dead.letter.topic",
        "deadletter.topic, dead.letter.topic",
        "inprogress.tombstones, in.progress.tombstones",
        "filter.subject, filter.subjects",
        "filters.test.ids, filter.test.ids",
        "stream, streams",
        "metric.max.organisations, metrics.max.organisations",
        "metrics.max.organizations, metrics.max.organisations",
        "organisation, organisations",
        "organizations, organisations",
        "organizations.oaks.api.key, organisations.oaks.api.key",
        "organisation.North-East_2.start.date, organisations.North-East_2.start.date",
        "organisations.oaks.api.kye, organisations.oaks.api.key",
        "organisations.oaks.filters.subjects, organisations.oaks.filter.subjects",
        "organisations.oaks, organisations.oaks.api.key",
    })
    void aNameLikeOneOfOursIsMeant(String name, String meant) {
        assertThat(unknown(name)).singleElement().satisfies(unknown -> {
            assertThat(unknown.meant()).contains(meant);
            assertThat(unknown.message()).contains(name + " is not a setting", "Did you mean " + meant + "?");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "connector.class",
                "connector.plugin.version",
                "tasks.max",
                "tasks.max.enforce",
                "task.class",
                "config.action.reload",
                "key.converter",
                "key.converter.schemas.enable",
                "value.converter.schema.registry.url",
                "value.converter.plugin.version",
                "header.converter",
                "transforms",
                "transforms.user.type",
                "predicates",
                "predicates.api.key.pattern",
                "topic.creation.groups",
                "topic.creation.open.include",
                "errors.tolerance",
                "errors.log.include.messages",
                "exactly.once.support",
                "transaction.boundary",
                "transaction.boundary.interval.ms",
                "offsets.storage.topic",
                "producer.override.max.request.size",
                "consumer.override.client.id",
                "admin.override.bootstrap.servers",
                "kafka.api.key",
                "kafka.auth.mode",
                "confluent.topic.replication.factor",
                "transform.plugin.version",
            })
    void aNameOfConnectOrAPlatformIsLeftAlone(String name) {
        assertThat(unknown(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task.max",
                "topics",
                "metrics.recording.level",
                "schema.registry.url",
                "ssl.truststore.location",
                "bootstrap.servers",
                "aws.region",
                "batch.size",
                "value.convertor",
                "description",
                "",
            })
    void anyOtherNameIsUnknownButNotOneOfOurs(String name) {
        assertThat(unknown(name)).singleElement().satisfies(unknown -> {
            assertThat(unknown.meant()).isEmpty();
            assertThat(unknown.message())
                    .endsWith("is not a setting of this connector or of Kafka Connect, and has no effect.");
        });
    }

    @Test
    void aSettingOfOursIsNotUnknown() {
        assertThat(KNOWN.unknown(NAMES)).isEmpty();
    }

    @Test
    void aSettingOfAnyOrganisationIsNotUnknown() {
        assertThat(unknown("organisations.elms.api.key")).isEmpty();
    }

    @Test
    void aNameInAMessageKeepsLinesApartAndIsShort() {
        assertThat(unknown("forged\nERROR").get(0).message()).startsWith("forged?ERROR is not");
        assertThat(unknown("a".repeat(100_000)).get(0).message()).hasSizeLessThan(200);
        assertThat(unknown("user." + "a".repeat(100_000)).get(0).message()).hasSizeLessThan(250);
    }

    private static List<UnknownName> unknown(String name) {
        return KNOWN.unknown(Set.of(name));
    }
}
