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
    @CsvSource(delimiter = '|', textBlock = """
            user.fields.exclude                    | user.fields.exclud user.field.exclude user.fields.drop
            user.fields.exclude                    | users.fields.exclude user_fields_exclude user.fields.excluded
            user.fields.exclude                    | userFieldsExclude user.fields.remove
            user.fields.pseudonymise               | user.fields.pseudonymised user.fields.pseudonym
            user.pseudonym.secret                  | user.pseudonyms.secret
            poll.interval.ms                       | poll.intervall.ms poll.interval
            start.date                             | start_date startDate START.DATE
            api.key                                | api-key apikey
            api.max.requests.per.second            | api.max.requests.per.sec
            api.max.retries                        | api.max.retry
            topic.completed                        | topic.complete topics.completed
            dead.letter.topic                      | dead.letters.topic deadletter.topic
            in.progress.tombstones                 | inprogress.tombstones
            filter.subjects                        | filter.subject
            filter.test.ids                        | filters.test.ids
            streams                                | stream
            metrics.max.organisations              | metric.max.organisations metrics.max.organizations
            organisations                          | organisation organizations
            organisations.oaks.api.key             | organizations.oaks.api.key organisations.oaks.key organisations.oaks
            organisations.oaks.api.key             | organisations.oaks.api.kye
            organisations.North-East_2.start.date  | organisation.North-East_2.start.date organisations.North-East_2.start_date
            organisations.oaks.filter.subjects     | organisations.oaks.filters.subjects organisations.oaks.filter.subject
            """)
    void nameLikeOneOfOursIsMeant(String meant, String names) {
        assertThat(names.split(" "))
                .allSatisfy(name -> assertThat(unknown(name)).singleElement().satisfies(unknown -> {
                    assertThat(unknown.meant()).contains(meant);
                    assertThat(unknown.message()).contains(name + " is not a setting", "Did you mean " + meant + "?");
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name", "connector.class", "connector.plugin.version",
                "tasks.max", "tasks.max.enforce", "task.class",
                "config.action.reload", "key.converter", "key.converter.schemas.enable",
                "value.converter.schema.registry.url", "value.converter.plugin.version", "header.converter",
                "transforms", "transforms.user.type", "predicates",
                "predicates.api.key.pattern", "topic.creation.groups", "topic.creation.open.include",
                "errors.tolerance", "errors.log.include.messages", "exactly.once.support",
                "transaction.boundary", "transaction.boundary.interval.ms", "offsets.storage.topic",
                "producer.override.max.request.size", "consumer.override.client.id", "admin.override.bootstrap.servers",
                "kafka.api.key", "kafka.auth.mode", "confluent.topic.replication.factor",
                "transform.plugin.version", "topic.tracking.enable", "topic.tracking.allow.reset"
            })
    void aNameOfConnectOrAPlatformIsLeftAlone(String name) {
        assertThat(unknown(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task.max", "topics", "metrics.recording.level", "schema.registry.url", "ssl.truststore.location",
                "bootstrap.servers", "aws.region", "batch.size", "value.convertor", "description",
                ""
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
        assertThat(unknown("organisations.elms.api.key")).isEmpty();
    }

    @Test
    void aNameInAMessageKeepsLinesApartAndIsShort() {
        assertThat(unknown("forged\nERROR").get(0).message()).startsWith("forged?ERROR is not");
        assertThat(unknown("a".repeat(100_000)).get(0).message()).hasSizeLessThan(200);
        assertThat(unknown("user." + "a".repeat(100_000)).get(0).message()).hasSizeLessThan(250);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "'', abc, 3",
        "same, same, 0",
        "interval, intervall, 1",
        "intervall, interval, 1",
        "organisation, organization, 1",
        "key, kye, 1",
        "kitten, sitting, 3",
        "ca, abc, 3"
    })
    void editOfOneCharacterIsADistanceOfOne(String a, String b, int edits) {
        assertThat(NameDistance.between(a, b)).isEqualTo(edits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start.date", "start_date", "start-date", "START_DATE", "startDate", "start date"})
    void formsOfOneNameAreTheSame(String name) {
        assertThat(NameDistance.plain(name)).isEqualTo("start.date");
    }

    private static List<UnknownName> unknown(String name) {
        return KNOWN.unknown(Set.of(name));
    }
}
