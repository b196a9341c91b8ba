package io.github.smartia.connect.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.smartia.connect.api.json.SessionJson;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers that start as the published ones, lose their structure, and then their bytes. */
final class SpoiltAnswer {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<byte[]> GOOD = List.of(
            SessionJson.published("search.json"),
            SessionJson.published("in-progress.json"),
            SessionJson.page(
                    3,
                    SessionJson.completed()
                            .with("user.house", "{\"name\":\"Raven\"}")
                            .text(),
                    SessionJson.inProgress().with("result", "{\"level\":1}").text(),
                    SessionJson.completed().with("user.userId", "7").text()));
    /** For copies; what goes over the bound of bytes never comes to be read. */
    private static final int ROOM = 1 << 20;

    private static final String SYNTAX = "{}[]\",:\\0123456789eE+-.ntu \n";

    private final RandomGenerator random;

    private SpoiltAnswer(RandomGenerator random) {
        this.random = random;
    }

    static byte[] by(RandomGenerator random) {
        return new SpoiltAnswer(random).answer();
    }

    private byte[] answer() {
        JsonNode tree = JSON.readTree(GOOD.get(random.nextInt(GOOD.size())));
        for (int changes = random.nextInt(5); changes > 0; changes--) {
            spoil(anyContainer(tree));
        }
        byte[] bytes = tree.toString().getBytes(UTF_8);
        for (int changes = Math.max(0, random.nextInt(-4, 4)); changes > 0; changes--) {
            bytes = spoilt(bytes);
        }
        return bytes;
    }

    private JsonNode anyContainer(JsonNode tree) {
        List<JsonNode> containers = new ArrayList<>();
        collect(tree, containers);
        return containers.get(random.nextInt(containers.size()));
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private void spoil(JsonNode container) {
        if (container instanceof ObjectNode object) {
            spoilObject(object);
        } else if (container instanceof ArrayNode array) {
            spoilArray(array);
        }
    }

    private void spoilObject(ObjectNode object) {
        List<String> names = new ArrayList<>(object.propertyNames());
        String name = names.isEmpty() ? "x" : names.get(random.nextInt(names.size()));
        switch (random.nextInt(5)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name + (random.nextBoolean() ? "." : "\n"), object.get(name));
            case 2 -> object.set(HostileValues.name(random), HostileValues.any(random));
            case 3 -> random.ints(rarelyMany(1_500)).forEach(number -> object.put("field" + number, number));
            default -> object.set(name, HostileValues.any(random));
        }
    }

    private void spoilArray(ArrayNode array) {
        switch (random.nextInt(4)) {
            case 0 -> array.removeAll();
            case 1 -> array.insert(random.nextInt(array.size() + 1), HostileValues.any(random));
            case 2 -> array.addAll(array.deepCopy());
            default -> {
                JsonNode again = array.isEmpty() ? JSON.createObjectNode() : array.get(0);
                int room = ROOM / again.toString().length();
                for (int copies = Math.min(room, rarelyMany(2_500)); copies > 0; copies--) {
                    array.add(again.deepCopy());
                }
            }
        }
    }

    private int rarelyMany(int many) {
        return random.nextInt(50) == 0 ? random.nextInt(many) : random.nextInt(4);
    }

    private byte[] spoilt(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(1, 20));
        byte[] middle = switch (random.nextInt(6)) {
            case 0 -> new byte[0];
            case 1 -> joined(Arrays.copyOfRange(bytes, from, to), Arrays.copyOfRange(bytes, from, to));
            case 2 -> new byte[] {(byte) SYNTAX.charAt(random.nextInt(SYNTAX.length()))};
            case 3 -> new byte[] {(byte) random.nextInt()};
            case 4 -> nested(rarelyMany(20_000));
            default -> {
                to = bytes.length;
                yield new byte[0];
            }
        };
        return joined(Arrays.copyOf(bytes, from), middle, Arrays.copyOfRange(bytes, to, bytes.length));
    }

    private byte[] nested(int depth) {
        byte[] brackets = new byte[depth];
        Arrays.fill(brackets, (byte) (random.nextBoolean() ? '[' : '{'));
        return brackets;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
