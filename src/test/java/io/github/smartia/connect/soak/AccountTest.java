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
    void aSessionOpenedChangedAndClosedIsFine() {
        shown("a", open("started", 1), ended("done", 2), ended("marked", 2));
        wrote(inProgress, "a", "started", null);
        wrote(completed, "a", "done", "marked");
        assertFound(
                Finding.COMPLETED,
                Finding.COMPLETED_PUBLISHED,
                Finding.COMPLETED_AGAIN,
                Finding.OPENED,
                Finding.OPENED_PUBLISHED,
                Finding.CLOSED);
    }

    @Test
    void aStateBetweenTwoReadsNeedNotBeThere() {
        shown("a", open("started", 1), ended("done", 2), ended("marked", 2));
        wrote(completed, "a", "marked");
        assertFound(Finding.COMPLETED, Finding.COMPLETED_PUBLISHED, Finding.OPENED, Finding.OPENED_BETWEEN_READS);
    }

    @Test
    void theLastStateMustBeThereLast() {
        shown("never", ended("done", 1));
        shown("not the last", ended("done", 2), ended("marked", 2));
        shown("never opened", open("started", 3));
        wrote(completed, "not the last", "done");
        assertBad(Finding.LOST, "never", "not the last", "never opened");
    }

    @Test
    void anEarlierStateAfterALaterOneIsARepeat() {
        shown("twice", ended("done", 1));
        shown("back", ended("done", 2), ended("marked", 2));
        wrote(completed, "twice", "done", "done");
        wrote(completed, "back", "done", "marked", "done", "marked");
        assertBad(Finding.REPEATED, "twice", "back", "back");
    }

    @Test
    void whatTheApiNeverShowedIsUnknown() {
        shown("a", ended("done", 1));
        wrote(completed, "a", "changed on the way", "done");
        wrote(completed, "stranger", "done");
        assertBad(Finding.UNKNOWN, "stranger", "a");
    }

    @Test
    void onlyLateSessionsMayBeOutOfOrder() {
        shown("early", ended("done", 1));
        shown("late", new Content(Kind.COMPLETED, NINE.plusSeconds(1), Map.of("level", "done"), true));
        shown("later", ended("done", 2));
        List.of("later", "late", "early").forEach(id -> wrote(completed, id, "done"));
        assertBad(Finding.OUT_OF_ORDER, "early");
    }

    @Test
    void aTombstoneEndsWhatWasOpened() {
        shown("none", open("started", 1), ended("done", 11));
        shown("two", open("started", 2), ended("done", 12));
        shown("before", open("started", 3), ended("done", 13));
        book.keySet().forEach(id -> wrote(completed, id, "done"));
        wrote(inProgress, "none", "started");
        wrote(inProgress, "two", "started", null, null);
        wrote(inProgress, "before", null, "started");
        assertBad(Finding.WRONGLY_OPEN, "none", "before");
    }

    @Test
    void onlyCompletedSessionsGetATombstone() {
        shown("never opened", ended("done", 1));
        shown("open", open("started", 2));
        shown("malformed", open("started", 3), malformed("{}", 4));
        wrote(completed, "never opened", "done");
        wrote(inProgress, "never opened", (String) null);
        wrote(inProgress, "open", "started", null);
        wrote(inProgress, "malformed", "started", null);
        deadLetters.add(json("{}"));
        assertBad(Finding.WRONGLY_CLOSED, "open", "malformed");
    }

    @Test
    void aDeadLetterMayBeLostRepeatedOrUnknown() {
        shown("lost", malformed("{\"sessionId\":\"lost\"}", 1));
        assertBad(Finding.LOST, "lost");
        deadLetters.add(json("{\"sessionId\":\"lost\"}"));
        deadLetters.add(json("{\"sessionId\":\"lost\"}"));
        assertBad(Finding.REPEATED, "lost");
        deadLetters.set(1, json("{\"sessionId\":\"stranger\"}"));
        assertBad(Finding.UNKNOWN, "stranger");
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

    private Map<Finding, List<String>> account() {
        return Account.of(book, new Topic(completed), new Topic(inProgress), deadLetters);
    }

    private void assertBad(Finding finding, String... ids) {
        assertThat(Account.bad(account())).isEqualTo(Map.of(finding, List.of(ids)));
    }

    /** These of the one session, and nothing else. */
    private void assertFound(Finding... findings) {
        Map<Finding, List<String>> found = account();
        found.values().removeIf(List::isEmpty);
        assertThat(found).containsOnlyKeys(findings);
    }
}
