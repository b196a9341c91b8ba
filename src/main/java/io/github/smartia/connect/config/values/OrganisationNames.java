package io.github.smartia.connect.config.values;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/**
 * Names of organisations, each once. They become parts of the names of settings, of source partitions, metrics and lines
 * in logs, so that only what is plain in all of these may stand in them.
 */
public final class OrganisationNames implements Validator {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    @Override
    public void ensureValid(String setting, Object value) {
        Set<Object> seen = new HashSet<>();
        for (Object name : (List<?>) value) {
            if (name.toString().isEmpty()) {
                throw new ConfigException(setting + " must not contain an empty name. Check for an extra comma.");
            }
            if (!PLAIN.matcher(name.toString()).matches()) {
                throw new ConfigException(setting + " must contain " + this + ", not \"" + name + "\".");
            }
            if (!seen.add(name)) {
                throw new ConfigException(
                        setting + " must name each organisation only once, but names " + name + " twice.");
            }
        }
    }

    @Override
    public String toString() {
        return "names of 1 to 64 letters, digits, - and _, the first of them a letter or a digit";
    }
}
