package io.github.smartia.connect.soak;

import io.github.smartia.connect.stack.TopicRecord;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the dead-letter topic holds. A dead letter need not have an id: it is known by what it holds.
 *
 * @param letters the JSON of each in turn
 */
record DeadLetterTopic(List<JsonNode> letters) {

    static DeadLetterTopic of(List<TopicRecord> records) {
        return new DeadLetterTopic(records.stream()
                .map(record -> JsonMapper.shared()
                        .readTree(record.valueRecord().get("json").toString()))
                .toList());
    }
}
