package io.github.smartia.connect.read;

import static io.github.smartia.connect.model.Sessions.aFullSession;
import static io.github.smartia.connect.model.Sessions.aSession;
import static io.github.smartia.connect.model.Sessions.fullUser;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.Status;
import io.github.smartia.connect.model.User;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class KeyedContentHashTest {

    private final KeyedContentHash hash = new KeyedContentHash("a secret");

    @Test
    void equalContentHasEqualHash() {
        assertThat(hash.of(aFullSession().build()))
                .isEqualTo(hash.of(aFullSession().build()))
                .isEqualTo(new KeyedContentHash("a secret").of(aFullSession().build()));
    }

    /** Changes each record component, so that no new field is forgotten. */
    @TestFactory
    List<DynamicTest> changesWithEveryField() {
        Session session = aFullSession().build();
        Map<String, Record> changed = new LinkedHashMap<>();
        changes("", session, changed);
        return changed.entrySet().stream()
                .map(change -> DynamicTest.dynamicTest(
                        change.getKey(),
                        () -> assertThat(hash.of((Entry) change.getValue())).isNotEqualTo(hash.of(session))))
                .toList();
    }

    /**
     * The fields of version 4. If this fails, content is hashed in another way and every remembered session would count as
     * changed: increment the version, and change this list.
     */
    @Test
    void versionNamesWhatIsHashed() throws GeneralSecurityException {
        String content = String.join(
                "\0",
                "00000000-0000-4000-8000-000000000001",
                "" + Instant.parse("2026-01-06T08:00:00.000Z").toEpochMilli(),
                "" + Instant.parse("2026-01-06T09:30:00.250Z").toEpochMilli(),
                "COMPLETED",
                "a-user\0zoe_m\0Zoë Ann Müller\0Zoë\0Ann\0Müller\0female\0A123456789012\0MIS-7",
                "zoe@home.example\0zoe@school.example\0",
                "2011-02-28",
                "a-test\0version-2\0Maths Smart IA\0Maths",
                Instant.parse("2026-01-06T09:31:00.000Z").toEpochMilli() + "\0L2 - Upper\0PT1H30M0.25S",
                "user.house\0\"Raven\"\0");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("a secret".getBytes(UTF_8), "HmacSHA256"));

        assertThat(hash.name()).startsWith("4-");
        assertThat(hash.of(aFullSession().build()))
                .isEqualTo(ByteBuffer.wrap(mac.doFinal(content.getBytes(UTF_8))).getLong());
    }

    @Test
    void changedMalformedSessionHasAnotherHash() {
        assertThat(hash.of(malformed("{}"))).isNotEqualTo(hash.of(malformed("{ }")));
    }

    @Test
    void orderOfAdditionalFieldsMakesNoDifference() {
        Session oneWay =
                aSession().additionalField("a", "1").additionalField("b", "2").build();
        Session theOther =
                aSession().additionalField("b", "2").additionalField("a", "1").build();

        assertThat(hash.of(oneWay)).isEqualTo(hash.of(theOther));
    }

    @Test
    void orderOfEmailsMakesNoDifference() {
        assertThat(ofEmails("a@home.example", "b@home.example"))
                .isEqualTo(ofEmails("b@home.example", "a@home.example"))
                .isEqualTo(ofEmails("b@home.example", "a@home.example", "b@home.example"))
                .isNotEqualTo(ofEmails("a@home.example"))
                .isNotEqualTo(ofEmails("a@home.example, b@home.example"));
        assertThat(ofEmails()).isNotEqualTo(ofEmails(""));
    }

    @Test
    void anotherSecretChangesHashAndName() {
        KeyedContentHash other = new KeyedContentHash("another secret");

        assertThat(other.of(aFullSession().build()))
                .isNotEqualTo(hash.of(aFullSession().build()));
        assertThat(other.name()).isNotEqualTo(hash.name());
    }

    @Test
    void nameDoesNotRevealTheSecret() {
        assertThat(hash.name())
                .isEqualTo(new KeyedContentHash("a secret").name())
                .matches("4-[0-9a-f]{8}");
    }

    private long ofEmails(String... emails) {
        List<String> names = Stream.of(User.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        Record user = with(fullUser(), names.indexOf("emails"), Optional.of(List.of(emails)));
        return hash.of(aSession().user((User) user).build());
    }

    private static void changes(String path, Record of, Map<String, Record> changed) {
        RecordComponent[] fields = of.getClass().getRecordComponents();
        for (int i = 0; i < fields.length; i++) {
            String name = path + fields[i].getName();
            Object value = value(of, fields[i]);
            if (present(value) instanceof Record nested) {
                Map<String, Record> inside = new LinkedHashMap<>();
                changes(name + ".", nested, inside);
                int index = i;
                inside.forEach((field, other) -> changed.put(field, with(of, index, wrappedAs(value, other))));
            } else {
                changed.put(name, with(of, i, wrappedAs(value, another(present(value)))));
            }
            if (value instanceof Optional) {
                changed.put(name + " missing", with(of, i, Optional.empty()));
            }
        }
    }

    private static Object present(Object value) {
        return value instanceof Optional<?> optional ? optional.orElseThrow() : value;
    }

    private static Object wrappedAs(Object before, Object value) {
        return before instanceof Optional ? Optional.of(value) : value;
    }

    private static Object another(Object value) {
        if (value instanceof String text) {
            return text + "x";
        } else if (value instanceof Instant date) {
            return date.plusMillis(1);
        } else if (value instanceof LocalDate date) {
            return date.plusDays(1);
        } else if (value instanceof List<?>) {
            return List.of("other@home.example");
        } else if (value instanceof Map<?, ?>) {
            return Map.of("user.house", "\"Lion\"");
        } else if (value instanceof Status status) {
            return status == Status.COMPLETED ? Status.IN_PROGRESS : Status.COMPLETED;
        }
        throw new IllegalArgumentException("what else may a " + value.getClass() + " be?");
    }

    private static Object value(Record of, RecordComponent field) {
        try {
            return field.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Record with(Record of, int index, Object value) {
        RecordComponent[] fields = of.getClass().getRecordComponents();
        Object[] values = Arrays.stream(fields).map(field -> value(of, field)).toArray();
        values[index] = value;
        Class<?>[] types = Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return of.getClass().getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MalformedSession malformed(String json) {
        return new MalformedSession(Optional.of("a"), Optional.empty(), Optional.empty(), "user", "is missing", json);
    }
}
