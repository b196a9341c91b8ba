package io.github.smartia.connect.soak;

import io.github.smartia.connect.PublishedRecords;
import io.github.smartia.connect.soak.Book.Content;
import io.github.smartia.connect.soak.Book.Content.Kind;
import io.github.smartia.connect.stack.TopicRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What became of every session: the API's book against the topics. All that was written must be something that the API
 * showed, once and in turn, and what it showed last must be there; what lasted no longer than from one read to the next
 * need not.
 */
final class Account {

    private final Map<String, List<Content>> book;
    private final Topic completed;
    private final Topic inProgress;
    private final Set<Object> deadLetters = new HashSet<>();
    private final Map<Finding, List<String>> findings = new EnumMap<>(Finding.class);

    private Account(Map<String, List<Content>> book, Topic completed, Topic inProgress) {
        this.book = book;
        this.completed = completed;
        this.inProgress = inProgress;
    }

    static Map<Finding, List<String>> of(
            Map<String, List<Content>> book, Topic completed, Topic inProgress, List<JsonNode> deadLetters) {
        Account account = new Account(book, completed, inProgress);
        for (Finding finding : Finding.values()) {
            account.findings.put(finding, new ArrayList<>());
        }
        account.takeUp(deadLetters);
        account.findStrangers(completed);
        account.findStrangers(inProgress);
        book.forEach(account::settle);
        account.checkOrder(Kind.COMPLETED, completed);
        account.checkOrder(Kind.IN_PROGRESS, inProgress);
        return account.findings;
    }

    static Map<Finding, List<String>> bad(Map<Finding, List<String>> findings) {
        Map<Finding, List<String>> bad = new EnumMap<>(findings);
        bad.entrySet()
                .removeIf(found -> !found.getKey().isBad() || found.getValue().isEmpty());
        return bad;
    }

    private void add(Finding finding, String id) {
        findings.get(finding).add(id);
    }

    private void addIf(boolean found, Finding finding, String id) {
        if (found) {
            add(finding, id);
        }
    }

    private void takeUp(List<JsonNode> letters) {
        Set<Object> shown = book.values().stream()
                .flatMap(contents -> records(Kind.MALFORMED, contents).stream())
                .collect(Collectors.toSet());
        for (JsonNode letter : letters) {
            String id = letter.path("sessionId").asString("");
            addIf(!shown.contains(letter), Finding.UNKNOWN, id);
            addIf(!deadLetters.add(letter), Finding.REPEATED, id);
        }
    }

    private void findStrangers(Topic topic) {
        topic.byId().keySet().stream().filter(id -> !book.containsKey(id)).forEach(id -> add(Finding.UNKNOWN, id));
    }

    private void settle(String id, List<Content> contents) {
        check(id, records(Kind.COMPLETED, contents), completed.records(id));
        check(id, records(Kind.IN_PROGRESS, contents), inProgress.records(id));
        addIf(!isThere(id, contents.get(contents.size() - 1)), Finding.LOST, id);
        checkTombstones(id);
        Set<Kind> kinds = contents.stream().map(Content::kind).collect(Collectors.toSet());
        if (kinds.contains(Kind.COMPLETED)) {
            countCompleted(id, contents);
        }
        if (kinds.contains(Kind.IN_PROGRESS)) {
            countOpened(id, contents);
        }
        if (kinds.contains(Kind.MALFORMED)) {
            countMalformed(id, contents);
        }
    }

    private void check(String id, List<Object> shown, List<Object> records) {
        int before = -1;
        for (Object record : records) {
            int place = shown.indexOf(record);
            addIf(place < 0, Finding.UNKNOWN, id);
            addIf(place >= 0 && place <= before, Finding.REPEATED, id);
            before = Math.max(before, place);
        }
    }

    private boolean isThere(String id, Content last) {
        return switch (last.kind()) {
            case MALFORMED -> deadLetters.contains(last.record());
            case COMPLETED -> endsWith(completed.records(id), last);
            case IN_PROGRESS -> endsWith(inProgress.records(id), last);
        };
    }

    private static boolean endsWith(List<Object> records, Content last) {
        return !records.isEmpty() && records.get(records.size() - 1).equals(last.record());
    }

