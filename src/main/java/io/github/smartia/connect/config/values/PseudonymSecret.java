package io.github.smartia.connect.config.values;

import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** A secret that can't be found by trying. What is wrong with one is said without showing it. */
public final class PseudonymSecret implements Validator {

    private static final int LEAST_CHARACTERS = 16;

    @Override
    public void ensureValid(String setting, Object value) {
        String secret = ((Password) value).value();
        if (!secret.isEmpty() && secret.strip().length() < LEAST_CHARACTERS) {
            throw new ConfigException(setting + " must have at least " + LEAST_CHARACTERS
                    + " characters. A shorter one could be guessed, and with it the pupil behind each "
                    + "pseudonym. Use a random one, for example from openssl rand -base64 32.");
        }
    }

    @Override
    public String toString() {
        return "empty, or at least " + LEAST_CHARACTERS + " characters";
    }
}
