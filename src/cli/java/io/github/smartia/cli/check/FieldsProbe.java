package io.github.smartia.cli.check;

import io.github.smartia.cli.api.ApiDate;
import io.github.smartia.cli.api.Requests;
import io.github.smartia.cli.api.Seen;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/** Fields by name and JSON type, and the form of dates. No request. */
final class FieldsProbe implements Probe {

    /** Any other name may be a value, for example in a map with names of people as keys. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,40}");

    private static final List<String> DATES = List.of("/startDate", "/endDate", "/result/createdDate");
    private static final String USUAL_FORM = "0000-00-00T00:00:00.000Z";

    private final Set<String> undocumented = new TreeSet<>();
    private final Set<String> otherTypes = new TreeSet<>();

    @Override
    public void look(Evidence evidence, Requests requests, Findings findings) {
        List<Seen> sessions = evidence.sessions().toList();
        if (sessions.isEmpty()) {
            return;
        }
        sessions.forEach(seen -> fields("", seen.json()));
        required(sessions, findings);
        String seen = Stream.of(list("undocumented", undocumented), list("of another type", otherTypes))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        if (seen.isEmpty()) {
            findings.ok(Assumption.FIELDS, "in %d sessions", sessions.size());
        } else {
            findings.remark(Assumption.FIELDS, "Keeps them as JSON text in additionalFields.", "%s", seen);
        }
        dateForms(sessions, findings);
    }

    private static Optional<String> list(String what, Set<String> fields) {
        return fields.isEmpty() ? Optional.empty() : Optional.of(what + ": " + String.join(", ", fields));
    }

    private void fields(String prefix, JsonNode object) {
        object.properties().forEach(field -> {
            String path = prefix + field.getKey();
            JsonNode value = field.getValue();
            Optional<JsonNodeType> documented = DocumentedFields.type(path);
            if (documented.isEmpty()) {
                undocumented.add(named(prefix, field.getKey()) + " (" + type(value) + ")");
            } else if (!value.isNull() && value.getNodeType() != documented.get()) {
                otherTypes.add(path + " (" + type(value) + ")");
            } else if (value.isObject()) {
                fields(path + ".", value);
            }
        });
    }

    private static String named(String prefix, String name) {
        return prefix + (NAME.matcher(name).matches() ? name : "(a name that may be a value)");
    }

    private static String type(JsonNode value) {
        return value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static void required(List<Seen> sessions, Findings findings) {
        Set<String> missing = new TreeSet<>();
        sessions.forEach(seen -> missing.addAll(missing(seen)));
        if (missing.isEmpty()) {
            findings.ok(Assumption.REQUIRED, "in %d sessions", sessions.size());
        } else {
            findings.remark(
                    Assumption.REQUIRED,
                    "Writes a dead letter if dead.letter.topic is set. Otherwise the task fails.",
                    "missing or of another type: %s",
                    String.join(", ", missing));
        }
    }

    private static Set<String> missing(Seen seen) {
        Set<String> missing = new TreeSet<>(DocumentedFields.REQUIRED);
        if (seen.json().path("status").asString("").equals("COMPLETED")) {
            missing.add(DocumentedFields.END_DATE);
        }
        missing.removeIf(path -> isValid(path, seen.json().at("/" + path.replace('.', '/'))));
        return missing;
    }

    private static boolean isValid(String path, JsonNode value) {
        return value.isString()
                && !value.asString().isEmpty()
                && (!path.endsWith("Date") || ApiDate.read(value.asString()).isPresent());
    }

    private static void dateForms(List<Seen> sessions, Findings findings) {
        Set<String> forms = new TreeSet<>();
        sessions.forEach(seen -> DATES.forEach(
                path -> seen.json().at(path).stringValueOpt().map(ApiDate::form).ifPresent(forms::add)));
        forms.remove(USUAL_FORM);
        if (forms.isEmpty()) {
            findings.ok(Assumption.DATE_FORMS, "they do");
        } else {
            findings.remark(
                    Assumption.DATE_FORMS,
                    "Reads ISO 8601 with time and offset, truncated to milliseconds. Treats others as missing.",
                    "%s",
                    String.join(", ", forms));
        }
    }
}
