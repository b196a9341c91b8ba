package io.github.smartia.cli.check;

import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Findings as JSON, to be attached to an issue: no key, no URL, nothing of a session but names and types of fields. */
public final class CheckReport {

    private CheckReport() {}

    /** The report; {@code version} is that of the tool. */
    public static String json(Findings findings, int requests, String version, Instant now) {
        ObjectNode report = JsonMapper.shared().createObjectNode();
        report.put("tool", version);
        report.put("date", now.toString());
        report.put("java", Runtime.version().toString());
        report.put("requests", requests);
        report.put("verdict", verdict(findings.worst()));
        ArrayNode rows = report.putArray("findings");
        findings.rows()
                .forEach(finding -> rows.addObject()
                        .put("id", finding.assumption().id())
                        .put("verdict", verdict(finding.verdict()))
                        .put("assumption", finding.assumption().title())
                        .put("seen", finding.seen())
                        .put("connector", finding.then()));
        return report.toPrettyString();
    }

    private static String verdict(Verdict verdict) {
        return verdict.label().toLowerCase(Locale.ROOT);
    }
}