    private void checkTombstones(String id) {
        long tombstones = inProgress.tombstones(id);
        boolean isCompleted = !completed.records(id).isEmpty();
        boolean due = isCompleted && !inProgress.records(id).isEmpty();
        addIf(due && !inProgress.endsWithTombstone(id), Finding.WRONGLY_OPEN, id);
        addIf(!isCompleted && tombstones > 0, Finding.WRONGLY_CLOSED, id);
    }

    private void countCompleted(String id, List<Content> contents) {
        int records = completed.records(id).size();
        add(Finding.COMPLETED, id);
        addIf(of(Kind.COMPLETED, contents).get(0).late(), Finding.COMPLETED_LATE, id);
        addIf(records > 0, Finding.COMPLETED_PUBLISHED, id);
        addIf(records == 0 && lastOf(contents) != Kind.COMPLETED, Finding.COMPLETED_BETWEEN_READS, id);
        addIf(records > 1, Finding.COMPLETED_AGAIN, id);
    }

    private void countOpened(String id, List<Content> contents) {
        boolean published = !inProgress.records(id).isEmpty();
        add(Finding.OPENED, id);
        addIf(published, Finding.OPENED_PUBLISHED, id);
        addIf(!published && lastOf(contents) != Kind.IN_PROGRESS, Finding.OPENED_BETWEEN_READS, id);
        addIf(published && inProgress.tombstones(id) > 0, Finding.CLOSED, id);
        addIf(published && inProgress.tombstones(id) == 0, Finding.OPEN, id);
    }

    private void countMalformed(String id, List<Content> contents) {
        boolean written = records(Kind.MALFORMED, contents).stream().anyMatch(deadLetters::contains);
        boolean published =
                !completed.records(id).isEmpty() || !inProgress.records(id).isEmpty();
        add(Finding.MALFORMED, id);
        addIf(written, Finding.DEAD_LETTER, id);
        addIf(!written && lastOf(contents) != Kind.MALFORMED, Finding.MALFORMED_BETWEEN_READS, id);
        addIf(published, Finding.REPAIRED, id);
    }

    private static Kind lastOf(List<Content> contents) {
        return contents.get(contents.size() - 1).kind();
    }

    /** By the first records of the sessions: a change comes when it comes. */
    private void checkOrder(Kind kind, Topic topic) {
        Instant latest = Instant.MIN;
        String latestId = "";
        for (String id : topic.byId().keySet()) {
            List<Content> contents = of(kind, book.getOrDefault(id, List.of()));
            boolean onlyClosed = topic.records(id).isEmpty();
            if (contents.isEmpty() || contents.get(0).late() || onlyClosed) {
                continue;
            }
            Instant date = contents.get(0).date();
            boolean early = date.isBefore(latest) || (date.equals(latest) && id.compareTo(latestId) < 0);
            addIf(early, Finding.OUT_OF_ORDER, id);
            latest = date;
            latestId = id;
        }
    }

    private static List<Content> of(Kind kind, List<Content> contents) {
        return contents.stream().filter(content -> content.kind() == kind).toList();
    }

    private static List<Object> records(Kind kind, List<Content> contents) {
        return of(kind, contents).stream().map(Content::record).toList();
    }

    /**
     * What a topic holds.
     *
     * @param byId the records of each session in turn, by its id; empty for a tombstone. Ids are in the order of their first
     *     records
     */
    record Topic(Map<String, List<Optional<Object>>> byId) {

        static Topic of(List<TopicRecord> records) {
            Map<String, List<Optional<Object>>> byId = new LinkedHashMap<>();
            records.forEach(record -> byId.computeIfAbsent(PublishedRecords.id(record), id -> new ArrayList<>())
                    .add(PublishedRecords.value(record)));
            return new Topic(byId);
        }

        List<Object> records(String id) {
            return all(id).stream().flatMap(Optional::stream).toList();
        }

        List<Optional<Object>> all(String id) {
            return byId.getOrDefault(id, List.of());
        }

        boolean endsWithTombstone(String id) {
            List<Optional<Object>> all = all(id);
            return !all.isEmpty() && all.get(all.size() - 1).isEmpty();
        }

        long tombstones(String id) {
            return all(id).stream().filter(Optional::isEmpty).count();
        }
    }
}
