package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import io.kubernetes.client.proto.Meta;
import io.kubernetes.client.proto.Runtime;
import io.kubernetes.client.proto.V1;
import io.kubernetes.client.proto.V1Apps;
import io.kubernetes.client.proto.V1Authentication;
import io.kubernetes.client.proto.V1Authorization;
import io.kubernetes.client.proto.V1Autoscaling;
import io.kubernetes.client.proto.V1Batch;
import io.kubernetes.client.proto.V1Rbac;
import io.kubernetes.client.proto.V2Autoscaling;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reads the protobuf bodies that typed clients send for the core types: an envelope that names the type, and the message. */
final class Protobuf {
    private static final byte[] MAGIC = {'k', '8', 's', 0};

    /**
     * The generated classes are of a generation that protobuf warns about as soon as they are loaded. Their parsers, which the
     * warning is about, are not used: messages are read by description.
     */
    private static final Logger WARNINGS = Logger.getLogger("com.google.protobuf.GeneratedMessage");

    static {
        WARNINGS.setLevel(Level.SEVERE);
    }

    private static final Descriptor UNKNOWN = Runtime.getDescriptor().findMessageTypeByName("Unknown");

    private static final Map<String, FileDescriptor> FILES = Map.of(
            "v1", V1.getDescriptor(),
            "apps/v1", V1Apps.getDescriptor(),
            "autoscaling/v1", V1Autoscaling.getDescriptor(),
            "autoscaling/v2", V2Autoscaling.getDescriptor(),
            "batch/v1", V1Batch.getDescriptor(),
            "rbac.authorization.k8s.io/v1", V1Rbac.getDescriptor(),
            "authentication.k8s.io/v1", V1Authentication.getDescriptor(),
            "authorization.k8s.io/v1", V1Authorization.getDescriptor());

    private Protobuf() {}

    static ObjectNode parse(byte[] body) throws IOException {
        if (body.length < MAGIC.length || !Arrays.equals(body, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IOException("it does not begin with the Kubernetes protobuf prefix");
        }
        try {
            Runtime.Unknown envelope = Runtime.Unknown.parseFrom(Arrays.copyOfRange(body, MAGIC.length, body.length));
            String apiVersion = envelope.getTypeMeta().getApiVersion();
            String kind = envelope.getTypeMeta().getKind();
            DynamicMessage message = DynamicMessage.parseFrom(descriptor(apiVersion, kind), envelope.getRaw());
            ObjectNode object = Json.object();
            object.put("kind", kind).put("apiVersion", apiVersion);
            object.setAll(ProtobufTree.object(message));
            return object;
        } catch (InvalidProtocolBufferException e) {
            throw new IOException("proto: " + e.getMessage(), e);
        }
    }

    private static Descriptor descriptor(String apiVersion, String kind) {
        Descriptor found = FILES.containsKey(apiVersion) ? FILES.get(apiVersion).findMessageTypeByName(kind) : null;
        if (found == null) {
            // Options of a request (DeleteOptions) carry the version of what they are about.
            found = Meta.getDescriptor().findMessageTypeByName(kind);
        }
        if (found == null) {
            throw StatusException.badRequest(
                    "no kind \"" + kind + "\" is registered for version \"" + apiVersion + "\" in protobuf; send JSON");
        }
        return found;
    }
}
