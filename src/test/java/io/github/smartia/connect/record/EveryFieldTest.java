package io.github.smartia.connect.record;

import static io.github.smartia.connect.record.Records.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Result;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.User;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.connect.data.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks the model, so that a field that is added to it is forgotten in none of the places that must have it. */
class EveryFieldTest {

    private static final Schema COMPLETED = Records.SCHEMAS.value(SessionStream.COMPLETED);

    @Test
    void ofTheModelIsInTheSchema() {
        assertThat(names(COMPLETED)).containsAll(components(Session.class)).contains("organisation");
        assertThat(names(Records.SCHEMAS.value(SessionStream.IN_PROGRESS)))
                .containsAll(components(Session.class, "endDate", "result"));
        assertThat(names(COMPLETED.field("user").schema())).isEqualTo(components(User.class));
        assertThat(names(COMPLETED.field("test").schema()))
                .isEqualTo(components(io.github.smartia.connect.model.Test.class));
        assertThat(names(COMPLETED.field("result").schema())).containsAll(components(Result.class));
    }

    @Test
    void ofAUserMayBeExcludedOrIfTextAPseudonym() {
        assertThat(UserPrivacy.excludable()).isEqualTo(components(User.class, "userId"));
        assertThat(UserPrivacy.pseudonymisable()).isEqualTo(components(User.class, "dateOfBirth"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config/analytics/views.sql",
                "src/quickstart/resources/io/github/smartia/connect/quickstart/database/tables.sql"
            })
    void thatSaysNothingOfThePupilIsAColumnOfTheTables(String file) throws IOException {
        Map<SessionStream, String> tables =
                Map.of(SessionStream.COMPLETED, "completed", SessionStream.IN_PROGRESS, "in_progress");
        String sql = Files.readString(Path.of(file));

        for (SessionStream stream : SessionStream.values()) {
            assertThat(columns(sql, tables.get(stream)))
                    .as("columns of %s", tables.get(stream))
                    .isEqualTo(names(Records.FLAT.value(stream)).stream()
                            .filter(name -> !name.startsWith("user_") || name.equals("user_userId"))
                            .filter(name -> !name.equals("additionalFields"))
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .toList());
        }
    }

    private static List<String> columns(String sql, String table) {
        Matcher create = Pattern.compile(
                        "CREATE TABLE (?:IF NOT EXISTS )?" + table + " \\((.*?)\\n\\);", Pattern.DOTALL)
                .matcher(sql);
        assertThat(create.find()).as(table).isTrue();
        return create.group(1)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split(" ", 2)[0])
                .toList();
    }

    private static List<String> components(Class<? extends Record> type, String... others) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !List.of(others).contains(name))
                .toList();
    }
}
