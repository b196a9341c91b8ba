package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Result;
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
        add((Session) entry);
        return hash(content);
    }

    private long hash(CharSequence text) {
        return ByteBuffer.wrap(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private void add(Session session) {
        add(session.sessionId());
        add(session.startDate());
        session.endDate().ifPresentOrElse(this::add, () -> content.append(MISSING));
        add(session.status());
        add(session.user());
        add(session.test());
        session.result().ifPresentOrElse(this::add, () -> content.append(MISSING));
        new TreeMap<>(session.additionalFields()).forEach((field, json) -> {
            add(field);
            add(json);
        });
    }

    private void add(User user) {
        add(user.userId());
        add(user.username());
        add(user.fullName());
        add(user.firstName());
        add(user.middleName());
        add(user.lastName());
        add(user.gender());
        add(user.upn());
        add(user.externalId());
        user.emails().ifPresentOrElse(this::addAsSet, () -> content.append(MISSING));
        add(user.dateOfBirth());
    }

    /** An API may list the same values in a different order each time. */
    private void addAsSet(List<String> values) {
        new TreeSet<>(values).forEach(this::add);
        content.append(END);
    }

    private void add(Test test) {
        add(test.testId());
        add(test.testVersionId());
        add(test.name());
        add(test.subject());
    }

    private void add(Result result) {
        result.createdDate().ifPresentOrElse(this::add, () -> content.append(MISSING));
        add(result.level());
        add(result.duration());
    }

    private void add(Optional<?> value) {
        if (value.isPresent()) {
            add(value.get());
        } else {
            content.append(MISSING);
        }
    }

    private void add(Instant date) {
        // Formatting it as text would take longer than everything else.
        content.append(date.toEpochMilli()).append(END);
    }

    private void add(Object value) {
        content.append(value).append(END);
    }
}
