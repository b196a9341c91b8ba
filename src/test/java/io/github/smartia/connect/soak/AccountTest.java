package io.github.smartia.connect.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.soak.Content.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccountTest {

    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");

    private final Map<String, List<Content>> book = new LinkedHashMap<>();
    private final Map<String, List<Optional<Object>>> completed = new LinkedHashMap<>();
    private final Map<String, List<Optional<Object>>> inProgress = new LinkedHashMap<>();

    private final List<JsonNode> deadLetters = new ArrayList<>();

    @Test
    void aSessionThatWasOpenedChangedAndClosedIsInOrder() {
        shown("a", open("started", 1), ended("done", 2), ended("marked", 2));
        wrote(inProgress, "a", "started", null);
        wrote(completed, "a", "done", "marked");

        Findings findings = account();

        assertThat(findings.bad()).isEmpty();
        assertThat(List.of(
                        Finding.COMPLETED,
                        Finding.COMPLETED_PUBLISHED,
                        Finding.COMPLETED_AGAIN,
                        Finding.OPENED,
                        Finding.OPENED_PUBLISHED,
                        Finding.CLOSED))
                .allMatch(finding -> findings.count(finding) == 1);
        assertThat(findings.count(Finding.COMPLETED_LATE)).isZero();
    }

    @Test
    void whatLastedNoLongerThanFromOneReadToTheNextNeedNotBeThere() {
        shown("a", open("started", 1), ended("done", 2), ended("marked", 2));
        wrote(completed, "a", "marked");

        assertThat(account().bad()).isEmpty();
        assertThat(account().count(Finding.OPENED_BETWEEN_READS)).isEqualTo(1);
    }

    @Test
    void whatBecameMalformedOrWasRepairedFromOneReadToTheNextNeedNotBeThere() {
        shown("spoilt", ended("done", 1), malformed("{\"level\":0}", 1));
        shown("repaired", malformed("{\"level\":1}", 2), ended("done", 2));
        deadLetters.add(json("{\"level\":0}"));
        wrote(completed, "repaired", "done");

        assertThat(account().bad()).isEmpty();
        assertThat(account().count(Finding.COMPLETED_BETWEEN_READS)).isEqualTo(1);
        assertThat(account().count(Finding.MALFORMED_BETWEEN_READS)).isEqualTo(1);
    }

    @Test
    void whatWasShownLastMustBeThereLast() {
        shown("never", ended("done", 1));
        shown("not the last", ended("done", 2), ended("marked", 2));
        shown("never opened", open("started", 3));
        wrote(completed, "not the last", "done");

        assertFound(Finding.LOST, "never", "not the last", "never opened");
    }

    @Test
    void theSameTwiceAndAnEarlierStateAfterALaterOneAreRepeats() {
        shown("twice", ended("done", 1));
        shown("back", ended("done", 2), ended("marked", 2));
        wrote(completed, "twice", "done", "done");
        wrote(completed, "back", "done", "marked", "done", "marked");

        assertFound(Finding.REPEATED, "twice", "back", "back");
    }

    @Test
    void whatTheApiNeverShowedIsUnknown() {
        shown("a", ended("done", 1));
        wrote(completed, "a", "changed on the way", "done");
        wrote(completed, "stranger", "done");

        assertFound(Finding.UNKNOWN, "stranger", "a");
    }

    @Test
    void whatWasShownInTimeMustBeInOrder() {
        shown("early", ended("done", 1));
        shown("later", ended("done", 2));
        wrote(completed, "later", "done");
        wrote(completed, "early", "done");

        assertFound(Finding.OUT_OF_ORDER, "early");
    }

    @Test
    void whatWasShownLateComesWhenItComes() {
        shown("later", ended("done", 2));
        shown("early", new Content(Kind.COMPLETED, NINE.plusSeconds(1), Map.of("level", "done"), true));
        wrote(completed, "later", "done");
        wrote(completed, "early", "done");

        assertThat(account().bad()).isEmpty();
        assertThat(account().count(Finding.COMPLETED_LATE)).isEqualTo(1);
    }

    @Test
    void oneTombstoneAndNoMoreEndsWhatWasOpened() {
        shown("none", open("started", 1), ended("done", 11));
        shown("two", open("started", 2), ended("done", 12));
        shown("before", open("started", 3), ended("done", 13));
        book.keySet().forEach(id -> wrote(completed, id, "done"));
        wrote(inProgress, "none", "started");
        wrote(inProgress, "two", "started", null, null);
        wrote(inProgress, "before", null, "started");

        assertFound(Finding.WRONGLY_OPEN, "none", "before");
    }

    @Test
    void noTombstoneWithoutNeed() {
        shown("never opened", ended("done", 1));
        shown("open", open("started", 2));
        wrote(completed, "never opened", "done");
        wrote(inProgress, "never opened", (String) null);
        wrote(inProgress, "open", "started", null);

        assertFound(Finding.WRONGLY_CLOSED, "open");
    }

    @Test
    void whatIsMalformedIsWrittenAsADeadLetterAndOnceRepairedAsARecord() {
        shown("never", malformed("{\"level\":0}", 1));
        shown("repaired", malformed("{\"level\":1}", 2), ended("done", 2));
        deadLetters.add(json("{\"level\":0}"));
        deadLetters.add(json("{\"level\":1}"));
        wrote(completed, "repaired", "done");

        assertThat(account().bad()).isEmpty();
        assertThat(account().count(Finding.MALFORMED)).isEqualTo(2);
        assertThat(account().count(Finding.DEAD_LETTER)).isEqualTo(2);
        assertThat(account().count(Finding.REPAIRED)).isEqualTo(1);
    }

    @Test
    void aDeadLetterMayBeLostRepeatedOrUnknownToo() {
        shown("lost", malformed("{\"sessionId\":\"lost\"}", 1));
        assertFound(Finding.LOST, "lost");
        deadLetters.add(json("{\"sessionId\":\"lost\"}"));
        deadLetters.add(json("{\"sessionId\":\"lost\"}"));
        assertFound(Finding.REPEATED, "lost");
        deadLetters.set(1, json("{\"sessionId\":\"stranger\"}"));
        assertFound(Finding.UNKNOWN, "stranger");
    }

    @Test
    void whatIsMalformedWhenItEndsStaysOpen() {
        shown("a", open("started", 1), malformed("{}", 2));
        wrote(inProgress, "a", "started");
        deadLetters.add(json("{}"));
        assertThat(account().bad()).isEmpty();

        wrote(inProgress, "a", (String) null);
        assertFound(Finding.WRONGLY_CLOSED, "a");
    }

    private void shown(String id, Content... contents) {
        book.put(id, List.of(contents));
    }

    private static Content open(String level, int second) {
        return new Content(Kind.IN_PROGRESS, NINE.plusSeconds(second), Map.of("level", level), false);
    }

    private static Content ended(String level, int second) {
        return new Content(Kind.COMPLETED, NINE.plusSeconds(second), Map.of("level", level), false);
    }

    private static Content malformed(String json, int second) {
        return new Content(Kind.MALFORMED, NINE.plusSeconds(second), json(json), false);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /** @param levels null for a tombstone */
    private static void wrote(Map<String, List<Optional<Object>>> topic, String id, String... levels) {
        topic.computeIfAbsent(id, first -> new ArrayList<>())
                .addAll(Arrays.stream(levels)
                        .map(level -> Optional.ofNullable(level).<Object>map(text -> Map.of("level", text)))
                        .toList());
    }

    private Findings account() {
        return Account.of(book, new Topic(completed), new Topic(inProgress), new DeadLetterTopic(deadLetters));
    }

    private void assertFound(Finding finding, String... ids) {
        assertThat(account().bad()).isEqualTo(Map.of(finding, List.of(ids)));
    }
}
