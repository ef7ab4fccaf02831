package dev.s2ioc.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A template's parameters and their values; missing ones are generated where the template says how. */
final class Parameters {
    private static final String NAME = "^[a-zA-Z0-9_]+$";

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Generator generator;
    private final List<Fault> faults;

    private Parameters(Generator generator, List<Fault> faults) {
        this.generator = generator;
        this.faults = faults;
    }

    static List<Fault> faultsOfNames(JsonNode template) {
        List<Fault> faults = new ArrayList<>();
        int i = 0;
        for (JsonNode parameter : template.path("parameters")) {
            String field = "parameters[" + i++ + "].name";
            String name = parameter.path("name").asText("");
            if (name.isEmpty()) {
                faults.add(Fault.required(field, ""));
            } else if (!name.matches(NAME)) {
                faults.add(new Fault(field, parameter.path("name"), "does not match " + NAME));
            }
        }
        return faults;
    }

    /** The values; they are filled in in the template too. */
    static Map<String, String> complete(JsonNode template, Generator generator, List<Fault> faults) {
        Parameters parameters = new Parameters(generator, faults);
        int i = 0;
        for (JsonNode each : template.path("parameters")) {
            String field = "template.parameters[" + i++ + "]";
            if (each instanceof ObjectNode parameter) {
                parameters.complete(parameter, field);
            } else {
                faults.add(new Fault(field, each, "must be an object"));
            }
        }
        return parameters.values;
    }

    private void complete(ObjectNode parameter, String field) {
        String name = parameter.path("name").asText("");
        String value = parameter.path("value").asText("");
        String generate = parameter.path("generate").asText("");
        if (value.isEmpty() && generate.equals("expression")) {
            try {
                value = generator.generate(parameter.path("from").asText(""));
                parameter.put("value", value);
            } catch (IllegalArgumentException e) {
                faults.add(new Fault(field, parameter.path("from"), e.getMessage()));
                return;
            }
        } else if (value.isEmpty() && !generate.isEmpty()) {
            faults.add(new Fault(
                    field,
                    parameter.path("generate"),
                    "Unknown generator name '" + generate + "' for parameter " + name));
            return;
        }
        if (value.isEmpty() && parameter.path("required").asBoolean()) {
            faults.add(Fault.required(field, field + ": parameter " + name + " is required and must be specified"));
        }
        values.put(name, value);
    }
}
