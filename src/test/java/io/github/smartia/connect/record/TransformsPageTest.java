package io.github.smartia.connect.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.Filter;
import org.apache.kafka.connect.transforms.TimestampRouter;
import org.apache.kafka.connect.transforms.Transformation;
import org.apache.kafka.connect.transforms.predicates.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Each row of the table in {@code transforms.md} is true, and its recipe does what the page says. */
class TransformsPageTest {

    private static final Path PAGE = Path.of("src/docs/transforms.md");
    private static final String KAFKA = Transformation.class.getPackageName() + ".";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z]\\w+(?:\\$\\w+)?)` \\| (.*) \\|$");
    private static final Pattern CODE = Pattern.compile("`([^`=]+)=([^`]*)`");
    private static final Pattern RECIPE = Pattern.compile("(?s)```json\\n(.*?)```");

    record Row(String transform, Map<String, String> settings, List<String> outcomes) {

        static Row of(MatchResult line) {
            List<String> cells = List.of(line.group(2).split(" \\|"));
            Map<String, String> settings = CODE.matcher(cells.get(0))
                    .results()
                    .collect(Collectors.toMap(code -> code.group(1), code -> code.group(2)));
            return new Row(
                    line.group(1),
                    settings,
                    cells.subList(1, 4).stream().map(String::strip).toList());
        }
    }

    static Stream<Row> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE)).results().map(Row::of).toList().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRowSaysWhatBecomesOfEachTopic(Row row) throws ReflectiveOperationException {
        TransformTrial trial =
                new TransformTrial(RecordTimestamp.INGESTION, configured(KAFKA + row.transform(), row.settings()));

        assertThat(row.outcomes()).containsExactly(trial.completed(), trial.inProgress(), trial.deadLetters());
    }

    @Test
    void theTableHoldsEveryTransformOfKafkaButFilter() throws IOException {
        Set<String> ofKafka = new TreeSet<>();
        ServiceLoader.load(Transformation.class)
                .forEach(transform -> ofKafka.add(transform.getClass().getName().replace(KAFKA, "")));
        ofKafka.remove(Filter.class.getSimpleName());

        assertThat(rows().map(Row::transform)).containsAll(ofKafka);
    }

    @Test
    void withEventTimestampsARouterLeavesSessionsOpen() {
        Map<String, String> byDay = Map.of("topic.format", "${topic}-${timestamp}", "timestamp.format", "yyyy-MM-dd");
        TransformTrial trial =
                new TransformTrial(RecordTimestamp.EVENT, Records.configured(new TimestampRouter<>(), byDay));

        assertThat(trial.completed()).isEqualTo(TransformTrial.WORKS);
        assertThat(trial.inProgress()).isEqualTo(TransformTrial.DOES_NOT_WORK);
    }

    @Test
    void theRecipeSparesTombstonesAlone() throws IOException, ReflectiveOperationException {
        Map<String, String> recipe = recipe();
        Predicate<SourceRecord> predicate = instance(recipe.get("predicates.tombstone.type"));
        Transformation<SourceRecord> transform =
                configured(recipe.get("transforms.mask.type"), ofTransform(recipe, "transforms.mask."));
        TransformTrial trial = new TransformTrial(RecordTimestamp.INGESTION, transform);

        assertThat(recipe)
                .containsEntry("transforms.mask.predicate", "tombstone")
                .containsEntry("transforms.mask.negate", "true");
        assertThat(predicate.test(trial.tombstone())).isTrue();
        assertThat(predicate.test(trial.openSession())).isFalse();
        assertThat(predicate.test(trial.completedSession())).isFalse();
        assertThat(trial.inProgress()).isEqualTo(TransformTrial.WITH_PREDICATE);
    }

    private static Map<String, String> recipe() throws IOException {
        String json = RECIPE.matcher(Files.readString(PAGE))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        return JsonMapper.shared().readValue("{" + json + "}", new TypeReference<Map<String, String>>() {});
    }

    /** As Connect hands them over: without what it reads itself. */
    private static Map<String, String> ofTransform(Map<String, String> settings, String prefix) {
        return settings.entrySet().stream()
                .filter(setting -> setting.getKey().startsWith(prefix))
                .collect(Collectors.toMap(setting -> setting.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    private static Transformation<SourceRecord> configured(String type, Map<String, String> settings)
            throws ReflectiveOperationException {
        return Records.configured(TransformsPageTest.<Transformation<SourceRecord>>instance(type), settings);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T instance(String type) throws ReflectiveOperationException {
        return (T) Class.forName(type).getDeclaredConstructor().newInstance();
    }
}
