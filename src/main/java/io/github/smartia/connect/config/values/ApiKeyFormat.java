package io.github.smartia.connect.config.values;

import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** A key that can travel in a header. What is wrong with one is said without showing it. */
public final class ApiKeyFormat implements Validator {

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]+");

    private final boolean mayBeEmpty;

    public ApiKeyFormat() {
        this(false);
    }

    private ApiKeyFormat(boolean mayBeEmpty) {
        this.mayBeEmpty = mayBeEmpty;
    }

    /** For a key that is not always needed. */
    public ApiKeyFormat orEmpty() {
        return new ApiKeyFormat(true);
    }

    @Override
    public void ensureValid(String setting, Object value) {
        String key = ((Password) value).value();
        if (mayBeEmpty && key.isEmpty()) {
            return;
        }
        if (key.isBlank()) {
            throw new ConfigException(setting + " must not be empty. Set the key of the organisation to be read.");
        }
        if (!VISIBLE_ASCII.matcher(key).matches()) {
            throw new ConfigException(setting
                    + " must be printable ASCII without spaces, since it is sent in a header. Check that the "
                    + "whole key was copied, and nothing else.");
        }
    }

    @Override
    public String toString() {
        return (mayBeEmpty ? "empty, or " : "") + "printable ASCII without spaces";
    }
}
