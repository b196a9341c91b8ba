package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.Test;
import io.github.smartia.connect.model.User;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes content under a secret. More people can read offsets than sessions; without the secret they can't test which name a
 * hash belongs to. Not thread-safe.
 */
public final class KeyedContentHash implements ContentHash {

    private static final String ALGORITHM = "HmacSHA256";
    /** Must be incremented whenever the hashed fields or their order change. */
    private static final String VERSION = "4";

    private static final char END = '\0';
    private static final char MISSING = '\1';

    private final Mac mac;
    private final String name;
    private final StringBuilder content = new StringBuilder();

    /** @param secret known only to the organisation and its workers */
    public KeyedContentHash(String secret) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "this JVM lacks " + ALGORITHM + ", which every Java platform must support", e);
        }
        name = VERSION + "-" + HexFormat.of().toHexDigits((int) hash("kafka-connect-smart-ia"));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long of(Entry entry) {
        if (entry instanceof MalformedSession malformed) {
            return hash(malformed.json());
        }
        content.setLength(0);
        Session session = (Session) entry;
        addAll(session.sessionId(), session.startDate(), session.endDate(), session.status());
        add(session.user());
        Test test = session.test();
        addAll(test.testId(), test.testVersionId(), test.name(), test.subject());
        session.result()
                .ifPresentOrElse(
                        result -> addAll(result.createdDate(), result.level(), result.duration()),
                        () -> content.append(MISSING));
        new TreeMap<>(session.additionalFields()).forEach(this::addAll);
        return hash(content);
    }

    private long hash(CharSequence text) {
        return ByteBuffer.wrap(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private void add(User user) {
        addAll(user.userId(), user.username(), user.fullName(), user.firstName(), user.middleName(), user.lastName());
        addAll(user.gender(), user.upn(), user.externalId(), user.emails().map(KeyedContentHash::asSet));
        addAll(user.dateOfBirth());
    }

    /** An API may list the same values in a different order each time. */
    private static String asSet(List<String> values) {
        return new TreeSet<>(values).stream().map(value -> value + END).collect(Collectors.joining());
    }

    private void addAll(Object... values) {
        for (Object value : values) {
            addOne(value);
        }
    }

    private void addOne(Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresentOrElse(this::addOne, () -> content.append(MISSING));
        } else if (value instanceof Instant date) {
            // Formatting it as text would take longer than everything else.
            content.append(date.toEpochMilli()).append(END);
        } else {
            content.append(value).append(END);
        }
    }
}
