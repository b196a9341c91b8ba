package io.github.smartia.connect.api.http;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values that are somewhere wrong, at an edge, or too much. */
final class HostileValues {

    private static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();
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
        return switch (random.nextInt(10)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> number(random);
            case 3 -> NODES.stringNode(lengthy(random));
            case 4 -> nested(random);
            case 5 -> NODES.objectNode().set(name(random), any(random));
            case 6 -> NODES.arrayNode().add(any(random));
            default -> NODES.stringNode(TEXTS.get(random.nextInt(TEXTS.size())));
        };
    }

    private static JsonNode number(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> NODES.numberNode(0);
            case 1 -> NODES.numberNode(-1);
            case 2 -> NODES.numberNode(Long.MAX_VALUE);
            case 3 -> NODES.numberNode(BigInteger.ONE.shiftLeft(random.nextInt(1, 1_000)));
            case 4 -> NODES.numberNode(new BigDecimal("1e" + random.nextInt(-400, 400)));
            default -> NODES.numberNode(random.nextLong());
        };
    }

    private static String lengthy(RandomGenerator random) {
        String piece = random.nextBoolean() ? "x" : "\u00fc\ud83d\ude00";
        return piece.repeat(random.nextInt(random.nextInt(100) == 0 ? 400_000 : 400));
    }

    private static JsonNode nested(RandomGenerator random) {
        ArrayNode outermost = NODES.arrayNode();
        ArrayNode array = outermost;
        for (int depth = random.nextInt(80); depth > 0; depth--) {
            array = array.addArray();
        }
        return outermost;
    }
}
