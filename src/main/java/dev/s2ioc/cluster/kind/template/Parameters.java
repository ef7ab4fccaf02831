package dev.s2ioc.cluster.kind.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.store.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** A template's parameters and their values; missing ones are generated where the template says how. */
final class Parameters {
    private static final String NAME = "^[a-zA-Z0-9_]+$";

    private final Map<String, String> values = new LinkedHashMap<>();

    private Parameters() {}

    static void validate(ObjectNode template, Causes causes) {
        int i = 0;
        for (JsonNode parameter : template.path("parameters")) {
            String field = "parameters[" + i++ + "].name";
            String name = Json.at(parameter, "name");
            if (name.isEmpty()) {
                causes.required(field, "");
            } else if (!name.matches(NAME)) {
                causes.invalid(field, name, "does not match " + NAME);
            }
        }
    }

    /** Fills the values in, in the template too. */
    static Parameters complete(ObjectNode template, Generator generator, Causes causes) {
        Parameters parameters = new Parameters();
        int i = 0;
        for (JsonNode each : template.path("parameters")) {
            String field = "template.parameters[" + i++ + "]";
            if (each instanceof ObjectNode parameter) {
                parameters.complete(parameter, field, generator, causes);
            } else {
                causes.invalid(field, each, "must be an object");
            }
        }
        return parameters;
    }

    private void complete(ObjectNode parameter, String field, Generator generator, Causes causes) {
        String name = Json.at(parameter, "name");
        String value = Json.at(parameter, "value");
        String generate = Json.at(parameter, "generate");
        if (value.isEmpty() && generate.equals("expression")) {
            try {
                value = generator.generate(Json.at(parameter, "from"));
                parameter.put("value", value);
            } catch (IllegalArgumentException e) {
                causes.invalid(field, Json.at(parameter, "from"), e.getMessage());
                return;
            }
        } else if (value.isEmpty() && !generate.isEmpty()) {
            causes.invalid(field, generate, "Unknown generator name '" + generate + "' for parameter " + name);
            return;
        }
        if (value.isEmpty() && parameter.path("required").asBoolean()) {
            causes.required(field, field + ": parameter " + name + " is required and must be specified");
        }
        values.put(name, value);
    }

    Map<String, String> values() {
        return values;
    }
}
