package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** A protobuf message as the JSON that would have said the same. */
final class ProtobufTree {
    /** Go writes these although they are unset. */
    private static final Set<String> ZERO_IS_UNSET = Set.of(
            "generation",
            "count",
            "observedGeneration",
            "minReadySeconds",
            "hostPort",
            "nodePort",
            "initialDelaySeconds",
            "timeoutSeconds",
            "periodSeconds",
            "successThreshold",
            "failureThreshold");

    private static final Set<String> FALSE_IS_UNSET = Set.of(
            "stdin",
            "stdinOnce",
            "tty",
            "hostNetwork",
            "hostPID",
            "hostIPC",
            "paused",
            "readOnly",
            "publishNotReadyAddresses");

    /** Messages that are a part of the one that has them: JSON shows their fields among its own. */
    private static final Set<String> INLINE = Set.of(
            "ephemeralContainerCommon", "handler", "localObjectReference", "persistentVolumeSource", "volumeSource");

    /** Messages of which one field is set to tell what they are, although it may say no more. */
    private static final Set<String> CHOICES = Set.of("VolumeSource", "VolumeProjection");

    private ProtobufTree() {}

    static ObjectNode object(Message message) {
        ObjectNode object = Json.object();
        message.getAllFields().forEach((field, value) -> {
            if (field.isMapField()) {
                object.set(field.getName(), map((List<?>) value));
            } else if (field.isRepeated()) {
                object.set(field.getName(), list(field, (List<?>) value));
            } else if (INLINE.contains(field.getName()) && value instanceof Message part) {
                object.setAll(object(part));
            } else {
                JsonNode node = node(field, value);
                if (!isUnset(field, node)) {
                    object.set(field.getName(), node);
                }
            }
        });
        return object;
    }

    /** Go's encoder writes empty texts and messages for fields that nobody set. */
    private static boolean isUnset(FieldDescriptor field, JsonNode node) {
        return node.isTextual() && node.asText().isEmpty()
                || node.isObject()
                        && node.isEmpty()
                        && !CHOICES.contains(field.getContainingType().getName())
                || node.isBoolean() && !node.asBoolean() && FALSE_IS_UNSET.contains(field.getName())
                || node.isNumber() && node.asLong() == 0 && ZERO_IS_UNSET.contains(field.getName());
    }

    private static ObjectNode map(List<?> entries) {
        ObjectNode map = Json.object();
        for (Object entry : entries) {
            Message message = (Message) entry;
            FieldDescriptor key = message.getDescriptorForType().findFieldByName("key");
            FieldDescriptor value = message.getDescriptorForType().findFieldByName("value");
            map.set(message.getField(key).toString(), node(value, message.getField(value)));
        }
        return map;
    }

    private static ArrayNode list(FieldDescriptor field, List<?> values) {
        ArrayNode list = Json.array();
        values.forEach(value -> list.add(node(field, value)));
        return list;
    }

    private static JsonNode node(FieldDescriptor field, Object value) {
        return switch (field.getJavaType()) {
            case STRING, ENUM -> TextNode.valueOf(value.toString());
            case INT -> IntNode.valueOf((Integer) value);
            case LONG -> LongNode.valueOf((Long) value);
            case BOOLEAN -> BooleanNode.valueOf((Boolean) value);
            case FLOAT, DOUBLE -> DoubleNode.valueOf(((Number) value).doubleValue());
            case BYTE_STRING ->
                TextNode.valueOf(Base64.getEncoder().encodeToString(((ByteString) value).toByteArray()));
            case MESSAGE -> message((Message) value);
        };
    }

    private static JsonNode message(Message message) {
        return switch (message.getDescriptorForType().getName()) {
            case "Time", "MicroTime" -> time(message);
            case "Quantity" -> TextNode.valueOf(field(message, "string").toString());
            case "IntOrString" ->
                field(message, "type").equals(0L)
                        ? IntNode.valueOf((Integer) field(message, "intVal"))
                        : TextNode.valueOf(field(message, "strVal").toString());
            case "FieldsV1", "RawExtension" -> raw(message);
            default -> object(message);
        };
    }

    private static JsonNode time(Message message) {
        long seconds = (Long) field(message, "seconds");
        if (seconds > Instant.MAX.getEpochSecond()) {
            throw StatusException.badRequest("a time of " + seconds + " seconds is beyond all years");
        }
        // Go's zero time is the year 1; it stands for "no time".
        return seconds <= 0
                ? TextNode.valueOf("")
                : TextNode.valueOf(Instant.ofEpochSecond(seconds).toString());
    }

    private static JsonNode raw(Message message) {
        FieldDescriptor first = message.getDescriptorForType().getFields().getFirst();
        byte[] bytes = ((ByteString) message.getField(first)).toByteArray();
        try {
            return bytes.length == 0 ? Json.object() : Json.parse(bytes);
        } catch (IOException e) {
            return BinaryNode.valueOf(bytes);
        }
    }

    static Object field(Message message, String name) {
        FieldDescriptor field = message.getDescriptorForType().findFieldByName(name);
        return message.getField(field);
    }
}
