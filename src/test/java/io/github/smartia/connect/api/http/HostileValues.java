package io.github.smartia.connect.api.http;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values that are somewhere wrong, at an edge, or too much. */
final class HostileValues {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> OTHERS =
            List.of("null", "true", "false", "0", "-1", "9223372036854775807", "-12.5", "{}", "[]");
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "COMPLETED",
            "IN_PROGRESS",
            "ABANDONED",
            "\u0000",
            "\ud800",
            "\udc00\ud800",
            "a\r\nb",
            "\u202e\ufeff",
            "2026-01-06T09:30:00.250Z",
            "2026-01-06T09:30:00.250+18:00",
            "2026-02-30T00:00:00.000Z",
            "2026-01-06T24:00:00.000Z",
            "2016-12-31T23:59:60.000Z",
            "0000-01-01T00:00:00.000Z",
            "0001-01-01T00:00:00.000+18:00",
            "9999-12-31T23:59:59.999999999Z",
            "9999-12-31T23:59:59.999-18:00",
            "+1000000000-12-31T23:59:59.999Z",
            "-999999999-01-01T00:00:00+18:00",
            "٢٠٢٦-01-06T09:30:00.250Z",
            "2011-02-29",
            "0000-01-01",
            "+999999999-12-31",
            "P",
            "PT",
            "-PT1S",
            "PT999999999H999999999M999999999.999999999S",
            "PT99999999999999999999H",
            "P0Y0M1DT0,000000001S");
    private static final List<String> NAMES =
            List.of("", ".", "user.userId", "user", "data", "sessionId", "endDate", "\u0000", "\ud800", "x y", "total");

    private HostileValues() {}

    static String name(RandomGenerator random) {
        return random.nextInt(20) == 0 ? "n".repeat(random.nextInt(1_200)) : NAMES.get(random.nextInt(NAMES.size()));
    }

    static JsonNode any(RandomGenerator random) {
        return switch (random.nextInt(9)) {
            case 0 -> JSON.readTree(OTHERS.get(random.nextInt(OTHERS.size())));
            case 1 -> JSON.getNodeFactory().numberNode(new BigDecimal("1e" + random.nextInt(-400, 400)));
            case 2 -> JSON.getNodeFactory().numberNode(BigInteger.ONE.shiftLeft(random.nextInt(1, 1_000)));
            case 3 -> JSON.getNodeFactory().stringNode(lengthy(random));
            case 4 -> nested(random.nextInt(80));
            case 5 -> JSON.createObjectNode().set(name(random), any(random));
            case 6 -> JSON.createArrayNode().add(any(random));
            default -> JSON.getNodeFactory().stringNode(TEXTS.get(random.nextInt(TEXTS.size())));
        };
    }

    private static String lengthy(RandomGenerator random) {
        String piece = random.nextBoolean() ? "x" : "\u00fc\ud83d\ude00";
        return piece.repeat(random.nextInt(random.nextInt(100) == 0 ? 400_000 : 400));
    }

    private static JsonNode nested(int depth) {
        return JSON.readTree("[".repeat(depth + 1) + "]".repeat(depth + 1));
    }
}
