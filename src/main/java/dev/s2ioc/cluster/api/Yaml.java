package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML bodies, and writes them. */
public final class Yaml {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Yaml() {}

    public static JsonNode parse(byte[] bytes) throws IOException {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setSchema(new CoreSchema()).build();
            String text = new String(bytes, StandardCharsets.UTF_8);
            YamlLimits.check(new Parse(settings).parseString(text));
            Object value = new Load(settings).loadFromString(text);
            return MAPPER.valueToTree(value);
        } catch (YamlEngineException | IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    static String text(JsonNode tree) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSchema(new CoreSchema())
                .setWidth(Integer.MAX_VALUE)
                .build();
        return new Dump(settings).dumpToString(MAPPER.convertValue(tree, Object.class));
    }
}
