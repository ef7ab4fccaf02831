package dev.s2ioc.cluster.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.cluster.store.Json;
import io.kubernetes.client.proto.Runtime;
import io.kubernetes.client.proto.V1;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProtobufTest {

    @Test
    void what_go_embeds_is_shown_among_the_fields_of_what_embeds_it() throws IOException {
        assertEquals(
                Json.parse("""
                        {"kind": "Pod", "apiVersion": "v1",
                         "metadata": {"name": "app"},
                         "spec": {
                           "volumes": [
                             {"name": "scratch", "emptyDir": {}},
                             {"name": "settings", "configMap": {"name": "app"}},
                             {"name": "token", "projected": {"sources": [
                               {"serviceAccountToken": {"path": "token"}}]}}],
                           "containers": [
                             {"name": "web", "image": "app",
                              "env": [{"name": "KEY", "valueFrom": {"secretKeyRef": {"name": "app", "key": "key"}}}],
                              "readinessProbe": {"httpGet": {"path": "/", "port": 8080}}}]}}
                        """.getBytes(StandardCharsets.UTF_8)),
                Protobuf.parse(body(V1.Pod.newBuilder()
                        .setMetadata(io.kubernetes.client.proto.Meta.ObjectMeta.newBuilder()
                                .setName("app"))
                        .setSpec(V1.PodSpec.newBuilder()
                                .addVolumes(volume("scratch")
                                        .setVolumeSource(V1.VolumeSource.newBuilder()
                                                .setEmptyDir(V1.EmptyDirVolumeSource.getDefaultInstance())))
                                .addVolumes(volume("settings")
                                        .setVolumeSource(V1.VolumeSource.newBuilder()
                                                .setConfigMap(V1.ConfigMapVolumeSource.newBuilder()
                                                        .setLocalObjectReference(name("app")))))
                                .addVolumes(volume("token")
                                        .setVolumeSource(V1.VolumeSource.newBuilder()
                                                .setProjected(V1.ProjectedVolumeSource.newBuilder()
                                                        .addSources(V1.VolumeProjection.newBuilder()
                                                                .setServiceAccountToken(
                                                                        V1.ServiceAccountTokenProjection.newBuilder()
                                                                                .setPath("token"))))))
                                .addContainers(container()))
                        .build())));
    }

    private static V1.Container container() {
        return V1.Container.newBuilder()
                .setName("web")
                .setImage("app")
                .addEnv(V1.EnvVar.newBuilder()
                        .setName("KEY")
                        .setValueFrom(V1.EnvVarSource.newBuilder()
                                .setSecretKeyRef(V1.SecretKeySelector.newBuilder()
                                        .setLocalObjectReference(name("app"))
                                        .setKey("key"))))
                .setReadinessProbe(V1.Probe.newBuilder()
                        .setHandler(V1.ProbeHandler.newBuilder()
                                .setHttpGet(V1.HTTPGetAction.newBuilder()
                                        .setPath("/")
                                        .setPort(io.kubernetes.client.proto.IntStr.IntOrString.newBuilder()
                                                .setType(0)
                                                .setIntVal(8080)))))
                .build();
    }

    private static V1.Volume.Builder volume(String name) {
        return V1.Volume.newBuilder().setName(name);
    }

    private static V1.LocalObjectReference name(String name) {
        return V1.LocalObjectReference.newBuilder().setName(name).build();
    }

    private static byte[] body(V1.Pod pod) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(new byte[] {'k', '8', 's', 0});
        Runtime.Unknown.newBuilder()
                .setTypeMeta(Runtime.TypeMeta.newBuilder().setApiVersion("v1").setKind("Pod"))
                .setRaw(pod.toByteString())
                .build()
                .writeTo(body);
        return body.toByteArray();
    }
}
